import assert from 'node:assert/strict';
import { nabla } from './nabla';

const line = '{"layers":[{"weights":[[3]]}],"input":[2],"target":[2],"learningRate":0.1}';

describe('details of training on the command line', () => {
  it('stand in the object under their names', () => {
    const { stdout, stderr, status } = nabla(
      ['eval', '--json', '--detail', 'training,descentStep,hessian'],
      line,
    );
    const result = JSON.parse(stdout);
    assert.equal(result.loss, 8);
    assert.equal(result.details.training.steps, 100);
    assert.deepEqual(
      result.details.descentStep.edits.map(({ text }: { text: string }) => text),
      ['2.2'],
    );
    assert.equal(result.details.hessian.rows.length, 1);
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('are null where a text has nothing of the kind', () => {
    const { stdout } = nabla(['eval', '--json', '--detail', 'diagnosis'], '[[1, 2], [3, 4]]');
    assert.equal(JSON.parse(stdout).details.diagnosis, null);
  });

  it('has the loss after a step and the diagnosis in every result', () => {
    const result = JSON.parse(nabla(['eval', '--json'], line).stdout);
    assert.equal(result.descent.optimizer, 'sgd');
    assert.ok(Math.abs(result.descent.loss - 8 * 0.36) < 1e-14);
    assert.deepEqual(result.diagnosis.layers, [
      { slope: 1, weights: 3, log10: 0, log10Bound: 0, dead: [], saturated: [] },
    ]);
  });
});
