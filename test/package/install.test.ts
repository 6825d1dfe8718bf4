import { runCommand, selectLines } from '../../build/vscode/workbench.mjs';
import { createSession, lineOf, type Session } from '../e2e/session';
import { packedExtension } from './vsix';

describe('the installed .vsix', () => {
  let session: Session;

  before(async () => {
    const { path } = await packedExtension();
    session = await createSession({ vsix: path });
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
});
