import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../build/vscode/browser.mjs';
import { openSite, type Site } from './site';

export const themes = ['dark-modern', 'light-modern', 'high-contrast', 'high-contrast-light'] as const;
export type ThemeName = (typeof themes)[number];

export interface OpenPage {
  readonly data?: string;
  readonly page?: 'panel' | 'bundle';
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly font?: number;
  readonly language?: 'fr';
}

/** One browser and one server for a file of tests; every page's complaints are gathered. */
export class Views {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #site: Site;
  readonly #complaints: string[] = [];

  private constructor(browser: Browser, context: BrowserContext, site: Site) {
    this.#browser = browser;
    this.#context = context;
    this.#site = site;
  }

  static async open(): Promise<Views> {
    const site = await openSite();
    const browser = await launchChromium();
    return new Views(browser, await browser.newContext(), site);
  }

  async show(options: OpenPage = {}): Promise<Page> {
    const { data = 'exercise', theme = 'dark-modern', width = 900, height = 900, font, language } = options;
    const page = await this.#context.newPage();
    await page.setViewportSize({ width, height });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    await page.exposeFunction('complain', (text: string) => this.#complaints.push(text));
    // The test runner's compiler marks functions with this helper, which the page does not have.
    await page.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const tell = (window as unknown as { complain(text: string): void }).complain;
        tell(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    const query = new URLSearchParams({
      data,
      theme,
      ...(font === undefined ? {} : { font: String(font) }),
      ...(language === undefined ? {} : { language }),
    });
    await page.goto(`${this.#site.address}/${options.page ?? 'panel'}.html?${query}`);
    await page.waitForSelector('main.panel');
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  /** What pages said against themselves since the last call: errors, warnings, broken policy. */
  takeComplaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }
}
