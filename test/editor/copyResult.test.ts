import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, closeAllEditors, openText, selectAll } from './support/editor';
import { distributionText, klPQ, networkJson, networkText } from './support/texts';

async function copied(content: string): Promise<string> {
  await vscode.env.clipboard.writeText('nothing yet');
  const editor = await openText(content);
  await selectAll(editor);
  await vscode.commands.executeCommand('nabla.copyResult');
  return vscode.env.clipboard.readText();
}

describe('Copy Result', () => {
  afterEach(closeAllEditors);

  it('copies the gradients of a network in JSON as JSON', async () => {
    const { gradients } = JSON.parse(await copied(networkJson));
    close(gradients.weights[0][0][1], -0.11871944641765922);
    close(gradients.input[0][2], 0.08773235914832803);
  });

  it('copies them as Octave matrices where the network was written so', async () => {
    const text = await copied(networkText);
    assert.match(text, /^dW1 = \[-0\.0593\S+ -0\.1187\S+ -0\.1780\S+; 0\.1165/);
    assert.match(text, /^db1 = \[-0\.0593\S+; 0\.1165\S+\];$/m);
    assert.match(text, /^dW2 = /m);
  });

  it('copies divergences as JSON', async () => {
    const measures = JSON.parse(await copied(distributionText));
    close(measures.klPQ, klPQ);
    assert.equal(typeof measures.jensenShannon, 'number');
  });

  it('copies the numbers of a matrix', async () => {
    assert.deepEqual(JSON.parse(await copied('[[1, 2], [3, "1/2"]]')), [
      [1, 2],
      [3, 0.5],
    ]);
    assert.equal(await copied('[1 2; 3 4]'), '[1 2; 3 4]');
    assert.equal(await copied('np.array([[1, 2], [3, 4]])'), 'np.array([[1, 2],\n          [3, 4]])');
    assert.equal(await copied('{{1, 1/2}, {3, 4}}'), '{{1, 0.5},\n {3, 4}}');
    assert.equal(
      await copied('\\begin{pmatrix} 1 & 2 \\end{pmatrix}'),
      '\\begin{pmatrix}\n  1 & 2\n\\end{pmatrix}',
    );
  });

  it('leaves the clipboard alone where there is nothing to copy', async () => {
    assert.equal(await copied('[[1, 2], [3]]'), 'nothing yet');
  });
});
