import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const pictures = join(import.meta.dirname, '../../test-results/webview');

async function open(page: Page, title: string, topic: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.waitForSelector(`.detail[data-topic="${topic}"] table`);
}

describe('facts, moments and rows in sections of the panel', () => {
  let views: Views;

  before(async () => {
    views = await Views.open();
  });

  after(async () => {
    await views.close();
  });

  afterEach(() => {
    assert.deepEqual(views.takeComplaints(), []);
  });

  it('tick every hypothesis on the numbers of the sheet, and draw the supporting line at E X', async () => {
    const page = await views.show({ data: 'distribution', height: 1700 });
    await open(page, 'Three facts', 'facts');
    const marks = await page.locator('.hypotheses .mark').allTextContents();
    assert.deepEqual(marks, ['✓', '✓', '✓', '✓', '✓', '✓', '✓']);
    const numbers = await page.locator('.fact-numbers').allTextContents();
    assert.match(numbers[0] ?? '', /1\.098612 − 1\.013313 = 0\.085300/);
    assert.equal(await page.locator('.jensen-chart circle.value').count(), 3);
    assert.equal(await page.locator('.jensen-chart .supporting').count(), 1);
    assert.equal(await page.locator('.jensen table tbody tr').count(), 3);
    await page.screenshot({ path: join(pictures, 'facts.png'), fullPage: true });
    await page.close();
  });

  it('cross the hypothesis that fails, and let the gap grow without end', async () => {
    const page = await views.show({ data: 'support', height: 1700 });
    await open(page, 'Three facts', 'facts');
    const failed = await page.locator('.hypotheses .fails').allTextContents();
    assert.deepEqual(failed.length, 1);
    assert.match(failed[0] ?? '', /q = 0 somewhere where p > 0/);
    assert.match((await page.locator('.gap-label').textContent()) ?? '', /\+∞/);
    await page.screenshot({ path: join(pictures, 'facts-support.png'), fullPage: true });
    await page.close();
  });

  for (const theme of ['light-modern', 'high-contrast'] as const) {
    it(`stay readable in ${theme} and in a narrow panel`, async () => {
      const page = await views.show({ data: 'mixture', theme, width: 320, height: 2600 });
      await open(page, 'Three facts', 'facts');
      await open(page, 'Moments', 'moments');
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(surplus, 0);
      await page.screenshot({ path: join(pictures, `facts-narrow.${theme}.png`), fullPage: true });
      await page.close();
    });
  }

  it('give the mean and the deviation of a mixture', async () => {
    const page = await views.show({ data: 'mixture', height: 1600 });
    await open(page, 'Moments', 'moments');
    const cells = await page.locator('.detail[data-topic="moments"] tbody td').allTextContents();
    assert.deepEqual(cells.slice(0, 2), ['2.80000', '2.80000']);
    await page.screenshot({ path: join(pictures, 'moments.png'), fullPage: true });
    await page.close();
  });

  it('set the nearest normal of each direction of KL over P', async () => {
    const page = await views.show({ data: 'mixture', height: 1700 });
    await open(page, 'Forward and reverse KL', 'projections');
    assert.equal(await page.locator('path.projection').count(), 2);
    const least = await page.locator('.detail[data-topic="projections"] td.least').allTextContents();
    const [forward, reverse] = least.map(Number);
    const cells = await page.locator('.detail[data-topic="projections"] tbody td').allTextContents();
    assert.ok(forward !== undefined && forward < Number(cells[6]));
    assert.ok(reverse !== undefined && reverse < Number(cells[3]));
    await page.screenshot({ path: join(pictures, 'projections.png'), fullPage: true });
    await page.close();
  });

  it('compare each row with each other', async () => {
    const page = await views.show({ data: 'rows', height: 1600 });
    await open(page, 'Every row', 'pairwise');
    const tables = page.locator('.detail[data-topic="pairwise"] table');
    assert.equal(await tables.count(), 2);
    assert.equal(await tables.first().locator('tbody tr').count(), 4);
    await page.screenshot({ path: join(pictures, 'pairwise.png'), fullPage: true });
    await page.close();
  });
});
