import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runCommand, selectLines } from '../../build/vscode/workbench.mjs';
import { createSession, lineOf, root, type Session } from '../e2e/session';
import { packedExtension } from './vsix';

describe('the installed .vsix', () => {
  let session: Session;
  let compiled: string;

  before(async () => {
    const { path } = await packedExtension();
    session = await createSession({ vsix: path });
    compiled = join(session.globalStorage, 'nabla.nabla', 'compiled');
    mkdirSync(join(compiled, '0.0.1'), { recursive: true });
  });
  after(() => session.close());

  it('evaluates a selection', async () => {
    const file = 'exercise-1.nabla.json';
    const window = await session.open(file);
    await selectLines(window.page, lineOf(session, file, '{'), lineOf(session, file, 'learningRate') + 1);
    await runCommand(window.page, 'Nabla: Evaluate Selection');
    const panel = await window.panel('editor', '[role=group][aria-label^="network 3–2–1"]');
    await panel.getByRole('group', { name: 'network 3–2–1, loss 0.160713' }).waitFor();
    await window.finish('package');
    await window.close();
  });

  it('keeps what Node compiled of its server, for this version alone', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const kept = join(compiled, version);
    while (!existsSync(kept) || readdirSync(kept, { recursive: true }).length < 10) await delay(50);
    assert.deepEqual(readdirSync(compiled), [version]);
  });
});
