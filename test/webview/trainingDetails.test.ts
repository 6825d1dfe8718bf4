import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const pictures = join(import.meta.dirname, '../../test-results/webview');

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
}

function rows(page: Page, table: string): Promise<readonly (readonly string[])[]> {
  return page
    .locator(`${table} tbody tr`)
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}

const calls = (page: Page) =>
  page.evaluate(() => (window as unknown as { calls: readonly (readonly unknown[])[] }).calls);

describe('training, diagnosis and second derivatives in sections of the panel', () => {
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

  it('shows each factor of a vanishing gradient, the bound, and what other choices give', async () => {
    const page = await views.show({ data: 'vanishing', height: 1600 });
    await open(page, 'Diagnosis of the gradient');
    await page.waitForSelector('[data-topic="diagnosis"] .line-chart circle');
    const [layers, others] = [
      await rows(page, '[data-topic="diagnosis"] .table-frame:nth-of-type(2)'),
      await rows(page, '[data-topic="diagnosis"] .table-frame:last-of-type'),
    ];
    assert.deepEqual(
      layers.map(([name, , weight, , , bound]) => [name, weight, bound]),
      [
        ['1 sigmoid', '2.500', '0.0156'],
        ['2 sigmoid', '1.500', '0.0625'],
        ['3 sigmoid', '2.000', '0.25'],
      ],
    );
    assert.equal(others[0]?.[0], 'sigmoid (here)');
    assert.ok(others.some(([name]) => name === 'relu'));
    await page.screenshot({ path: join(pictures, 'diagnosis.png'), fullPage: true });
    await page.setViewportSize({ width: 300, height: 1600 });
    await page.screenshot({ path: join(pictures, 'diagnosis-narrow.png'), fullPage: true });
    await page.close();
  });

  it('trains in parts up to the number of steps that is asked for, and draws the loss', async () => {
    const page = await views.show({ data: 'batch', height: 1600 });
    await open(page, 'Training');
    await page.getByText('100 of 100 steps').waitFor();
    const asked = (await calls(page)).flatMap(([name, question]) =>
      name === 'detail' && (question as { topic: string }).topic === 'training'
        ? [(question as { steps: number }).steps]
        : [],
    );
    assert.deepEqual(asked, [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100]);
    const input = page.getByRole('spinbutton', { name: 'Steps' });
    await input.fill('7');
    await input.press('Enter');
    await page.getByText('7 of 7 steps').waitFor();
    await page.locator('.twin-values summary').click();
    assert.equal((await rows(page, '.twin-values')).length, 8);
    await page.getByRole('button', { name: 'Write one step to the text' }).click();
    assert.ok((await calls(page)).some(([name]) => name === 'applyDescentStep'));
    await page.screenshot({ path: join(pictures, 'training.png'), fullPage: true });
    await page.close();
  });

  it('stops where it is when it is cancelled', async () => {
    const page = await views.show({ data: 'batch', height: 1600 });
    await open(page, 'Training');
    await page.getByText('100 of 100 steps').waitFor();
    const input = page.getByRole('spinbutton', { name: 'Steps' });
    await input.fill('100000');
    await input.press('Enter');
    // One message to the page: a whole click is many, and each waits for a part of the run.
    await page.getByRole('button', { name: 'Cancel' }).dispatchEvent('click');
    await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
    const steps = (await calls(page)).flatMap(([name, question]) =>
      name === 'detail' ? [(question as { steps?: number }).steps ?? 0] : [],
    );
    assert.ok(Math.max(...steps) < 100_000);
    await page.close();
  });

  it('shows a Hessian with its eigenvalues, and the Jacobians on request', async () => {
    const page = await views.show({ data: 'exercise', height: 1600, theme: 'light-modern' });
    await open(page, 'Jacobian and Hessian');
    await page.waitForSelector('[data-topic="secondOrder"] tbody tr');
    assert.equal((await rows(page, '[data-topic="secondOrder"]')).length, 11);
    await page.getByText(/^Eigenvalues from/).waitFor();
    await page.screenshot({ path: join(pictures, 'secondOrder.png'), fullPage: true });
    await page.getByRole('button', { name: 'Outputs by inputs' }).click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-topic="secondOrder"] tbody tr').length === 1,
    );
    await page.close();
  });
});
