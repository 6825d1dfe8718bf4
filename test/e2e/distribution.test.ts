import assert from 'node:assert/strict';
import { openSideBar, runCommand, selectLines } from '../../build/vscode/workbench.mjs';
import { createSession, lineOf, root, type Session, type Window } from './session';

const file = 'exercises.md';

describe('P and Q of the third exercise, in VS Code', () => {
  let session: Session;
  let window: Window;

  before(async () => {
    session = await createSession({ extension: root });
  });
  after(() => session.close());

  beforeEach(async () => {
    window = await session.open(file);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await window.picture(`failed-${test.title.replaceAll(/\W+/g, '-')}`);
    await window.close();
  });

  async function selectBoth(): Promise<void> {
    await selectLines(window.page, lineOf(session, file, 'P = ['), lineOf(session, file, 'Q = ['));
  }

  it('show both divergences and the terms that make them', async () => {
    await selectBoth();
    await runCommand(window.page, 'Nabla: Compute KL Divergence');
    const panel = await window.panel('editor');
    await panel.getByText('0.085300').first().waitFor();
    await panel.getByText('0.097455').first().waitFor();
    const text = (await panel.locator('main').textContent()) ?? '';
    // 9/25 ln(27/25), 12/25 ln(36/25) and 4/25 ln(12/25).
    for (const term of ['+0.027706', '+0.175029', '−0.117435'])
      assert.ok(text.includes(term), `${term} in ${text}`);
    await window.finish('distribution');
  });

  it('are followed by the side panel', async () => {
    await openSideBar(window.page, 'Nabla');
    const side = await window.panel('side');
    await selectBoth();
    await side.getByText('0.085300').first().waitFor();
    await window.finish('distribution-side');
    await side.getByText('Distributions P, Q').waitFor();
  });
});
