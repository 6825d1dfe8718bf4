import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { themes, Views } from './browser';

/** Contrast of each token against the ground, as WCAG 2 computes it. */
function contrasts(page: Page, tokens: readonly string[]): Promise<Readonly<Record<string, number>>> {
  return page.evaluate((names) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const probe = document.createElement('span');
    document.body.append(probe);
    const luminance = (colour: string) => {
      probe.style.color = '';
      probe.style.color = colour;
      if (context === null) return 0;
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratio = (one: string, other: string) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const against = (name: string) => ratio(`var(${name})`, 'var(--ground)');
    const cell = (pole: string) =>
      ratio('var(--ink)', `color-mix(in oklab, var(${pole}) var(--cell-strength), var(--ground))`);
    const found: Record<string, number> = Object.fromEntries(names.map((name) => [name, against(name)]));
    found['positive cell'] = cell('--positive');
    found['negative cell'] = cell('--negative');
    probe.remove();
    return found;
  }, tokens);
}

const texts = ['--ink', '--ink-2', '--positive-text', '--negative-text', '--error'];
const strokes = ['--ink-3', '--positive', '--negative', '--focus'];

describe('the contrast of the panel', () => {
  let views: Views;

  before(async () => {
    views = await Views.open();
  });

  after(async () => {
    await views.close();
  });

  for (const theme of themes) {
    for (const data of ['exercise', 'side']) {
      it(`is at least 4.5 for text and 3 for strokes, ${theme}, ${data}`, async () => {
        const page = await views.show({ data, theme });
        const found = await contrasts(page, [...texts, ...strokes]);
        for (const name of [...texts, 'positive cell', 'negative cell']) {
          assert.ok(found[name] >= 4.5, `${name} has ${found[name].toFixed(2)}`);
        }
        for (const name of strokes) assert.ok(found[name] >= 3, `${name} has ${found[name].toFixed(2)}`);
        await page.close();
      });
    }
  }

  it('leaves sign to more than hue: negative edges are dashed, negative steps hatched', async () => {
    const network = await views.show();
    const dashed = await network
      .locator('.edge.negative .stroke')
      .evaluateAll((all) => all.every((line) => line.hasAttribute('stroke-dasharray')));
    assert.ok(dashed);
    const distribution = await views.show({ data: 'distribution' });
    const fill = await distribution.locator('.step.negative').evaluate((step) => getComputedStyle(step).fill);
    assert.match(fill, /hatch/);
    assert.deepEqual(views.takeComplaints(), []);
    await network.close();
    await distribution.close();
  });
});
