import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../core/study';
import { read } from '../../core/text';
import { Views } from './browser';
import { cases, dataFolder, serialised, stateOf } from './record';

const pictures = join(import.meta.dirname, '../../test-results/webview');

describe('the states of the panel', () => {
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

  it('are recorded from the core of today', () => {
    for (const [name, one] of Object.entries(cases)) {
      const recorded: unknown = JSON.parse(readFileSync(join(dataFolder, `${name}.json`), 'utf8'));
      assert.deepEqual(recorded, JSON.parse(serialised(stateOf(one))), name);
    }
  });

  it('mark the working points of an activation, and draw another one over it', async () => {
    const page = await views.show({ data: 'softplus' });
    assert.match(
      (await page.locator('.header').textContent()) ?? '',
      /3 working points of exercise\.nabla\.json/,
    );
    assert.equal(await page.locator('.plot .taken .tangent').count(), 3);
    assert.equal(await page.locator('.activation-facts .table-frame tr').count(), 4);
    const choice = page.getByLabel('Compare with');
    assert.equal(await choice.inputValue(), 'relu');
    assert.equal(await page.locator('.plot path.other').count(), 2);
    await choice.selectOption('tanh');
    await page.getByRole('heading', { name: 'Beside ψ = tanh' }).waitFor();
    assert.equal(await page.locator('.plot path.other').count(), 1);
    assert.match((await page.locator('.activation-facts').textContent()) ?? '', /0\.498254.*at 0\.666272/);
    await choice.selectOption('');
    await page.locator('.plot path.other').waitFor({ state: 'detached' });
    await page.close();
  });

  it('begin with examples that run', async () => {
    const page = await views.show({ data: 'empty' });
    for (const button of await page.getByRole('button', { name: /^Try / }).all()) await button.click();
    await page.getByRole('button', { name: 'Open an example' }).click();
    const calls = await page.evaluate(() => (window as unknown as { calls: [string, string][] }).calls);
    assert.deepEqual(
      calls.map(([name]) => name),
      ['tryExample', 'tryExample', 'tryExample', 'openExample'],
    );
    const kinds = calls.slice(0, 3).map(([, text]) => evaluate(read(text)).kind);
    assert.ok(!kinds.includes('error'), kinds.join());
    assert.deepEqual(kinds.slice(1), ['distribution', 'continuous']);
    await page.close();
  });

  it('say an error first, show the hole and the way there', async () => {
    const page = await views.show({ data: 'ragged' });
    assert.equal(await page.getByRole('alert').textContent(), ' Row 2 has 2 numbers. Row 1 has 3.');
    assert.equal(await page.locator('.hole').count(), 1);
    assert.match((await page.locator('.wavy').textContent()) ?? '', /\S/);
    assert.match((await page.locator('.last-good').textContent()) ?? '', /3–2–1, loss 0\.160713/);
    await page.getByRole('button', { name: 'Go to line 2' }).click();
    await page.getByRole('button', { name: 'Copy message' }).click();
    const calls = await page.evaluate(() => (window as unknown as { calls: unknown[][] }).calls);
    assert.equal(calls[0][0], 'reveal');
    assert.deepEqual(calls[1], ['copy', 'Row 2 has 2 numbers. Row 1 has 3.']);
    await page.close();
  });

  it('show of a long line the part that is meant', async () => {
    const page = await views.show({ data: 'unknown', width: 300 });
    const box = await page.locator('.code-box').boundingBox();
    const wavy = await page.locator('.wavy').boundingBox();
    assert.ok(box !== null && wavy !== null);
    assert.ok(wavy.x >= box.x && wavy.x + wavy.width <= box.x + box.width);
    await page.close();
  });

  it('show a matrix as it is written and go to a number of it', async () => {
    const page = await views.show({ data: 'matrix' });
    assert.equal(await page.locator('.header h1').textContent(), 'Matrix 2 × 3');
    await page.locator('.cell', { hasText: '−0.5' }).click();
    const [[, start, end]] = await page.evaluate(
      () => (window as unknown as { calls: [string, number, number][] }).calls,
    );
    assert.equal('[[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]'.slice(start, end), '-0.5');
    await page.close();
  });

  it('show of one number what it is worth, and no table', async () => {
    const page = await views.show({ data: 'number' });
    assert.equal(await page.locator('.header h1').textContent(), 'Number');
    assert.match((await page.locator('.header').textContent()) ?? '', /read as plain numbers/);
    assert.deepEqual(await page.locator('.matrix-facts div').allInnerTexts(), [
      'value\n5/6 ≈ 0.833333',
      'double\n0.8333333333333334',
    ]);
    assert.equal(await page.locator('table').count(), 0);
    await page.close();
  });

  it('show a matrix that is not seen at once as a heat map too, with its scale', async () => {
    const page = await views.show({ data: 'wideMatrix', height: 900 });
    const map = page.getByRole('img', { name: 'the 24 × 60 numbers as a heat map' });
    await map.waitFor();
    assert.deepEqual(await map.evaluate(({ width, height }: HTMLCanvasElement) => [width, height]), [60, 24]);
    assert.equal(await page.locator('.matrix-heat-map .colour-scale').textContent(), '−0.990.99');
    await page.screenshot({ path: join(pictures, 'wide-matrix.png') });
    await page.close();
  });

  it('show several arrays by name', async () => {
    const page = await views.show({ data: 'matrices' });
    assert.deepEqual(
      (await page.locator('.twin h2').allTextContents()).map((text) => text.split(' ')[0]),
      ['A', 'v'],
    );
    await page.close();
  });

  it('say that a reading is stale and show it dimmed', async () => {
    const page = await views.show({ data: 'stale' });
    assert.match((await page.getByRole('status').textContent()) ?? '', /^The text has changed/);
    const opacity = await page.locator('.stale .network').evaluate((one) => getComputedStyle(one).opacity);
    assert.equal(opacity, '0.5');
    await page.close();
  });

  it('pass the tools of the header on to the host', async () => {
    const page = await views.show();
    await page.getByRole('button', { name: /^Pin/ }).click();
    await page.getByRole('button', { name: 'Follow the selection' }).click();
    await page.getByRole('button', { name: 'Copy the result' }).click();
    const calls = await page.evaluate(() => (window as unknown as { calls: unknown[][] }).calls);
    assert.deepEqual(calls, [['setPinned', true], ['setFollow', false], ['copyResult']]);
    await page.close();
  });
});
