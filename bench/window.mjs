// What a person waits for in the window: activation as VS Code itself counts it, and the panel.
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
  /** @type {number[]} */
  const activations = [];
  /** @type {number[]} */
  const panels = [];
  try {
    for (let i = 0; i < windows; i += 1) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(watch, drawing);
      const file = join(root, 'examples/exercise-1.nabla.json');
      await openWorkbench(
        page,
        workbenchUrl(served, { folder: join(root, 'examples'), file, extension: root }),
        {
          file: 'exercise-1.nabla.json',
        },
      );
      await selectLines(page, 3, 20);
      await page.keyboard.press('Control+Alt+N');
      const frame = await webviewFrame(page, drawing);
      const drawn = await frame.evaluate('window.nablaDrawn');
      const pressed = await page.evaluate('window.nablaPressed');
      panels.push(Number(drawn) - Number(pressed));
      activations.push(await activationOf(page));
      await context.close();
    }
  } finally {
    await browser.close();
    await served.stop();
  }
  return [
    {
      name: 'Activation of the client: code load and activate()',
      value: median(activations),
      unit: 'ms',
      goal: 20,
      about: `as “Developer: Show Running Extensions” counts it, median of ${windows} windows`,
    },
    {
      name: 'Panel: from the keys of Show Network to the drawing',
      value: median(panels),
      unit: 'ms',
      goal: 500,
      about: `textbook network, a new panel each time, median of ${windows}; largest ${Math.max(...panels).toFixed(0)} ms`,
    },
  ];
}

/**
 * In every frame before its scripts: notes the last key press, and when the drawing was first painted.
 * @param {string} selector
 */
function watch(selector) {
  const notes = /** @type {Record<string, number>} */ (/** @type {unknown} */ (window));
  window.addEventListener(
    'keydown',
    () => {
      notes.nablaPressed = Date.now();
    },
    true,
  );
  const seen = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      notes.nablaDrawn = Date.now();
    });
  });
  seen.observe(document, { childList: true, subtree: true });
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>} Milliseconds.
 */
async function activationOf(page) {
  await runCommand(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .extension', { hasText: 'nabla' }).first();
  await row.waitFor();
  const time = row.locator('.activation-time');
  const text = (await time.textContent()) ?? '';
  const value = /(\d+)\s*ms/.exec(text)?.[1];
  if (value === undefined) throw new Error(`The list of running extensions says “${text}”.`);
  return Number(value);
}
