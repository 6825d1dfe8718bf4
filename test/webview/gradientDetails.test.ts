import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const pictures = join(import.meta.dirname, '../../test-results/webview');

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
}

function rows(page: Page, topic: string): Promise<readonly (readonly string[])[]> {
  return page
    .locator(`.detail[data-topic="${topic}"] tbody tr`)
    .evaluateAll((all) =>
      all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent?.trim() ?? '')),
    );
}

describe('the gradients of a network in sections of the panel', () => {
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

  it('sets the engines side by side, with the fraction, the claim and one verdict', async () => {
    const page = await views.show({ data: 'fractions', height: 1400 });
    await open(page, 'Gradient check');
    await page.waitForSelector('.detail[data-topic="gradientCheck"] tbody tr');
    const found = await rows(page, 'gradientCheck');
    assert.equal(found.length, 9);
    assert.deepEqual(found[6].slice(0, 6), [
      '✓',
      '−0.108125',
      '−0.108125',
      '−0.108125',
      '−173/1600',
      '−0.4 wrong',
    ]);
    const verdict = page.locator('.detail[data-topic="gradientCheck"] .verdict').first();
    assert.equal(await verdict.getAttribute('aria-label'), 'agree');
    assert.match(
      (await page.locator('.detail-body > p').first().textContent()) ?? '',
      /agree on 9 parameters/,
    );
    await open(page, 'Exact fractions');
    await open(page, 'Other conventions of the loss');
    await page.waitForSelector('.detail[data-topic="conventions"] tbody tr');
    assert.deepEqual(await rows(page, 'conventions'), [['× 1'], ['× 2'], ['× 2']]);
    await page.screenshot({ path: join(pictures, 'gradientDetails.png'), fullPage: true });
    await page.setViewportSize({ width: 300, height: 1400 });
    await page.screenshot({ path: join(pictures, 'gradientDetails-narrow.png'), fullPage: true });
    await page.close();
  });

  it('selects a parameter in the drawing by its name in the table', async () => {
    const page = await views.show({ data: 'fractions' });
    await open(page, 'Gradient check');
    await page.locator('.detail .name-button').nth(1).click();
    assert.equal(await page.locator('.drawing svg [data-key="w0.1.0"].selected').count(), 1);
    await page.close();
  });

  it('says where fractions end', async () => {
    const page = await views.show({ data: 'exercise' });
    await open(page, 'Exact fractions');
    await page.getByText('Fractions end at layer 1: softplus leaves the rationals.').waitFor();
    await page.close();
  });

  it('turns the pages of many parameters', async () => {
    const page = await views.show({ data: 'compact' });
    await open(page, 'Gradient check');
    await page.getByText('1–40 of 75').waitFor();
    await page.getByRole('button', { name: 'Next parameters' }).click();
    await page.getByText('41–75 of 75').waitFor();
    assert.equal((await rows(page, 'gradientCheck')).length, 35);
    await page.close();
  });
});
