// Every recorded state of the panel, shown one after another in one page.
import type { Page } from 'playwright-core';
import { cases } from './record';

export const states = [...Object.keys(cases), 'empty'];

const selections: Readonly<Record<string, string>> = {
  exercise: 'w0.1.0',
  side: 'w0.1.0',
  batch: 'w0.1.0',
  classes: 'w0.1.0',
  deep: 'w0.1.0',
  compact: 'w0.1.0',
  forward: 'n0.0',
};

/** Clicks what is looked at in a state, where it has such a thing. */
export async function select(page: Page, data: string): Promise<void> {
  const key = selections[data];
  if (key !== undefined) await page.locator(`.drawing svg [data-key="${key}"]`).dispatchEvent('click');
}

/** Another state in the same page, once two frames have measured and drawn it. */
export function turnTo(page: Page, data: string): Promise<void> {
  return page.evaluate(async (name) => {
    await (window as unknown as { turnTo(data: string): Promise<void> }).turnTo(name);
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
  }, data);
}
