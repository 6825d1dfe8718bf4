import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Views } from './browser';

const exercise = readFileSync(join(import.meta.dirname, '../../examples/exercise-1.nabla.json'), 'utf8');

type Call = readonly [string, ...unknown[]];

const calls = (page: Page) => page.evaluate(() => (window as unknown as { calls: Call[] }).calls);
const item = (page: Page, key: string) => page.locator(`.drawing svg [data-key="${key}"]`);
const cells = (page: Page) =>
  page.locator('.twin .cell.selected').evaluateAll((all) => all.map((cell) => cell.textContent ?? ''));
const setCursor = (page: Page, offset: number | null) =>
  page.evaluate(
    (start) =>
      (window as unknown as { panel: { setCursor(at: number | null): Promise<void> } }).panel.setCursor(
        start,
      ),
    offset,
  );

describe('a network in the panel', () => {
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

  it('shows the loss as its answer while nothing is selected', async () => {
    const page = await views.show();
    assert.equal(await page.locator('.equation .display').textContent(), '0.160713');
    assert.equal(await page.locator('.header h1').textContent(), 'Network 3–2–1');
    assert.match(
      (await page.locator('.header .source').textContent()) ?? '',
      /^exercise-1\.nabla\.json, lines \d+–\d+$/,
    );
    await page.close();
  });

  it('says in which cell of a notebook the lines are', async () => {
    const page = await views.show();
    await page.evaluate(() => {
      const { panel, state } = window as unknown as {
        panel: { setState(state: object): Promise<void> };
        state: object;
      };
      const source = { uri: 'vscode-notebook-cell:/study.ipynb#c', name: 'study.ipynb', cell: 2, version: 1 };
      return panel.setState({ ...state, source });
    });
    const place = page.locator('.header .source', { hasText: /^study\.ipynb, cell 2, lines \d+–\d+$/ });
    await place.waitFor();
    await page.close();
  });

  it('shows one derivative in drawing, formula and table at a click on its edge', async () => {
    const page = await views.show();
    await item(page, 'w0.1.0').dispatchEvent('click');
    assert.equal(await page.locator('.equation .display').textContent(), '−0.118719');
    assert.deepEqual(await page.locator('.factor .under-brace .number').allTextContents(), [
      '−0.566945',
      '0.351475',
      '0.7',
      '0.425557',
      '2',
    ]);
    assert.equal(await page.locator('.group-name .number').textContent(), '−0.139487');
    assert.deepEqual(await cells(page), ['0.2', '−0.118719']);
    assert.equal(await page.locator('.edge-label.selected .number').textContent(), '0.2');
    assert.equal(await page.locator('.header .answer-number').textContent(), '0.160713');
    await page.close();
  });

  it('draws the gradients on the edges where they are asked for, and once only', async () => {
    const page = await views.show();
    const gradients = page.getByRole('button', { name: 'Gradients' });
    const ask = (times: number) =>
      page.evaluate((gradientsAsked) => {
        const { panel, state } = window as unknown as {
          panel: { setState(state: object): Promise<void> };
          state: object;
        };
        return panel.setState({ ...state, gradientsAsked });
      }, times);
    assert.equal(await gradients.getAttribute('aria-pressed'), 'false');
    await ask(1);
    assert.equal(await gradients.getAttribute('aria-pressed'), 'true');
    await gradients.click();
    await ask(1);
    assert.equal(await gradients.getAttribute('aria-pressed'), 'false');
    await page.close();
  });

  it('stands each factor on its piece of the drawing, with the number that it has in the formula', async () => {
    const page = await views.show();
    await item(page, 'w0.1.0').dispatchEvent('click');
    const place = (key: string, number: string) =>
      page.locator(`.labels [data-key="${key}"] .disc`, { hasText: number }).count();
    assert.equal(await place('loss', '1'), 1);
    assert.equal(await place('n1.0', '2'), 1);
    assert.equal(await place('w1.0.0', '3'), 1);
    assert.equal(await place('n0.0', '4'), 1);
    assert.equal(await place('x1', '5'), 1);
    await page.close();
  });

  it('reveals in the text exactly the number that was clicked', async () => {
    const page = await views.show();
    await item(page, 'w0.1.0').dispatchEvent('click');
    await item(page, 'b1.0').dispatchEvent('click');
    await page.locator('.twin .cell[data-key="w1.1.0"]').first().click();
    const revealed = (await calls(page)).map(([, start, end]) => exercise.slice(Number(start), Number(end)));
    assert.deepEqual(revealed, ['0.2', '0.05', '-0.8']);
    await page.close();
  });

  it('lights the edge of the number at the cursor, and nothing where there is none', async () => {
    const page = await views.show();
    await setCursor(page, exercise.indexOf('-0.8'));
    assert.deepEqual(await cells(page), ['−0.8', '−0.261690']);
    await setCursor(page, null);
    assert.deepEqual(await cells(page), []);
    assert.deepEqual(await calls(page), []);
    await page.close();
  });

  it('keeps a neuron selected when the host answers with the cursor at the number it revealed', async () => {
    const page = await views.show();
    await item(page, 'n0.0').dispatchEvent('click');
    const [[, start]] = await calls(page);
    await setCursor(page, Number(start));
    assert.equal(await item(page, 'n0.0').getAttribute('aria-pressed'), 'true');
    await page.close();
  });

  it('goes along the network by arrows, selects by Enter and clears by Escape', async () => {
    const page = await views.show();
    await page.locator('.drawing [tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    const steps: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'End']) {
      await page.keyboard.press(key);
      steps.push((await focused()) ?? '');
    }
    assert.equal(steps.at(-1), 'loss');
    assert.deepEqual(steps.slice(0, 6), ['x0', 'w0.0.0', 'n0.0', 'w1.0.0', 'n1.0', 'loss']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const selected = await focused();
    assert.match(selected ?? '', /^w1\./);
    assert.equal(await page.locator('.twin .cell.selected').count(), 2);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.twin .cell.selected').count(), 0);
    await page.close();
  });

  it('has one tab stop for each group', async () => {
    const page = await views.show();
    const stops: string[] = [];
    await page.evaluate(() => document.body.focus());
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const group = document.activeElement?.closest(
            '.header, .toggles, .drawing, .equation, .notes, .twin',
          );
          return group === null || group === undefined ? 'outside' : group.className;
        }),
      );
    }
    const inside = stops.filter((stop) => stop !== 'outside').map((stop) => stop.split(' ')[0]);
    assert.deepEqual(inside.slice(0, 5), ['header', 'toggles', 'drawing', 'equation', 'twin']);
    await page.close();
  });

  it('names every piece for a screen reader', async () => {
    const page = await views.show();
    const name = (key: string) => item(page, key).getAttribute('aria-label');
    assert.equal(await page.locator('.drawing').getAttribute('aria-label'), 'network 3–2–1, loss 0.160713');
    assert.equal(await name('w0.1.0'), 'weight from input 2 to neuron 1, 0.2, derivative minus 0.118719');
    assert.equal(
      await name('w0.2.0'),
      'weight from input 3 to neuron 1, minus 0.3, derivative minus 0.178079',
    );
    assert.equal(await name('x1'), 'input 2, 2');
    assert.equal(await name('loss'), 'loss 0.160713');
    const nameless = await page
      .locator('button, [role="button"], table, canvas, svg[role="img"]')
      .evaluateAll(
        (all) =>
          all.filter(
            (one) =>
              one.tagName !== 'TABLE' &&
              (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '',
          ).length,
      );
    assert.equal(nameless, 0);
    await page.close();
  });

  it('has heads with a scope in its table', async () => {
    const page = await views.show();
    assert.equal(await page.locator('.numbers th:not([scope])').count(), 0);
    assert.equal(await page.getByRole('columnheader', { name: 'from 2' }).count(), 2);
    assert.equal(await page.getByRole('rowheader', { name: 'layer 2, neuron 1' }).count(), 1);
    await page.close();
  });

  it('gives edges the ink of gradients once that layer is switched on', async () => {
    const page = await views.show();
    const negative = () => item(page, 'w0.0.0').evaluate((edge) => edge.classList.contains('negative'));
    assert.equal(await negative(), false);
    await page.getByRole('button', { name: 'Gradients' }).click();
    assert.equal(await negative(), true);
    assert.match((await page.locator('.legend').textContent()) ?? '', /Edges show gradients/);
    await page.close();
  });

  it('shows each sample of a batch, and the sum beside it', async () => {
    const page = await views.show({ data: 'batch' });
    await item(page, 'w0.1.0').dispatchEvent('click');
    const products: number[] = [];
    const number = async (selector: string) =>
      Number(((await page.locator(selector).textContent()) ?? '').replace('−', '-'));
    for (let sample = 0; sample < 3; sample++) {
      products.push(await number('.equation .display'));
      if (sample < 2) await page.getByRole('button', { name: 'Next sample' }).click();
    }
    const total = await number('.total .strong');
    assert.ok(Math.abs(products.reduce((sum, value) => sum + value, 0) - total) < 2e-6);
    await page.close();
  });

  it('keeps selection, sample and layers across a reload', async () => {
    const page = await views.show({ data: 'batch' });
    await item(page, 'w1.1.0').dispatchEvent('click');
    await page.getByRole('button', { name: 'Next sample' }).click();
    await page.getByRole('button', { name: 'Values' }).click();
    const shown = await page.locator('.equation .display').textContent();
    await page.reload();
    await page.waitForSelector('main.panel .equation .display');
    assert.equal(await page.locator('.equation .display').textContent(), shown);
    assert.equal(await page.getByRole('button', { name: 'Values' }).getAttribute('aria-pressed'), 'false');
    assert.equal(await item(page, 'w1.1.0').getAttribute('aria-pressed'), 'true');
    await page.close();
  });

  it('copies weights and gradients with the hyphens of source text', async () => {
    const page = await views.show();
    await page.getByRole('button', { name: 'Copy weights' }).click();
    const [[name, text]] = await calls(page);
    assert.equal(name, 'copy');
    assert.equal(
      text,
      'W1 = [[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]\nb1 = [0.1, -0.2]\nW2 = [[0.7, -0.8]]\nb2 = [0.05]',
    );
    await page.close();
  });

  it('talks to a host over the messages of the shipped bundle', async () => {
    const page = await views.show({ page: 'bundle' });
    await item(page, 'w0.1.0').dispatchEvent('click');
    await page.waitForFunction(() => (window as unknown as { calls: unknown[] }).calls.length > 0);
    const [[name, start, end]] = await calls(page);
    assert.equal(name, 'reveal');
    assert.equal(exercise.slice(Number(start), Number(end)), '0.2');
    await page.evaluate(
      (offset) =>
        (window as unknown as { remote: { setCursor(at: number): Promise<void> } }).remote.setCursor(offset),
      exercise.indexOf('-0.8'),
    );
    assert.deepEqual(await cells(page), ['−0.8', '−0.261690']);
    await page.close();
  });

  it('asks for pictures of the layers where the network is too large to send', async () => {
    const page = await views.show({ data: 'large' });
    await page.locator('canvas.heat-map.wide').nth(1).waitFor();
    const asked = (await calls(page)).filter(([name]) => name === 'detail').map(([, question]) => question);
    assert.deepEqual(
      asked.filter((question) => (question as { topic: string }).topic === 'heatMap'),
      [0, 1].map((layer) => ({ topic: 'heatMap', layer, of: 'weights', rows: 256, columns: 256 })),
    );
    assert.match(
      (await page.locator('.heat-maps figure').first().textContent()) ?? '',
      /140 × 160.*−1\.00 … 1\.00/,
    );
    const colours = await page
      .locator('canvas.heat-map.wide')
      .first()
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement)
          .getContext('2d')
          ?.getImageData(0, 0, width, height) ?? {
          data: [],
        };
        return [width, height, new Set(data).size > 50];
      });
    assert.deepEqual(colours, [160, 140, true]);
    await page.close();
  });

  it('shows the weights into the neuron that is picked in a tile, by pointer and by keyboard', async () => {
    const page = await views.show({ data: 'digits' });
    const layer = page.getByRole('slider', { name: '48 neurons, softplus' });
    await layer.focus();
    for (const key of ['Home', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.locator('.incoming', { hasText: 'Into neuron 7' }).waitFor();
    assert.match((await layer.getAttribute('aria-valuetext')) ?? '', /^neuron 7, 0\.\d+$/);
    await layer.click({ position: { x: 5, y: 5 } });
    await page.locator('.incoming', { hasText: 'Into neuron 1784 weights' }).waitFor();
    await page.getByRole('button', { name: /^class 7, / }).click();
    await page.locator('.incoming', { hasText: 'Into class 7' }).waitFor();
    const asked = (await calls(page)).map(([, question]) => question as { topic?: string });
    assert.deepEqual(asked.filter(({ topic }) => topic === 'incoming').at(-1), {
      topic: 'incoming',
      layer: 1,
      neuron: 7,
      sample: 0,
    });
    await page.close();
  });
});
