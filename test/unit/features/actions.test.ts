import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';
import { actionSteps } from '../../../extension/language/actions';
import { applyEdits } from '../../../extension/language/applyEdits';
import { wordsOf } from '../../../extension/language/words/words';
import type { Action } from '../../../extension/protocol/actions';

/** The actions at a part of a text, which is all of it where none is given. */
function actionsAt(text: string, part = text, as: ReadAs = 'auto'): readonly Action[] {
  const study = evaluate(read(text, { as }));
  const offset = text.indexOf(part);
  assert.ok(offset >= 0, part);
  return finish(
    actionSteps({
      evaluation: { study, offset: 0, line: 0 },
      uri: 'file:///exercise.nabla.json',
      range: { offset, length: part.length },
      within: [],
      as,
      words: wordsOf('en'),
      digits: 6,
    }),
  );
}

function titles(actions: readonly Action[]): readonly string[] {
  return actions.map(({ title }) => title);
}

function problemsOf(text: string, as: ReadAs): readonly string[] {
  return evaluate(read(text, { as })).problems.map(({ code }) => code);
}

/** The text after the action of that title, whose problem is then gone. */
function applied(text: string, title: string, part?: string, as: ReadAs = 'auto'): string {
  const actions = actionsAt(text, part, as);
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(action, `${title} is not among ${JSON.stringify(titles(actions))}`);
  const result = applyEdits(text, action.edits);
  if (action.problem !== undefined) {
    const { code } = action.problem;
    const count = (of: string) => problemsOf(of, as).filter((found) => found === code).length;
    assert.ok(count(result) < count(text), `${code} is still there: ${result}`);
  }
  return result;
}

function network(layers: string, rest = ''): string {
  return `{"layers": [${layers}]${rest}}`;
}

describe('the action on a distribution', () => {
  it('divides it by its sum', () => {
    assert.equal(
      applied('P = [1, 1, 2]', 'Divide P by its sum', undefined, 'distribution'),
      'P = [0.25, 0.25, 0.5]',
    );
    assert.equal(
      applied('{"p": ["1/2", "1/3"], "q": [0.5, 0.5]}', 'Divide P by its sum'),
      '{"p": ["3/5", "2/5"], "q": [0.5, 0.5]}',
    );
  });

  it('says so where the quotients are not exact', () => {
    assert.match(titles(actionsAt('{"p": [0.1, 0.2, 0.3], "q": [0.5, 0.3, 0.2]}')).join(), /nearest doubles/);
  });
});

describe('the action on an unknown name', () => {
  it('writes the activation that was meant, in quotes or in an object', () => {
    assert.equal(
      applied(network('{"weights": [[1]], "activation": "sofplus"}'), 'Write “softplus”', 'sofplus'),
      network('{"weights": [[1]], "activation": "softplus"}'),
    );
    assert.equal(
      applied(
        network('{"weights": [[1]], "activation": {"name": "leakyrelo", "negative_slope": 0.1}}'),
        'Write “leaky_relu”',
      ),
      network('{"weights": [[1]], "activation": {"name": "leaky_relu", "negative_slope": 0.1}}'),
    );
  });

  it('writes the loss, the parameter and the family that were meant', () => {
    const rest = ', "input": [1], "target": [1], "loss": "mse_lsos"';
    assert.match(applied(network('{"weights": [[1]]}', rest), 'Write “mse_loss”'), /"loss": "mse_loss"/);
    assert.match(
      applied(network('{"weights": [[1]], "activation": {"name": "elu", "alhpa": 2}}'), 'Write “alpha”'),
      /"alpha": 2/,
    );
    assert.equal(
      applied('KL(nromal(0, 1) || laplace(0, 2))', 'Write “normal”'),
      'KL(normal(0, 1) || laplace(0, 2))',
    );
  });

  it('is none where no name is near, or the cursor is elsewhere', () => {
    assert.deepEqual(actionsAt(network('{"weights": [[1]], "activation": "zzzzzzzz"}')), []);
    const text = network('{"weights": [[1]], "activation": "sofplus"}');
    assert.deepEqual(titles(actionsAt(text, 'layers')), []);
  });
});

describe('the action on widths that do not fit', () => {
  const text = network('{"weights": [[1, 2], [3, 4], [5, 6]]}', ', "input": [1, 2, 3]');

  it('transposes the weights in their own notation', () => {
    assert.equal(
      applied(text, 'Transpose the weights of layer 1'),
      network('{"weights": [[1, 3, 5], [2, 4, 6]]}', ', "input": [1, 2, 3]'),
    );
    assert.equal(
      applied('W1 = [1 2; 3 4; 5 6]\nW2 = [1; 2; 3]', 'Transpose the weights of layer 2'),
      'W1 = [1 2; 3 4; 5 6]\nW2 = [1 2 3]',
    );
  });

  it('calls them a kernel, which leaves the numbers alone', () => {
    assert.equal(
      applied(text, 'Call it “kernel”: a row is a source, a column a destination'),
      network('{"kernel": [[1, 2], [3, 4], [5, 6]]}', ', "input": [1, 2, 3]'),
    );
  });

  it('puts a layer between', () => {
    assert.equal(
      applied(text, 'Add a layer from 3 to 2 before layer 1'),
      network(
        '{ "weights": [[1, 0, 0], [0, 1, 0]] }, {"weights": [[1, 2], [3, 4], [5, 6]]}',
        ', "input": [1, 2, 3]',
      ),
    );
    const lines = '{"layers": [\n  {"weights": [[1], [2], [3]]},\n  {"weights": [[1, 2]]}\n]}';
    assert.equal(
      applied(lines, 'Add a layer from 3 to 2 before layer 2'),
      '{"layers": [\n  {"weights": [[1], [2], [3]]},\n  { "weights": [[1, 0, 0], [0, 1, 0]] },\n  {"weights": [[1, 2]]}\n]}',
    );
  });

  it('offers no transposition that does not fit either', () => {
    const square = network('{"weights": [[1, 2], [3, 4]]}', ', "input": [1, 2, 3]');
    assert.deepEqual(titles(actionsAt(square)), ['Add a layer from 3 to 2 before layer 1']);
  });
});

describe('the action on biases', () => {
  it('adds zeros for those that are missing', () => {
    const text = (biases: string) => network(`{"weights": [[1], [2], [3]], "biases": ${biases}}`);
    assert.equal(applied(text('[0.5]'), 'Add 2 biases of 0'), text('[0.5, 0, 0]'));
    assert.equal(
      applied('W1 = [1 2; 3 4; 5 6]\nb1 = [1; 2]\nx = [1; 1]', 'Add 1 bias of 0'),
      'W1 = [1 2; 3 4; 5 6]\nb1 = [1; 2; 0]\nx = [1; 1]',
    );
  });

  it('removes the last ones where there are too many', () => {
    const text = (biases: string) => network(`{"weights": [[1], [2]], "biases": ${biases}}`);
    assert.equal(applied(text('["1/2", 2, 3, 4]'), 'Remove the last 2 biases'), text('["1/2", 2]'));
    assert.equal(applied(text('[1, 2, 3]'), 'Remove the last bias'), text('[1, 2]'));
  });
});

describe('the action on what could be read in two ways', () => {
  it('pins whose activation it is', () => {
    const text = network('{"weights": [[1]], "activation": "leaky_relu"}');
    const offered = titles(actionsAt(text).filter(({ kind }) => kind === 'quickfix'));
    assert.equal(offered.length, 3, offered.join('\n'));
    assert.equal(
      applied(text, offered.find((title) => title.includes('Keras 3')) ?? ''),
      network('{"weights": [[1]], "activation": "leaky_relu", "dialect": "keras3"}'),
    );
    assert.equal(
      applied(text, offered.find((title) => title.includes('PyTorch')) ?? ''),
      network('{"weights": [[1]], "activation": "leaky_relu", "dialect": "pytorch"}'),
    );
  });

  it('pins a decimal comma, or that it parts two numbers', () => {
    const text = '0,5 0,3';
    assert.equal(applied(text, 'Write decimal points: 0.5'), '0.5 0.3');
    assert.equal(applied(text, 'Part the numbers: 0, 5'), '0, 5 0, 3');
  });

  it('pins whether a number is a deviation or a variance', () => {
    const text = 'KL(N(0, 4) || N(1, 1))';
    assert.equal(applied(text, 'The standard deviation is 4'), 'KL(N(0, scale=4) || N(1, 1))');
    assert.equal(applied(text, 'The variance is 4'), 'KL(N(0, scale=sqrt(4)) || N(1, 1))');
  });
});

describe('the action on a value that can be read in two ways', () => {
  it('settles in a comment above it which way is meant', () => {
    const text = 'W1 = [1 2; 3 4]\nb1 = [5; 6]\nx = [1; 1]';
    const settled = 'Settle it in a comment: rows-are-sources';
    assert.equal(applied(text, settled), `# nabla: rows-are-sources\n${text}`);
    const after = evaluate(read(`# nabla: rows-are-sources\n${text}`)).reading;
    assert.deepEqual(after.choices, [{ rule: 'kernel', layer: 0 }]);
    assert.ok(titles(actionsAt(text)).includes('Settle it in a comment: rows-are-destinations'));
  });

  it('is none where there is one way', () => {
    assert.deepEqual(
      titles(actionsAt('W1 = [1 2 3; 4 5 6]\nb1 = [1; 2]\nx = [1; 2; 3]')).filter((title) =>
        title.startsWith('Settle'),
      ),
      [],
    );
  });
});

describe('the action on broken notation', () => {
  it('writes the mark that is missing', () => {
    assert.equal(applied('[[1, 2], [3, 4]', 'Write “]”'), '[[1, 2], [3, 4]]');
    assert.equal(applied('[[1, 2), [3, 4]]', 'Write “]”'), '[[1, 2], [3, 4]]');
    assert.equal(
      applied('{"p": [0.5, 0.5] "q": [0.5, 0.5]}', 'Write “,”'),
      '{"p": [0.5, 0.5] , "q": [0.5, 0.5]}',
    );
  });
});

describe('the action on a claimed gradient', () => {
  it('writes the derivative that is right', () => {
    const text = network(
      '{"weights": [[2]]}',
      ', "input": [3], "target": [1], "gradient": {"weights": [[[14]]]}',
    );
    const [action] = actionsAt(text);
    assert.ok(action);
    assert.match(applied(text, action.title), /\[\[\[15\]\]\]/);
  });
});

describe('the transposition of a matrix', () => {
  for (const [text, transposed] of [
    ['[[1, 2], [3, 4], [5, 6]]', '[[1, 3, 5], [2, 4, 6]]'],
    ['[1 2; 3 4; 5 6]', '[1 3 5; 2 4 6]'],
    ['[1, 2; 3, 4]', '[1, 3; 2, 4]'],
    ['[[1, 2, 3]]', '[[1], [2], [3]]'],
    ['[[1], [2], [3]]', '[[1, 2, 3]]'],
    ['[1; 2; 3]', '[1 2 3]'],
    ['{{1, 2}, {3, 4}}', '{{1, 3}, {2, 4}}'],
    ['[["1/2", 2], [3, 4]]', '[["1/2", 3], [2, 4]]'],
    [
      '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\\\ 5 & 6 \\end{pmatrix}',
      '\\begin{pmatrix} 1 & 3 & 5 \\\\ 2 & 4 & 6 \\end{pmatrix}',
    ],
    ['1 2\n3 4', '1 3\n2 4'],
    ['array([[1., 2.],\n       [3., 4.]])', 'array([[1., 3.],\n       [2., 4.]])'],
  ] as const) {
    it(`keeps the notation of ${JSON.stringify(text)}`, () => {
      assert.equal(applied(text, 'Transpose the matrix'), transposed);
    });
  }

  it('is its own inverse', () => {
    const text = '[[1e-3, -2.50], [3, 0.10], [7, 8]]';
    assert.equal(applied(applied(text, 'Transpose the matrix'), 'Transpose the matrix'), text);
  });

  it('is not offered where a comment stands between the numbers', () => {
    assert.deepEqual(titles(actionsAt('[1 2 % first\n 3 4]')), ['Write it in another notation…']);
  });
});

describe('the action that leads to other notations', () => {
  it('is offered of what is selected, and opens the list for it', () => {
    const [, convert] = actionsAt('x = 3\n[[1, 2], [3, 4]]', '[[1, 2], [3, 4]]');
    assert.equal(convert?.command?.name, 'nabla.convertSelection');
    assert.deepEqual(titles(actionsAt('The quick brown fox')), []);
  });
});

describe('every repair', () => {
  it('is left out of a long text before anything is made of its numbers', () => {
    const counts = Array.from({ length: 80_000 }, (_, index) => 1 + (index % 7)).join(', ');
    const study = evaluate(read(`P = [${counts}]`, { as: 'distribution' }));
    assert.ok(study.kind === 'distribution' && study.problems.some(({ code }) => code === 'not-normalised'));
    const { text, p } = study.reading;
    const numbers = {
      ...p.numbers,
      get values(): never {
        throw new Error('The numbers were asked for.');
      },
    };
    const untouched = { ...study.reading, p: { ...p, numbers } };
    const context = {
      evaluation: { study: { ...study, reading: untouched }, offset: 0, line: 0 },
      uri: 'file:///counts.txt',
      range: { offset: 0, length: text.length },
      within: [],
      words: wordsOf('en'),
      digits: 6,
    } as const;
    const part = { ...context, within: [{ offset: 0, length: 9 }] };
    assert.throws(() => finish(actionSteps({ ...part, as: 'distribution' })));
    const actions = finish(actionSteps({ ...context, as: 'distribution' }));
    assert.deepEqual(
      actions.filter(({ kind }) => kind === 'quickfix'),
      [],
    );
  });

  it('is in offsets of the document', () => {
    const text = network('{"weights": [[1]], "activation": "sofplus"}');
    const study = evaluate(read(text));
    const context = {
      evaluation: { study, offset: 100, line: 3 },
      uri: 'file:///notes.md',
      range: { offset: 0, length: text.length },
      within: [],
      as: 'auto',
      words: wordsOf('en'),
      digits: 6,
    } as const;
    const [action] = finish(actionSteps(context));
    assert.equal(action?.edits[0]?.span.offset, text.indexOf('sofplus') + 100);
    assert.equal(action?.problem?.span.offset, text.indexOf('"sofplus') + 100);
  });
});
