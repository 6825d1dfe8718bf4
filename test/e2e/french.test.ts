import assert from 'node:assert/strict';
import { hoverOver, openSideBar, runCommand, selectLines } from '../../build/vscode/workbench.mjs';
import { createSession, lineOf, root, type Session, type Window } from './session';

const file = 'exercise-1.nabla.json';

describe('Nabla in a VS Code whose language is French', () => {
  let session: Session;
  let window: Window;

  before(async () => {
    session = await createSession({
      extension: root,
      language: 'fr',
      settings: { 'nabla.decimalComma': 'auto' },
    });
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

  const selectNetwork = () =>
    selectLines(window.page, lineOf(session, file, '{'), lineOf(session, file, 'learningRate') + 1);

  it('has its commands and its panel in French, with decimal commas', async () => {
    await selectNetwork();
    await runCommand(window.page, 'Nabla: Afficher le réseau');
    const panel = await window.panel('editor', '[role=group][aria-label^="réseau 3–2–1"]');
    await panel.getByRole('group', { name: 'réseau 3–2–1, perte 0,160713' }).waitFor();
    await panel.getByText('Sélectionnez une arête ou un neurone').waitFor();
    assert.equal(await panel.locator('html').getAttribute('lang'), 'fr');
    await window.finish('french-network');
  });

  it('has its hover in French', async () => {
    await selectNetwork();
    const hover = await hoverOver(window.page, 'weights', /ℒ = 0,160713/);
    const text = (await hover.textContent()) ?? '';
    assert.match(text, /Réseau 3–2–1/);
    assert.match(text, /gradients concordants\u202f: matrice/);
    await window.finish('french-hover');
  });

  it('follows in the side panel, and studies the activation of the network that is picked', async () => {
    await openSideBar(window.page, 'Nabla');
    await selectNetwork();
    const side = await window.panel('side', 'h1');
    await side.getByText('Réseau 3–2–1').first().waitFor();
    const pick = window.page.locator('.quick-input-widget:visible');
    await window.page.keyboard.press('F1');
    await pick.locator('input').first().fill('>Nabla: Étudier une activation…');
    await pick.getByText('Nabla: Étudier une activation…', { exact: true }).first().click();
    await pick.getByText('dans ce réseau').first().waitFor();
    await window.page.keyboard.press('Enter');
    const panel = await window.panel('editor', '.variations');
    await panel.getByRole('heading', { name: 'Tableau de variations' }).waitFor();
    await panel.getByRole('heading', { name: 'Écart avec ReLU' }).waitFor();
    assert.match((await panel.locator('h1').textContent()) ?? '', /Activation softplus/);
    await window.finish('french-activation');
  });
});
