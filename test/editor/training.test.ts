import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TrainingAnswer } from '../../extension/protocol/details/training';
import { asking, close, run } from './support/editor';

// The error 4 is multiplied by 1 − 0.1 · 4 at each step.
const line = '{"layers":[{"weights":[[3]]}],"input":[2],"target":[2],"learningRate":0.1}';

/** Many steps of it take minutes. */
function wide(): string {
  const row = (seed: number) => Array.from({ length: 64 }, (_, k) => Math.sin(seed + k) / 8);
  const layer = { weights: Array.from({ length: 64 }, (_, k) => row(k)), activation: 'tanh' };
  const input = Array.from({ length: 32 }, (_, k) => row(100 + k));
  return JSON.stringify({ layers: [layer, layer, layer], input, target: input, learningRate: 1e-9 });
}

describe('training', () => {
  it('goes on where it was, part by part, and tells how far it is', async () => {
    const ask = await asking(line);
    const { token } = new vscode.CancellationTokenSource();
    for (const steps of [1, 2, 5]) {
      const answer = (await ask({ topic: 'training', steps }, token)) as TrainingAnswer;
      assert.equal(answer.steps, steps);
      assert.equal(answer.curve.length, steps + 1);
      close(answer.curve[steps]?.loss, 8 * 0.36 ** steps);
    }
  });

  it('is given up when it is cancelled, and holds up nothing else meanwhile', async () => {
    const ask = await asking(wide());
    const cancellation = new vscode.CancellationTokenSource();
    let isOver = false;
    const long = ask({ topic: 'training', steps: 100_000 }, cancellation.token).finally(() => {
      isOver = true;
    });
    assert.equal((await run('nabla.evaluateSelection', { text: '[1, 2]' })).kind, 'matrix');
    assert.equal(isOver, false);
    cancellation.cancel();
    await assert.rejects(long, (reason) => reason instanceof vscode.CancellationError);
    const { token } = new vscode.CancellationTokenSource();
    assert.equal(((await ask({ topic: 'training', steps: 1 }, token)) as TrainingAnswer).steps, 1);
  });
});
