import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, closeAllEditors, run, workspaceFile } from './support/editor';
import { networkLoss, networkText } from './support/texts';

async function write(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

describe('Evaluate File', () => {
  afterEach(closeAllEditors);

  it('answers what a text file says, whatever its name', async () => {
    const result = await run(
      'nabla.openFile',
      await write('weights.dat', new TextEncoder().encode(networkText)),
    );
    assert.ok(result.kind === 'network');
    close(result.loss, networkLoss);
  });

  it('refuses a binary file, and a file that is not there', async () => {
    const binary = await write(
      'model.bin',
      Uint8Array.from({ length: 4096 }, (_, index) => index % 251),
    );
    for (const uri of [binary, workspaceFile('no-such-file.json')]) {
      assert.equal(await vscode.commands.executeCommand('nabla.openFile', uri), undefined);
    }
  });

  it('answers a file that is larger than VS Code gives to extensions', async function () {
    this.timeout(60_000);
    const row = '0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64,\n';
    const rows = Math.ceil((51 * 1024 * 1024) / row.length);
    const text = `[${row.repeat(rows)}0]`;
    const result = await run('nabla.openFile', await write('huge.txt', new TextEncoder().encode(text)));
    assert.ok(result.kind === 'matrix', JSON.stringify(result).slice(0, 300));
    assert.deepEqual(result.shape, [1, rows * 10 + 1]);
  });
});
