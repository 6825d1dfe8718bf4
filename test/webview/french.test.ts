import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';
import { select } from './everyState';
import { frenchCases } from './record';

const pictures = join(import.meta.dirname, '../../test-results/webview');
const english =
  /\b(?:the|of|is|are|and|to|with|from|this|that|not|has|have|by|for|rows?|columns?|layers?|weights?|neurons?|loss|show|copy|select|numbers?|input|bias of|sum)\b/i;

async function turnTo(page: Page, data: string): Promise<void> {
  await page.evaluate(async (name) => {
    await (window as unknown as { turnTo(data: string): Promise<void> }).turnTo(name);
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
  }, data);
}

/** What is read on the page and what is said of it, without the person's own text. */
function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const own = 'code, pre, .source, .excerpt';
    const texts = [...document.querySelectorAll('#root *')]
      .filter((one) => one.closest(own) === null && one.closest('math') === null)
      .flatMap((one) => [
        ...[...one.childNodes]
          .filter(({ nodeType }) => nodeType === 3)
          .map(({ textContent }) => textContent ?? ''),
        one.getAttribute('aria-label') ?? '',
        one.getAttribute('title') ?? '',
      ]);
    return texts.filter((text) => text.trim() !== '');
  });
}

/** Texts that are wider than the box that cuts them off. */
function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#root h1, #root h2, #root button, #root dt, #root legend')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
      .map((one) => one.textContent ?? ''),
  );
}

describe('the panel in French', () => {
  let views: Views;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    views = await Views.open();
  });
  after(() => views.close());
  afterEach(() => {
    assert.deepEqual(views.takeComplaints(), []);
  });

  for (const width of [300, 900]) {
    it(`says nothing in English, and fits at ${width} px`, async () => {
      const page = await views.show({ language: 'fr', data: 'exercise.fr', width });
      for (const data of Object.keys(frenchCases)) {
        await turnTo(page, data);
        const said = await saidOn(page);
        assert.deepEqual(
          said.filter((text) => english.test(text)),
          [],
          data,
        );
        const surplus = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(surplus <= 0, `${data} is wider than ${width} px`);
        assert.deepEqual(await clipped(page), [], data);
        await page.screenshot({
          path: join(pictures, `${data}.${width}.png`),
          fullPage: true,
          animations: 'disabled',
        });
      }
      await page.close();
    });
  }

  it('has every section within a side bar of 300 px, numbers behind what they are', async () => {
    const page = await views.show({ language: 'fr', data: 'exercise.fr', width: 300 });
    for (const data of ['exercise.fr', 'distribution.fr', 'many.fr', 'density.fr']) {
      await turnTo(page, data);
      const closed = page.locator('.disclosure[aria-expanded=false]');
      while ((await closed.count()) > 0) await closed.first().click();
      await page.waitForFunction(() => document.querySelector('.detail [role=status]:not(form *)') === null);
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(surplus <= 0, `${data} is ${surplus} px wider than its panel`);
      // Matrices scroll, as they are: rows of names and numbers do not.
      const scrolling = await page
        .locator('.table-frame:has(.stacks)')
        .evaluateAll((frames) =>
          frames.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => frame.textContent),
        );
      assert.deepEqual(scrolling, [], data);
    }
    await turnTo(page, 'exercise.fr');
    const float32 = page.locator('.frameworks tr', { hasText: 'float32' });
    assert.deepEqual(
      await float32.locator('td').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-head'))),
      ['sortie ŷ', 'perte ℒ', 'plus grand écart d’une dérivée'],
    );
    await page.close();
  });

  it('writes numbers with decimal commas where that is asked for, in drawings and sentences too', async () => {
    const page = await views.show({ language: 'fr', data: 'exercise.fr' });
    for (const [data, width] of [
      ['exercise.fr', 900],
      ['distribution.fr', 420],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await turnTo(page, data);
      await select(page, data.replace('.fr', ''));
      const said = await saidOn(page);
      assert.ok(said.some((text) => /^0,\d+$/.test(text.trim())));
      assert.deepEqual(
        said.filter((text) => /\d\.\d/.test(text)),
        [],
        data,
      );
    }
    await page.close();
  });
});
