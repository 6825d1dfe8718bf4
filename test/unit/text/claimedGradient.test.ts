import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

/** How many derivatives are claimed, and the text of those that are wrong. */
function checked(text: string) {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'network', `${study.kind}: ${text}`);
  const wrong = study.problems.filter(({ code }) => code === 'gradient-mismatch');
  return {
    compared: study.claim?.compared ?? 0,
    wrong: wrong.map(({ span }) => text.slice(span.offset, span.offset + span.length)),
  };
}

function leftOut(text: string): number {
  return read(text).choices.reduce((sum, choice) => sum + (choice.rule === 'left-out' ? choice.count : 0), 0);
}

const matrices = 'W1 = [[0.1, 0.2], [0.3, 0.4]]\nb1 = [0, 0]\nx = [1, 2]\ny = [1, 0]\n';
/** Two layers in the notation of an exercise sheet: w_pk^l is the weight from p to k. */
const entries = `w_{11}^0 = 0.1, w_{21}^0 = 0.2, w_{12}^0 = 0.4, w_{22}^0 = -0.5
b_1^1 = 0.1, b_2^1 = -0.2
w_{11}^1 = 0.7, w_{21}^1 = -0.8
b_1^2 = 0.05
x = [1, 2]
y = [1]
`;

describe('derivatives that a text claims beside its weights', () => {
  it('are checked under every name that people give them', () => {
    for (const name of [
      'dW1',
      'dL_dW1',
      'grad_W1',
      'W1.grad',
      'W1_grad',
      'dL/dW1',
      '∂L/∂W1',
      '∂ℒ / ∂W_1',
      '\\frac{\\partial L}{\\partial W_1}',
      '\\frac{\\partial \\mathcal{L}}{\\partial \\mathbf{W}_1}',
    ]) {
      const text = `${matrices}${name} = [[-0.5, -1], [1.1, 2.3]]\n`;
      assert.deepEqual(checked(text), { compared: 4, wrong: ['2.3'] }, name);
      assert.equal(leftOut(text), 0, name);
    }
    assert.deepEqual(checked(`${matrices}db1 = [-0.5, 1.2]\ndL/dx = [0.28, 0.34]`), {
      compared: 4,
      wrong: ['1.2'],
    });
  });

  it('are those of the module that their name says', () => {
    const text = 'fc1.weight = [[0.1, 0.2]]\nfc1.bias = [0]\nx = [1, 2]\ny = [1]\n';
    assert.deepEqual(checked(`${text}fc1.weight.grad = [[-0.5, -2]]\nfc1.bias.grad = [-0.5]`), {
      compared: 3,
      wrong: ['-2'],
    });
  });

  it('may be given one by one, and for some weights alone', () => {
    const right = evaluate(read(entries));
    assert.ok(right.kind === 'network' && right.gradients !== null);
    // From source 1 to destination 2: the second row, the first column.
    const value = right.gradients[0]?.weights.values[2] ?? Number.NaN;
    assert.deepEqual(checked(`${entries}∂L/∂w_{12}^0 = ${value}\n∂L/∂b_1^1 = 9.5\n`), {
      compared: 2,
      wrong: ['9.5'],
    });
    assert.deepEqual(checked(`${entries}\\frac{\\partial L}{\\partial w_{21}^0} = ${value}`).wrong.length, 1);
  });

  it('are turned as the weights are', () => {
    const rest = 'x = [1, 2]\ny = [1, 0]\n';
    const kernel = `kernel1 = [[0.1, 0.3], [0.2, 0.4]]\n${rest}dkernel1 = [[-0.5, 1.1], [-1, 2.3]]`;
    assert.deepEqual(checked(kernel), { compared: 4, wrong: ['2.3'] });
    const augmented = 'W1 = [[0.1, 0.2, 0]]\nx = [1, 2]\ny = [1]\ndW1 = [[-0.5, -1, 7]]';
    assert.deepEqual(checked(augmented), { compared: 3, wrong: ['7'] });
  });

  it('are left out one by one beside a matrix, whose rows may be sources', () => {
    const text = 'W = [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]\nx = [1, 2, 3]\ny = [1, 0]\n∂L/∂w_{12} = 0.5\n';
    assert.deepEqual(checked(text), { compared: 0, wrong: [] });
    assert.equal(leftOut(text), 1);
  });

  it('never pass for weights, and are left out, and said, where no layer is theirs', () => {
    const text = `${matrices}∂L/∂W2 = [[1, 2]]`;
    assert.deepEqual(checked(text), { compared: 0, wrong: [] });
    assert.equal(leftOut(text), 2);
    const alone = read('∂L/∂W1 = [[1, 2], [3, 4]]\nx = [1, 2]');
    assert.notEqual(alone.kind, 'network');
  });

  it('are no steps of a program', () => {
    assert.deepEqual(checked(`${matrices}dx = 0.01\ndb1 = 0.1\n`), { compared: 0, wrong: [] });
    assert.deepEqual(checked('w = 0.5\nb = 0.1\nx = 2\ny = 1\ndw = 0.2\ndb = 0.3'), {
      compared: 2,
      wrong: ['0.3'],
    });
  });
});
