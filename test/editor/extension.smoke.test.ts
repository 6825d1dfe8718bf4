import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const commands = [
  'nabla.showNetwork',
  'nabla.computeGradients',
  'nabla.computeDivergence',
  'nabla.evaluateSelection',
  'nabla.copyResult',
  'nabla.applyDescentStep',
  'nabla.showLog',
];

describe('the extension', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('nabla.nabla');
    assert.ok(extension, 'nabla.nabla is not installed in this host');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has its commands', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.filter((command) => !known.has(command)),
      [],
    );
  });
});
