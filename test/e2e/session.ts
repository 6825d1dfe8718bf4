import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchChromium } from '../../build/vscode/browser.mjs';
import { type ServedVSCode, serveVSCode } from '../../build/vscode/serve.mjs';
import { openWorkbench, screenshot, webviewFrame, workbenchUrl } from '../../build/vscode/workbench.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A served VS Code, a browser, and a copy of the examples. */
export interface Session {
  readonly workspace: string;
  /** The folder in which VS Code keeps a folder for what is each extension's own. */
  readonly globalStorage: string;
  /** Opens a window on that file, with nothing kept from other windows. */
  open(file: string): Promise<Window>;
  close(): Promise<void>;
}

export interface Window {
  readonly page: Page;
  /** The panel beside the text, or the one in the side bar, once it shows what is looked for. */
  panel(surface: 'editor' | 'side', selector?: string): Promise<Frame>;
  /**
   * Keeps a picture for people to judge, and fails where the page said what it must never say:
   * an error of ours, or something that the panel's content policy refused.
   */
  finish(name: string): Promise<void>;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Where the extension comes from: its folder, or a package. */
  readonly extension?: string;
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The display language; English where it is left out. */
  readonly language?: string;
}

export async function createSession({
  extension,
  vsix,
  settings = {},
  language,
}: SessionOptions): Promise<Session> {
  const workspace = mkdtempSync(join(tmpdir(), 'nabla-workspace-'));
  cpSync(join(root, 'examples'), workspace, { recursive: true });
  const served = await serveVSCode({
    settings,
    ...(vsix === undefined ? {} : { vsix }),
  });
  const browser = await launchChromium();
  return {
    workspace,
    globalStorage: served.globalStorage,
    open: (file) => openWindow(browser, served, { workspace, file, extension, language }),
    async close() {
      await browser.close();
      await served.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

interface Opening {
  readonly workspace: string;
  readonly file: string;
  readonly extension: string | undefined;
  readonly language: string | undefined;
}

async function openWindow(
  browser: Browser,
  served: ServedVSCode,
  { workspace, file, extension, language }: Opening,
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1500, height: 950 },
  });
  // What a language pack does beside its translations: the workbench and its extensions take it for theirs.
  if (language !== undefined) {
    await context.addInitScript(
      (name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }),
      language,
    );
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const ours =
      message.type() === 'error' &&
      /nabla\.nabla|[\\/]dist[\\/](?:client|connection|server|webview)\b/.test(text);
    const refused = /violates the following Content Security Policy/.test(text);
    // The workbench's own page has a policy too, which its own scripts stumble over.
    const inWebview = message.location().url.includes('/webview/');
    if (ours || (refused && inWebview)) complaints.push(text);
  });
  const path = join(workspace, file);
  const url = workbenchUrl(served, {
    folder: workspace,
    file: path,
    ...(extension === undefined ? {} : { extension }),
  });
  await openWorkbench(page, url, { file: basename(file) });
  const picture = (name: string) => screenshot(page, join(root, 'test-results', 'e2e', `${name}.png`));
  return {
    page,
    panel: (surface, selector = 'main') => webviewFrame(page, `body[data-surface=${surface}] ${selector}`),
    picture,
    async finish(name) {
      await picture(name);
      assert.deepEqual(complaints, []);
    },
    close: () => context.close(),
  };
}

/** The number of the first line, from 1, that contains the text. */
export function lineOf(session: Session, file: string, text: string): number {
  const lines = readFileSync(join(session.workspace, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} has no line with ${text}`);
  return index + 1;
}

/** The column, from 1, at which the text begins on its line. */
export function columnOf(session: Session, file: string, text: string, within: string): number {
  const lines = readFileSync(join(session.workspace, file), 'utf8').split('\n');
  const line = lines.find((candidate) => candidate.includes(within)) ?? '';
  return line.indexOf(text, line.indexOf(within)) + 1;
}
