import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openText, selectAll } from './support/editor';
import { distributionText, networkText } from './support/texts';

describe('Equations as text', () => {
  afterEach(closeAllEditors);

  it('copies every equation as LaTeX and as Markdown', async () => {
    const latex = await vscode.commands.executeCommand('nabla.copyDerivation', {
      text: networkText,
      format: 'latex',
    });
    assert.equal(await vscode.env.clipboard.readText(), latex);
    assert.match(
      String(latex),
      /^\\paragraph\{\(1\) Activation softplus and its slope\}\n\\begin\{align\*\}\n/,
    );
    const markdown = await vscode.commands.executeCommand('nabla.copyDerivation', {
      text: distributionText,
      format: 'markdown',
    });
    assert.match(String(markdown), /32 \\, \\ln 2 \+ 55 \\, \\ln 3 - 50 \\, \\ln 5/);
  });

  it('inserts them below the block of a Markdown file', async () => {
    const editor = await openText(`# Work\n\n\`\`\`\n${networkText}\n\`\`\`\n\nAfter.\n`, 'markdown');
    const lines = networkText.trimEnd().split('\n').length;
    editor.selection = new vscode.Selection(3, 0, 3 + lines, 0);
    await vscode.commands.executeCommand('nabla.insertDerivation');
    const text = editor.document.getText();
    const fence = text.lastIndexOf('```');
    const equations = text.indexOf('**(2) Pre-activation of neuron 1 of layer 1**');
    assert.ok(equations > fence, text);
    assert.ok(text.indexOf('After.') > equations, text);
  });

  it('leaves other files alone', async () => {
    const editor = await openText(networkText, 'plaintext');
    await selectAll(editor);
    await vscode.commands.executeCommand('nabla.insertDerivation');
    assert.equal(editor.document.getText(), networkText);
  });
});
