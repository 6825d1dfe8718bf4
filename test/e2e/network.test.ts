import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import {
  focusEditorAt,
  goTo,
  hoverOver,
  openSideBar,
  reloadWindow,
  runCommand,
  selectLines,
} from '../../build/vscode/workbench.mjs';
import oracle from '../oracle/networks.json' with { type: 'json' };
import { columnOf, createSession, lineOf, root, type Session, type Window } from './session';

const file = 'exercise-1.nabla.json';
const textbook = oracle.find(({ name }) => name === 'textbook-3-2-1-softplus');

describe('the network of the first exercise, in VS Code', () => {
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

  const first = () => lineOf(session, file, '{');
  const last = () => lineOf(session, file, 'learningRate') + 1;

  async function showNetwork(): Promise<Frame> {
    await selectLines(window.page, first(), last());
    await runCommand(window.page, 'Nabla: Show Network');
    const panel = await window.panel('editor', '[role=group][aria-label^="network 3–2–1"]');
    return panel;
  }

  const edge = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name });

  it('is drawn with its loss and every gradient', async () => {
    const panel = await showNetwork();
    await panel.getByRole('group', { name: 'network 3–2–1, loss 0.160713' }).waitFor();
    const expected = textbook?.expected.gradients;
    assert.ok(expected);
    for (const [layer, rows] of expected.weights.entries()) {
      for (const [to, row] of rows.entries()) {
        for (const [from, derivative] of row.entries()) {
          const source = layer === 0 ? `input ${from + 1}` : `neuron ${from + 1}`;
          const name = new RegExp(`^weight from ${source}( of layer 1)? to neuron ${to + 1}, `);
          assertDerivative(await edge(panel, name).first().getAttribute('aria-label'), derivative, layer, to);
        }
      }
      for (const [to, derivative] of (expected.biases[layer] ?? []).entries()) {
        const name = new RegExp(`^bias of neuron ${to + 1} of layer ${layer + 1}, `);
        assertDerivative(await edge(panel, name).getAttribute('aria-label'), derivative, layer, to);
      }
    }
    await window.finish('network');
  });

  it('writes its equations out in a section that is opened', async () => {
    const panel = await showNetwork();
    await panel.getByRole('button', { name: 'Equations', exact: true }).click();
    await panel.locator('.detail[data-topic=derivation] math').first().waitFor();
    await window.finish('network-equations');
  });

  it('selects the number in the text when its edge is clicked', async () => {
    const panel = await showNetwork();
    await edge(panel, /^weight from input 2 to neuron 1, 0\.2,/)
      .locator('.hit')
      .click({ force: true });
    await edge(panel, /^weight from input 2 to neuron 1, 0\.2,/)
      .and(panel.locator('[aria-pressed=true]'))
      .waitFor();
    const line = lineOf(session, file, '[0.1, 0.2');
    const column = columnOf(session, file, '0.2', '[0.1, 0.2');
    // The status bar speaks of the editor that has the focus.
    await focusEditorAt(window.page, `Ln ${line}, Col ${column + 3} (3 selected)`);
    await window.finish('network-click');
  });

  it('lights the edge of the number at the cursor', async () => {
    const panel = await showNetwork();
    await window.page.locator('.editor-instance .view-line').first().click();
    const line = lineOf(session, file, '[0.4, -0.5');
    await goTo(window.page, line, columnOf(session, file, '-0.5', '[0.4, -0.5') + 1);
    await edge(panel, /^weight from input 2 to neuron 2, minus 0\.5,/)
      .and(panel.locator('[aria-pressed=true]'))
      .waitFor();
    await window.finish('network-cursor');
  });

  it('says loss and gradients in a hover over the selection', async () => {
    await selectLines(window.page, first(), last());
    const hover = await hoverOver(window.page, '"weights": [', /0\.160713/);
    assert.match((await hover.textContent()) ?? '', /0\.118719/);
    await window.finish('network-hover');
  });

  it('is followed by the side panel as the selection moves', async () => {
    await openSideBar(window.page, 'Nabla');
    const side = await window.panel('side');
    await selectLines(window.page, first(), last());
    await side.getByText('0.160713').first().waitFor();
    await window.finish('network-side');
  });

  it('stays in the side panel while a selection has only a part of it', async () => {
    await openSideBar(window.page, 'Nabla');
    await goTo(window.page, first());
    const side = await window.panel('side', '[role=group][aria-label^="network 3–2–1"]');
    await window.page.keyboard.press('Shift+ArrowDown');
    for (let line = first() + 1; line < lineOf(session, file, '[0.1, 0.2'); line++)
      await window.page.keyboard.press('Shift+ArrowDown');
    // To the middle of the last number of the row: the edge that lights up tells that the selection was followed.
    await window.page.keyboard.press('Shift+End');
    for (const _ of '3],') await window.page.keyboard.press('Shift+ArrowLeft');
    await edge(side, /^weight from input 3 to neuron 1, minus 0\.3,/)
      .and(side.locator('[aria-pressed=true]'))
      .waitFor();
    assert.equal(await side.locator('.error-state').count(), 0);
    await window.finish('network-fragment');
  });

  it('stays in its panel when the window is loaded anew', async () => {
    await showNetwork();
    await reloadWindow(window.page);
    const panel = await window.panel('editor', '[role=group][aria-label^="network 3–2–1"]');
    await panel.getByRole('group', { name: 'network 3–2–1, loss 0.160713' }).waitFor();
    await window.finish('network-reloaded');
  });
});

/** Labels carry six significant digits of the largest number of their matrix: the rest may be rounded. */
function assertDerivative(label: string | null, expected: number, layer: number, to: number): void {
  const [, minus, digits] = /derivative (minus )?([\d.]+)/.exec(label ?? '') ?? [];
  const value = Number(digits) * (minus === undefined ? 1 : -1);
  assert.ok(
    Math.abs(value - expected) < 5.1e-7,
    `layer ${layer + 1}, neuron ${to + 1}: “${label}”, expected ${expected}`,
  );
}
