import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { activationView } from '../../../extension/language/activation/view';
import { detailSteps } from '../../../extension/language/details';
import { hoverOf } from '../../../extension/language/hover/hover';
import { resultOf } from '../../../extension/language/result';
import { viewOf } from '../../../extension/language/view';
import { wordsOf } from '../../../extension/language/words/words';
import type { ActivationsAnswer } from '../../../extension/protocol/details/activations';

const studyOf = (text: string) => evaluate(read(text));
const named = (text: string) => {
  const study = studyOf(text);
  return study.kind === 'activation' ? [study.activation.name, study.parameters] : study.kind;
};

describe('a text that names an activation', () => {
  it('is read by its name, however tools write it', () => {
    for (const text of [
      'softplus',
      ' "softplus"',
      'nn.Softplus()',
      'F.softplus',
      'activation softplus',
      'activation = "softplus"',
      'activation2: Softplus;',
      'self.act = nn.Softplus()',
      'h = F.softplus(x)',
    ]) {
      assert.deepEqual(named(text), ['softplus', { beta: 1, threshold: Infinity }], text);
    }
  });

  it('takes parameters by name and in their order', () => {
    assert.deepEqual(named('softplus(beta=2)'), ['softplus', { beta: 2, threshold: Infinity }]);
    assert.deepEqual(named('nn.Hardtanh(-2, 3.5)'), ['hardtanh', { min_val: -2, max_val: 3.5 }]);
    assert.deepEqual(named("nn.GELU(approximate='tanh')"), ['gelu', { approximate: 1 }]);
  });

  it('passes over the argument of a function', () => {
    assert.deepEqual(named('tanh(x)'), ['tanh', {}]);
    assert.deepEqual(named('F.leaky_relu(x, 0.2)'), ['leaky_relu', { negative_slope: 0.2 }]);
  });

  it('leaves families, numbers, prose and programs to others', () => {
    assert.equal(named('normal(0, 1)'), 'continuous');
    assert.equal(named('exponential(1) || exponential(2)'), 'continuous');
    assert.equal(named('relu of x'), 'error');
    assert.equal(named('relu(x + 1)'), 'error');
    assert.equal(named('nn.Linear(3, 4)'), 'error');
    assert.equal(named('tanh(0.5)'), 'matrix');
    assert.equal(named('None'), 'error');
    assert.equal(named('softpluss'), 'error');
    assert.equal(named('W1 = [1 2]'), 'matrix');
    assert.equal(named('layer = nn.Linear(3, 4)'), 'error');
    assert.equal(named('h = np.tanh(W1 @ x)'), 'error');
    assert.equal(named('y = tanh(x)'), 'error');
  });

  it('says at the right place what is wrong with it', () => {
    const problemOf = (text: string) => {
      const [problem] = studyOf(text).problems;
      return problem === undefined
        ? null
        : [problem.code, text.slice(problem.span.offset, problem.span.offset + problem.span.length)];
    };
    assert.deepEqual(problemOf('activation sofplus'), ['unknown-activation', 'sofplus']);
    assert.deepEqual(problemOf('softplus(beta=-2)'), ['parameter-domain', '-2']);
    assert.deepEqual(problemOf('elu(1, 2.5)'), ['parameter-domain', '2.5']);
    assert.deepEqual(problemOf('relu(slope=1)'), ['parameter-domain', '1']);
  });

  it('has a result for scripts', () => {
    const result = resultOf(studyOf('silu'), wordsOf('fr'));
    assert.ok(result.kind === 'activation');
    assert.equal(result.derivative, 'σ(x) (1 + x (1 − σ(x)))');
    assert.deepEqual(result.variations?.signs, [-1, 1]);
    assert.deepEqual(result.limits, { left: 0, right: 'Infinity' });
    assert.equal(JSON.stringify(JSON.parse(JSON.stringify(result))), JSON.stringify(result));
  });

  it('is offered among all, those of the network first with their parameters', () => {
    const layers = ['softplus', '{"name": "leaky_relu", "negative_slope": 0.125}', 'softplus'].map((name) =>
      name.startsWith('{') ? name : `"${name}"`,
    );
    const network = (input: string) =>
      `{"layers": [${layers.map((activation) => `{"weights": [[1]], "activation": ${activation}}`).join(', ')}]${input}}`;
    const ask = (of: string) =>
      finish(
        detailSteps(
          { topic: 'activations' },
          { evaluation: { study: studyOf(of), offset: 0, line: 0 }, digits: 6, words: wordsOf('en') },
        ),
      );
    const { used, known } = ask(network('')) as ActivationsAnswer;
    assert.deepEqual(
      used.map((choice) => choice.name),
      ['softplus', 'leaky_relu(negative_slope=0.125)'],
    );
    assert.deepEqual(named(used[1]?.text ?? ''), ['leaky_relu', { negative_slope: 0.125 }]);
    for (const choice of known) assert.equal(studyOf(choice.text).kind, 'activation', choice.text);
    const [softplus, leaky] = (ask(network(', "input": [[-1], [2]]')) as ActivationsAnswer).used;
    assert.equal(
      leaky?.text,
      '{"activation":{"name":"leaky_relu","negative_slope":0.125},"input":{"s₁² (1)":0.31326168751822286,"s₁² (2)":2.1269280110429727}}',
    );
    const marked = studyOf(softplus?.text ?? '');
    assert.ok(marked.kind === 'activation');
    assert.deepEqual(marked.points.map(({ name, at }) => [name, at]).slice(0, 2), [
      ['s₁¹ (1)', -1],
      ['s₁¹ (2)', 2],
    ]);
    assert.deepEqual((ask('[1, 2]') as ActivationsAnswer).used, []);
  });

  it('has a hover with one picture and the derivative', () => {
    const study = studyOf('softplus');
    const evaluation = { study, offset: 0, line: 0 };
    const parts = { values: true, gradients: true, picture: true };
    const hover = hoverOf({
      evaluation,
      uri: 'file:///a',
      theme: 'dark',
      parts,
      digits: 6,
      words: wordsOf('fr'),
      focus: null,
    });
    assert.match(hover ?? '', /<img src="data:image\/svg\+xml;base64,/);
    assert.match(hover ?? '', /φ′&#40;x&#41; = 1\/&#40;1 &#43; e\^&#40;−x&#41;&#41;/);
    assert.match(hover ?? '', /strictement croissante · convexe/);
    assert.match(hover ?? '', /command:nabla\.evaluateSelection/);
  });

  it('is drawn from numbers that are all finite', () => {
    for (const text of [
      'softplus',
      'relu6',
      'nn.Hardshrink(1.5)',
      'exponential',
      'sine',
      'elu(-1.5)',
      'softplus(1, 3)',
      'softmax',
    ]) {
      const study = studyOf(text);
      assert.ok(study.kind === 'activation');
      const { plot } = activationView(study, wordsOf('en'));
      for (const { x, value, slope } of plot?.segments ?? []) {
        assert.equal(x.length, value.length);
        assert.ok([...x, ...value, ...slope].every(Number.isFinite), text);
      }
      const view = viewOf({ study, offset: 0, line: 0 }, wordsOf('fr'));
      assert.equal(JSON.stringify(structuredClone(view)), JSON.stringify(view));
      assert.doesNotMatch(JSON.stringify(view), /NaN|undefined/);
    }
  });

  it('stands in tables as France writes them', () => {
    const study = studyOf('gelu');
    assert.ok(study.kind === 'activation');
    const { groups, variations } = activationView(study, wordsOf('fr'));
    const facts = groups.flatMap(({ facts: own }) => own);
    assert.equal(
      facts.find(({ title }) => title === 'ensemble de définition')?.math?.plain,
      ']−∞\u202f; +∞[',
    );
    assert.equal(variations?.title, 'Tableau de variations');
    assert.deepEqual(variations?.words, ['décroît', 'croît']);
  });
});
