// Drives a VS Code workbench in a page as a person does. Waits for conditions, never for time.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * The address of a served VS Code.
 * @param {import('./serve.mjs').ServedVSCode} served
 * @param {object} options Absolute paths of this machine.
 * @param {string} options.folder
 * @param {string} [options.file] Opened at first.
 * @param {string} [options.extension] Under development: loaded from its folder.
 * @param {'node' | 'web'} [options.host] The extension host it runs in.
 * @param {string} [options.tests] A module with `run()`, called in that host.
 */
export function workbenchUrl(served, { folder, file, extension, host = 'node', tests }) {
  /** @type {[string, string][]} */
  const payload = [];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', served.remote(extension)]);
  if (host === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  if (tests !== undefined) payload.push(['extensionTestsPath', served.remote(tests)]);
  if (file !== undefined) payload.push(['openFile', served.remote(file)]);
  const url = new URL(served.origin);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * Opens the address and waits until a person could type.
 * @param {Page} page
 * @param {string} url
 * @param {{ file?: string }} [options] `file`: the name of the editor that must be open.
 */
export async function openWorkbench(page, url, { file } = {}) {
  await page.goto(url);
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await page.locator('.statusbar-item').first().waitFor({ timeout: 60_000 });
  if (file !== undefined) await waitForEditor(page, file);
}

/**
 * @param {Page} page
 * @param {string} name
 */
export async function waitForEditor(page, name) {
  await page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: 60_000 });
  await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
}

/** What a single attempt may take, in milliseconds. */
const patience = 5000;

/** @param {Page} page */
function quickInput(page) {
  return page.locator('.quick-input-widget:visible');
}

/**
 * Does something from the keyboard until it is done. The workbench takes the focus away while its window or a
 * panel is still opening, and what was typed then is lost: a person who sees that does it again.
 * @param {Page} page
 * @param {() => Promise<void>} act Must throw where it is not done, within seconds.
 */
async function untilDone(page, act) {
  for (let attempt = 0; ; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * Opens the quick input by its key and types into it.
 * @param {Page} page
 * @param {string} key
 * @param {string} text
 */
async function typeInQuickInput(page, key, text) {
  await page.keyboard.press(key);
  await quickInput(page)
    .locator('input[type=text], input:not([type])')
    .first()
    .fill(text, { timeout: patience });
}

/**
 * Runs a command from the palette, by its title.
 * @param {Page} page
 * @param {string} title As the palette shows it: `Nabla: Show Network`.
 */
export async function runCommand(page, title) {
  const row = quickInput(page)
    .locator('.monaco-list-row', { has: page.getByText(title, { exact: true }) })
    .first();
  await untilDone(page, async () => {
    await typeInQuickInput(page, 'F1', `>${title}`);
    await row.click({ timeout: patience });
  });
  await quickInput(page).waitFor({ state: 'hidden' });
}

/**
 * Loads the window anew as its own command does, which keeps what is to be kept.
 * @param {Page} page
 */
export async function reloadWindow(page) {
  const loaded = page.waitForEvent('load', { timeout: 60_000 });
  await runCommand(page, 'Developer: Reload Window').catch((error) => {
    // The palette may go with its page before it was seen to close.
    if (!/navigat|destroyed|detached/i.test(error.message)) throw error;
  });
  await loaded;
  await page.locator('.statusbar-item').first().waitFor({ timeout: 60_000 });
}

/**
 * Opens a view container of the activity bar, and waits until it is.
 * @param {Page} page
 * @param {string} name
 */
export async function openSideBar(page, name) {
  const tab = page.locator('.activitybar').getByRole('tab', { name }).first();
  const title = page.locator('.sidebar .composite.title', { hasText: name });
  // While the window starts it may still open the view of the last time over this one.
  for (let attempt = 0; attempt < 5; attempt++) {
    if (!(await title.isVisible())) await tab.click();
    const opened = await title.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (opened) return;
  }
  throw new Error(`The side bar does not open ${name}.`);
}

/**
 * Goes to a place in the active editor.
 * @param {Page} page
 * @param {number} line From 1.
 * @param {number} [column] From 1.
 */
export async function goTo(page, line, column = 1) {
  await untilDone(page, async () => {
    await typeInQuickInput(page, 'Control+G', `:${line}:${column}`);
    await page.keyboard.press('Enter');
    await quickInput(page).waitFor({ state: 'hidden', timeout: patience });
    await cursorAt(page, `Ln ${line}, Col ${column}`, patience);
  });
}

/**
 * Waits until the status bar says where the cursor is, or how much is selected.
 * @param {Page} page
 * @param {string | RegExp} text
 * @param {number} timeout In milliseconds.
 */
async function cursorAt(page, text, timeout) {
  const item = page.locator('.statusbar-item', { hasText: text }).first();
  await item.waitFor({ timeout }).catch(async (error) => {
    throw new Error(`The status bar does not say ${text} but ${await statusOfCursor(page)}`, {
      cause: error,
    });
  });
}

/**
 * Gives the first editor the focus, and waits until the status bar says what is selected there.
 * @param {Page} page
 * @param {string} text
 */
export async function focusEditorAt(page, text) {
  await untilDone(page, async () => {
    await page.keyboard.press('Control+1');
    await cursorAt(page, text, patience);
  });
}

/**
 * Selects whole lines in the active editor, as a person does with Shift and the arrows.
 * @param {Page} page
 * @param {number} first From 1.
 * @param {number} last From 1, included.
 */
export async function selectLines(page, first, last) {
  await untilDone(page, async () => {
    await goTo(page, first);
    for (let line = first; line < last; line++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await cursorAt(page, new RegExp(`Ln ${last}, Col \\d+ \\(\\d+ selected\\)`), patience);
  });
}

/**
 * The selection in the active editor, as the status bar counts it.
 * @param {Page} page
 */
async function statusOfCursor(page) {
  return (await page.locator('#status\\.editor\\.selection').allTextContents()).join();
}

/**
 * The middle of a text in the active editor, once it is drawn there.
 * @param {Page} page
 * @param {string} text A stretch of one line.
 * @returns {Promise<{ x: number, y: number }>}
 */
export async function textInEditor(page, text) {
  const handle = await page.waitForFunction((wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      // Spaces are drawn as no-break spaces, in a selection as dots.
      const start = (line.textContent ?? '').replaceAll(/[\u00a0\u00b7]/g, ' ').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let passed = 0;
      let begun = false;
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (!begun && start < passed + length) {
          range.setStart(node, start - passed);
          begun = true;
        }
        if (begun && start + wanted.length <= passed + length) {
          range.setEnd(node, start + wanted.length - passed);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        passed += length;
      }
    }
    return null;
  }, text);
  const place = await handle.jsonValue();
  if (place === null) throw new Error(`“${text}” is not to be seen in the editor.`);
  return place;
}

/**
 * Rests the mouse on a text of the active editor until the hover is there.
 * @param {Page} page
 * @param {string} text A stretch of one line, as it is drawn there.
 * @param {RegExp} expected What the hover must come to say.
 */
export async function hoverOver(page, text, expected) {
  const box = await textInEditor(page, text);
  const hover = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  // The editor asks once for each rest of the mouse, also while an extension is still starting: rest anew.
  for (let attempt = 0; attempt < 15; attempt++) {
    await page.mouse.move(box.x, box.y + 300);
    await page.mouse.move(box.x + (attempt % 3), box.y, { steps: 3 });
    const shown = await hover.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (shown) return hover;
  }
  const seen = await page.locator('.monaco-hover:visible').allInnerTexts();
  throw new Error(`No hover says ${expected}. Hovers: ${JSON.stringify(seen)}`);
}

/**
 * The frame of a webview (a frame within a frame) that holds what is looked for.
 * @param {Page} page
 * @param {string} selector
 * @param {{ within?: string, timeout?: number }} [options] `within`: only frames that also hold this.
 * @returns {Promise<Frame>}
 */
export async function webviewFrame(page, selector, { within, timeout = 30_000 } = {}) {
  const deadline = Date.now() + timeout;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      // A frame may go while it is asked.
      const holds = await frame
        .evaluate(
          ([wanted, also]) =>
            document.querySelector(wanted) !== null && (also === '' || document.querySelector(also) !== null),
          /** @type {const} */ ([selector, within ?? '']),
        )
        .catch(() => false);
      if (holds) return frame;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `No webview holds ${selector}. Frames: ${page
          .frames()
          .map((frame) => frame.url())
          .join(', ')}`,
      );
    }
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/**
 * A picture of the window, once every frame has its fonts.
 * @param {Page} page
 * @param {string} path
 */
export async function screenshot(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  for (const frame of page.frames()) {
    // A frame may go while it is asked.
    await frame.evaluate(() => document.fonts.ready.then(() => undefined)).catch(() => undefined);
  }
  await page.screenshot({ path });
}
