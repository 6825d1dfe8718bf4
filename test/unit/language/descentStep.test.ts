import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { Places } from '../../../core/text/places';
import { applyEdits } from '../../../extension/language/applyEdits';
import { descentPlanSteps } from '../../../extension/language/descentStep';

function studyOf(text: string): NetworkStudy {
  const study = evaluate(read(text, { as: 'network' }));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  return study;
}

function planOf(text: string, digits = 6) {
  return finish(descentPlanSteps(studyOf(text), digits));
}

function stepped(text: string, digits = 6): string {
  const plan = planOf(text, digits);
  assert.ok(plan.obstacle === null, String(plan.obstacle));
  return applyEdits(text, plan.edits);
}

describe('a descent step in the text', () => {
  it('replaces the numbers of weights and biases and nothing else', () => {
    const text = `// mine
{ "layers": [ { "weights": [[3, 0]], /* kept */ "biases": [0.5], } ],
  "input": [2, 0], "target": [2.5], "learningRate": 0.1 }`;
    // δ = 3·2 + 0.5 − 2.5 = 4: w₁ = 3 − 0.1·8, w₂ gets no gradient, b = 0.5 − 0.4.
    assert.equal(stepped(text), text.replace('[[3, 0]]', '[[2.2, 0]]').replace('[0.5]', '[0.1]'));
  });

  it('keeps fractions where the step is exact, and decimals as decimals', () => {
    const text =
      '{"layers":[{"weights":[["1/3","-2/7"]],"biases":["1/2"]}],"input":[1,2],"target":["1/4"],"learningRate":"1/10"}';
    // δ = 1/3 − 4/7 + 1/2 − 1/4 = 1/84.
    assert.equal(
      stepped(text),
      text.replace('1/3', '93/280').replace('-2/7', '-121/420').replace('1/2', '419/840'),
    );
  });

  it('makes decimals of fractions where the step leaves the rationals', () => {
    const text = '{"layers":[{"weights":[["1/3"]],"activation":"tanh"}],"input":[1],"target":[1]}';
    const after = stepped(text);
    assert.match(after, /"0\.3\d+"/);
  });

  it('writes each notation as its own', () => {
    const octave =
      'W1 = [0.10 0.20; -0.4 .5];\nb1 = [1e-1; -2.0e-1];\nW2 = [0.7, -0.8];\nx = [1; 2]\ny = 1\n';
    const after = stepped(octave);
    assert.match(after, /^W1 = \[[\d.-]+ [\d.-]+; -0\.\d+ \.\d+\];\nb1 = \[\d\.\d+e-\d; -\d\.\d+e-\d\];\nW2/);
    assert.ok(after.endsWith('x = [1; 2]\ny = 1\n'));
    const latex = 'W1 = \\begin{pmatrix} \\frac{1}{2} & 1 \\end{pmatrix}\nx = [1, 1]\ny = [1]';
    // δ = 1/2: w₁ = 1/2 − 1/20, w₂ = 1 − 1/20.
    assert.match(stepped(latex), /\\frac\{9\}\{20\} & 0\.95/);
  });

  it('finds the numbers of kernels and of columns [W b] where they stand', () => {
    const kernel = '{"layers":[{"kernel":[[1,2],[3,4]]}],"input":[1,0],"target":[0,0]}';
    // o = (1, 2), rows of the kernel are sources: only the first row moves.
    assert.equal(stepped(kernel), kernel.replace('[1,2],[3', '[0.9,1.8],[3'));
    const augmented = '{"layers":[{"weights":[[1,2,0.5]]}],"input":[1,0],"target":[0.5]}';
    assert.equal(stepped(augmented), augmented.replace('[1,2,0.5]', '[0.9,2,0.4]'));
  });

  it('moves a learnt slope that is written, and leaves one that is not', () => {
    const written =
      '{"layers":[{"weights":[[-1]],"activation":{"name":"prelu","weight":0.25}}],"input":[1],"target":[0]}';
    // o = −0.25: ∂L/∂a = −0.25 · −1, ∂L/∂w = −0.25 · 0.25.
    assert.equal(stepped(written), written.replace('[[-1]]', '[[-0.99375]]').replace('0.25', '0.225'));
    const plain = '{"layers":[{"weights":[[-1]],"activation":"prelu"}],"input":[1],"target":[0]}';
    const plan = planOf(plain);
    assert.ok(plan.obstacle === null);
    assert.equal(plan.edits.length, 1);
  });

  it('takes the first step of the optimizer that the text names', () => {
    const text =
      '{"layers":[{"weights":[[3]]}],"input":[2],"target":[2],"optimizer":{"name":"adam","lr":0.5}}';
    // Adam's first step is η · g/(|g| + ε).
    assert.equal(stepped(text), text.replace('[[3]]', '[[2.5]]'));
  });

  it('says the loss before, and after with the numbers as they are written', () => {
    const plan = planOf('{"layers":[{"weights":[[3]]}],"input":[2],"target":[2]}');
    assert.ok(plan.obstacle === null);
    assert.equal(plan.lossBefore, 8);
    assert.equal(plan.lossAfter, 0.5 * (2 * 2.2 - 2) ** 2);
  });

  it('says why it can not be taken', () => {
    assert.deepEqual(planOf('{"layers":[{"weights":[[3]]}],"input":[2]}'), { obstacle: 'no-loss' });
    assert.deepEqual(planOf('{"layers":[{"weights":[[1]]}],"input":[2],"target":[2]}'), { obstacle: 'flat' });
    assert.deepEqual(planOf('{"layers":[{"weights":[[3]]}],"input":[2],"target":[2],"optimizer":"adan"}'), {
      obstacle: 'unknown-optimizer',
    });
    const wide = '{"layers":[{"weights":[[3]]}],"input":[1e200],"target":[2]}';
    assert.deepEqual(planOf(wide), { obstacle: 'not-writable' });
  });

  it('does not write numbers that the text implies or uses twice', () => {
    const study = evaluate(read(`W1 = [1 2]\nx = [1 2]\ny = [0]`, { as: 'network' }));
    assert.ok(study.kind === 'network');
    const [layer] = study.reading.layers;
    const start = layer.weights.places.startOf(0);
    const places = Places.of([start, start], [start + 1, start + 1]);
    const shared = {
      ...study,
      reading: { ...study.reading, layers: [{ ...layer, weights: { ...layer.weights, places } }] },
    };
    assert.deepEqual(finish(descentPlanSteps(shared, 6)), { obstacle: 'implied-numbers' });
  });

  it('of random networks reads back as the step to its digits, and changes no other character', () => {
    const entry = fc.integer({ min: -400, max: 400 }).map((value) => String(value / 100));
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 11, maxLength: 11 }),
        fc.constantFrom('tanh', 'relu', 'softplus', 'identity'),
        fc.constantFrom('sgd', 'adam', 'adagrad', 'rmsprop', 'adamw'),
        (n, activation, optimizer) => {
          const text = `{"layers":[{"weights":[[${n[0]},${n[1]}],[${n[2]},${n[3]}]],"biases":[${n[4]},${n[5]}],"activation":"${activation}"},{"weights":[[${n[6]},${n[7]}]]}],"input":[${n[8]},${n[9]}],"target":[${n[10]}],"optimizer":"${optimizer}","learningRate":0.01}`;
          const plan = planOf(text);
          if (plan.obstacle !== null) return;
          const after = applyEdits(text, plan.edits);
          assert.equal(after.replace(/-?[\d.]+(?:e-?\d+)?/g, '#'), text.replace(/-?[\d.]+(?:e-?\d+)?/g, '#'));
          assert.equal(studyOf(after).loss, plan.lossAfter);
        },
      ),
      { numRuns: 60 },
    );
  });
});
