import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const pictures = join(import.meta.dirname, '../../test-results/webview');

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Equations', exact: true }).click();
  await page.waitForSelector('.derivation-steps math');
}

/** Whether a stretch of the page is cut off and cannot be scrolled to. */
function clipped(page: Page): Promise<readonly string[]> {
  return page
    .locator('.step-equation')
    .evaluateAll((all) =>
      all
        .filter((one) => getComputedStyle(one).overflowX !== 'auto' && one.scrollWidth > one.clientWidth)
        .map((one) => one.getAttribute('aria-label') ?? ''),
    );
}

describe('equations in the panel', () => {
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

  it('derive the selected weight, and switch their notation', async () => {
    const page = await views.show({ data: 'exercise', height: 2000 });
    await page.locator('.drawing svg [data-key="w0.1.0"]').dispatchEvent('click');
    await open(page);
    const last = page.locator('.step-equation').nth(-2);
    assert.equal(
      await last.getAttribute('aria-label'),
      '∂ℒ/∂w₂₁⁰ = ∂ℒ/∂o₁¹ ∂o₁¹/∂s₁¹ ∂s₁¹/∂w₂₁⁰ = ∂ℒ/∂o₁¹ φ′(s₁¹) x₂ ≈ −0.139487 · 0.425557 · 2 ≈ −0.118719',
    );
    await page.screenshot({ path: join(pictures, 'derivation.png'), fullPage: true });
    await page.getByLabel('Notation').selectOption('pytorch');
    await page.getByRole('figure', { name: /^layers\.0\.weight\.grad\[0, 1\] = z0\.grad\[0\]/ }).waitFor();
    await page.screenshot({ path: join(pictures, 'derivation-pytorch.png'), fullPage: true });
    for (const notation of ['textbook', 'matrix']) {
      await page.getByLabel('Notation').selectOption(notation);
      await page.waitForFunction(() => document.querySelectorAll('.derivation-steps math').length > 10);
      await page.screenshot({ path: join(pictures, `derivation-${notation}.png`), fullPage: true });
    }
    await page.close();
  });

  it('lead from a term to its edge, and from an edge to its terms', async () => {
    const page = await views.show({ data: 'exercise', height: 2000 });
    await open(page);
    const term = page.locator('.derivation-steps [data-key="w0.0.1"]').first();
    await term.hover();
    await page.waitForSelector('.drawing svg [data-key="w0.0.1"].lit');
    await term.click();
    await page.waitForSelector('.drawing svg [data-key="w0.0.1"].selected');
    await page.waitForSelector('.derivation-steps [data-key="w0.0.1"].chosen');
    await page.locator('.drawing svg [data-key="w0.1.0"]').dispatchEvent('click');
    await page.waitForSelector('.derivation-steps [data-key="w0.1.0"].chosen');
    await page.close();
  });

  it('copy one step and all of them as LaTeX and Markdown', async () => {
    const page = await views.show({ data: 'exercise', height: 2000 });
    await open(page);
    await page.getByRole('button', { name: 'Copy this step as LaTeX' }).first().click();
    await page.getByRole('button', { name: 'Copy all as Markdown' }).click();
    await page.waitForFunction(
      () =>
        (window as unknown as { calls: readonly (readonly [string])[] }).calls.filter(
          ([name]) => name === 'copy',
        ).length === 2,
    );
    const copied = await page.evaluate(() =>
      (window as unknown as { calls: readonly (readonly [string, string])[] }).calls
        .filter(([name]) => name === 'copy')
        .map(([, text]) => text),
    );
    assert.match(copied[0], /^\\paragraph\{Activation softplus and its slope\}\n\\begin\{align\*\}/);
    assert.match(copied[1], /^\*\*\(1\) Activation softplus and its slope\*\*\n\n\$\$\n\\begin\{aligned\}/);
    const shown = await page.locator('.derivation-steps > li').count();
    const titles = copied[1].match(/^\*\*\(\d+\) /gm) ?? [];
    assert.ok(titles.length > shown, `${titles.length} steps copied, ${shown} shown`);
    await page.close();
  });

  it('say the divergence line by line, with each condition ticked', async () => {
    const page = await views.show({ data: 'distribution', height: 2600 });
    await open(page);
    assert.equal(await page.locator('.hypotheses .fails').count(), 0);
    assert.ok((await page.locator('.hypotheses .holds').count()) >= 6);
    await page.screenshot({ path: join(pictures, 'derivation-divergence.png'), fullPage: true });
    await page.close();
  });

  it('need no scrolling at 300 pixels for the exercise, in any notation', async () => {
    const page = await views.show({ data: 'exercise', width: 300, height: 2000 });
    await open(page);
    await page.getByLabel('Derive').selectOption('network');
    for (const [notation, first] of Object.entries({
      sheet: 's₁¹ =',
      textbook: 'z₁^[1] =',
      pytorch: 'z0[0] =',
      matrix: 'z₁ =',
    })) {
      await page.getByLabel('Notation').selectOption(notation);
      await page.locator(`.step-equation[aria-label^="${first}"]`).waitFor();
      const more = page.getByRole('button', { name: /more step/ });
      while ((await more.count()) > 0) {
        const before = await page.locator('.derivation-steps > li').count();
        await more.click();
        await page.waitForFunction(
          (count) => document.querySelectorAll('.derivation-steps > li').length > count,
          before,
        );
      }
      const wide = await page
        .locator('.step-equation')
        .evaluateAll((all) =>
          all
            .filter((one) => one.scrollWidth > one.clientWidth)
            .map((one) => one.getAttribute('aria-label') ?? ''),
        );
      assert.deepEqual(wide, [], notation);
    }
    await page.close();
  });

  it('are one stop of Tab, with arrows from step to step and to the steps that one builds on', async () => {
    const page = await views.show({ data: 'exercise', height: 2000 });
    await open(page);
    const active = () =>
      page.evaluate(() => document.activeElement?.closest('li')?.id ?? document.activeElement?.className);
    await page.locator('.derivation-steps summary').first().focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    assert.equal(await active(), 'step-4');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('#step-4 details')?.hasAttribute('open') === false,
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('#step-4 details')?.hasAttribute('open') === true,
    );
    await page.locator('#step-4').getByRole('button', { name: 'Go to step 2' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await active(), 'step-2');
    await page.keyboard.press('Tab');
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('.derivation-steps') === null),
      true,
      'Tab leaves the steps',
    );
    await page.close();
  });

  it('fold wide matrices to three columns at 300 pixels, and write them out when asked', async () => {
    const page = await views.show({ data: 'compact', width: 300, height: 2000 });
    await open(page);
    await page.getByLabel('Derive').selectOption('layer1');
    // The columns of each matrix that is drawn: two, the dots, and the last.
    const columns = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.step-equation mtr')].map(
          (row) => row.querySelectorAll(':scope > mtd').length,
        ),
      );
    await page.locator('.step-equation mtable').first().waitFor();
    assert.equal(Math.max(...(await columns())), 4);
    await page.getByLabel('Long sums in full').check();
    await page.waitForFunction(() => document.querySelectorAll('.step-equation mtr > mtd').length > 100);
    assert.ok(Math.max(...(await columns())) > 4);
    await page.close();
  });

  it('cut nothing off at 300 pixels, whatever is derived', async () => {
    for (const data of ['exercise', 'batch', 'classes', 'compact']) {
      const page = await views.show({ data, height: 2000 });
      await page.setViewportSize({ width: 300, height: 2000 });
      await open(page);
      await page.getByLabel('Derive').selectOption('network');
      await page.waitForFunction(() => document.querySelectorAll('.derivation-steps > li').length >= 5);
      assert.deepEqual(await clipped(page), [], data);
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(surplus, 0, data);
      await page.screenshot({ path: join(pictures, `derivation-narrow-${data}.png`), fullPage: true });
      await page.close();
    }
  });
});
