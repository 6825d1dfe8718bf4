import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const pictures = join(import.meta.dirname, '../../test-results/webview');

async function open(page: Page, title: string, topic: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.waitForSelector(`.detail[data-topic="${topic}"] :is(tbody, ul, dl)`);
}

function rows(page: Page, topic: string): Promise<readonly (readonly string[])[]> {
  return page
    .locator(`.detail[data-topic="${topic}"] tbody tr:not(.group)`)
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}

describe('what is asked of P and Q in sections of the panel', () => {
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

  it('lists every measure, finds one by a part of its name, and takes another order', async () => {
    const page = await views.show({ data: 'distribution', height: 3000, width: 1000 });
    await open(page, 'All measures', 'measures');
    assert.ok((await rows(page, 'measures')).length > 60);
    await page.screenshot({ path: join(pictures, 'measures.png'), fullPage: true });
    await page.getByRole('searchbox').fill('renyi');
    const found = await rows(page, 'measures');
    const names = found.map(([name]) => name.replace(/ α =.*/, ''));
    assert.deepEqual(names, ['min-entropy', 'collision entropy', 'Rényi', 'Rényi entropy']);
    const order = page.getByRole('textbox', { name: 'Rényi, α' });
    await order.fill('2');
    await order.press('Enter');
    await page.waitForFunction(() => document.querySelector('.catalogue')?.textContent?.includes('0.145658'));
    await page.getByRole('searchbox').fill('nothing like it');
    assert.match((await page.locator('[data-topic="measures"]').textContent()) ?? '', /No measure has that/);
    await page.close();
  });

  it('checks the bounds, gives gradients as fractions, and certifies digits', async () => {
    const page = await views.show({ data: 'distribution', height: 2600 });
    await open(page, 'Bounds between measures', 'bounds');
    const verdicts = (await rows(page, 'bounds')).map((cells) => cells.at(-1));
    assert.ok(verdicts.every((verdict) => verdict === 'holds' || verdict === 'with equality'));
    await open(page, 'Gradients by Q, P and logits', 'divergenceGradients');
    const [first] = await rows(page, 'divergenceGradients');
    assert.deepEqual(first.slice(1, 3), ['−27/25 = −1.08000', '−2/75 = −0.026667']);
    await open(page, 'More digits', 'exactDecimals');
    const decimal = page.locator('.long-decimals .number').first();
    assert.equal(await decimal.textContent(), '0.085299601318370567922077970243647278309916690654140');
    await page.getByRole('button', { name: '100 digits' }).click();
    await page.waitForFunction(
      () => (document.querySelector('.long-decimals .number')?.textContent?.length ?? 0) > 100,
    );
    await page.screenshot({ path: join(pictures, 'divergenceDetails.png'), fullPage: true });
    await page.setViewportSize({ width: 300, height: 1400 });
    await page.screenshot({ path: join(pictures, 'divergenceDetails-narrow.png'), fullPage: true });
    await page.close();
  });

  it('says what others print, and where that is not the definition', async () => {
    const page = await views.show({ data: 'support', height: 2600, theme: 'light-modern' });
    await open(page, 'What would others print?', 'wouldPrint');
    const verdicts = await page
      .locator('.calls li')
      .evaluateAll((all) =>
        all.map((item) => [
          item.querySelector('code')?.textContent?.split('(')[0],
          item.getAttribute('data-verdict'),
        ]),
      );
    const known = Object.fromEntries(verdicts) as Readonly<Record<string, string>>;
    assert.equal(known['scipy.stats.entropy'], 'same');
    assert.equal(known['keras.losses.kl_divergence'], 'differs');
    assert.equal(known['philentropy::KL'], 'differs');
    await page.screenshot({ path: join(pictures, 'wouldPrint.png'), fullPage: true });
    await page.close();
  });

  it('splits a joint table into its entropies', async () => {
    const page = await views.show({ data: 'joint', height: 1600 });
    await open(page, 'Two variables', 'jointTable');
    const found = await rows(page, 'jointTable');
    const information = found.find(([title]) => title === 'mutual information');
    assert.deepEqual(information?.slice(2), ['0.37500', '', '= 3/8']);
    await page.screenshot({ path: join(pictures, 'jointTable.png'), fullPage: true });
    await page.close();
  });

  it('offers none of it for a network', async () => {
    const page = await views.show({ data: 'exercise' });
    assert.equal(await page.getByRole('button', { name: 'All measures' }).count(), 0);
    await page.close();
  });
});
