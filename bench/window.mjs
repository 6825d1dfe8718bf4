// What a person waits for in the window: the panel.
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { launchChromium } from '../build/vscode/browser.mjs';
import { serveVSCode } from '../build/vscode/serve.mjs';
import {
  openWorkbench,
  runCommand,
  selectLines,
  webviewFrame,
  workbenchUrl,
} from '../build/vscode/workbench.mjs';
import { median } from './figure.mjs';

const windows = 5;
const drawing = '[role=group][aria-label^="network"] [data-key]';

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureWindow() {
  const served = await serveVSCode();
  const browser = await launchChromium();
  const folder = join(root, 'examples');
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const later = [];
  try {
    for (let i = 0; i < windows; i += 1) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(watch);
      const file = join(folder, 'exercise-1.nabla.json');
      await openWorkbench(page, workbenchUrl(served, { folder, file, extension: root }), {
        file: 'exercise-1.nabla.json',
      });
      await selectLines(page, 3, 20);
      first.push(await panelOf(page));
      for (let again = 0; again < 3; again += 1) {
        const tab = page.locator('.tab', { hasText: /^\s*Nabla\s*$/ }).first();
        await tab.click({ button: 'middle' });
        await tab.waitFor({ state: 'detached' });
        later.push(await panelOf(page));
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await served.stop();
  }
  return [
    {
      name: 'Panel: from the choice of Show Network in the palette to the drawing',
      value: median(later),
      unit: 'ms',
      goal: 500,
      about: `textbook network, a new panel each time, median of ${later.length}; largest ${Math.max(...later).toFixed(0)} ms`,
    },
    {
      name: 'The same, the first in its window: with the start of the server',
      value: median(first),
      unit: 'ms',
      about: `median of ${windows}; largest ${Math.max(...first).toFixed(0)} ms`,
    },
  ];
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>} Milliseconds.
 */
async function panelOf(page) {
  await runCommand(page, 'Nabla: Show Network');
  await webviewFrame(page, drawing);
  // Both clocks are this machine's; what the look into the frames takes is in the figure.
  const drawn = Date.now();
  return drawn - Number(await page.evaluate('window.nablaPressed'));
}

/** In the window before its scripts: notes the last press of the mouse. */
function watch() {
  const notes = /** @type {Record<string, number>} */ (/** @type {unknown} */ (window));
  window.addEventListener(
    'mousedown',
    () => {
      notes.nablaPressed = Date.now();
    },
    true,
  );
}
