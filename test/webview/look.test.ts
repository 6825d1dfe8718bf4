import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Views } from './browser';
import { select, states, turnTo } from './everyState';

/** Pairs of labels whose boxes overlap by more than a hair. */
function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll('.labels .label')].map((label) => {
      const pieces = [...label.querySelectorAll('math, .number, .disc')];
      const boxes = (pieces.length > 0 ? pieces : [label]).map((piece) => piece.getBoundingClientRect());
      return { text: label.textContent ?? '', boxes };
    });
    const found: string[] = [];
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const meet = one.boxes.some((a) =>
          other.boxes.some(
            (b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3,
          ),
        );
        if (meet) found.push(`${one.text} / ${other.text}`);
      }
    }
    return found;
  });
}

/** How far the page is wider than its window. */
const surplus = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('how the panel looks', () => {
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

  for (const width of [300, 420, 520, 700, 900, 1600]) {
    it(`never scrolls sideways and covers no label with another at ${width} px`, async () => {
      const page = await views.show({ width });
      for (const data of states) {
        await turnTo(page, data);
        assert.ok((await surplus(page)) <= 0, `${data} is wider than ${width} px`);
        assert.deepEqual(await overlaps(page), [], `${data} at ${width} px`);
        await select(page, data);
        assert.ok((await surplus(page)) <= 0, `${data}, selected, is wider than ${width} px`);
        assert.deepEqual(await overlaps(page), [], `${data}, selected, at ${width} px`);
      }
      await page.close();
    });
  }

  it('grows as a whole with the font', async () => {
    const small = await views.show({ data: 'exercise', width: 1200 });
    const large = await views.show({ data: 'exercise', width: 2400, font: 26 });
    const height = (page: Page) =>
      page.locator('main.panel').evaluate((one) => one.getBoundingClientRect().height);
    const ratio = (await height(large)) / (await height(small));
    assert.ok(Math.abs(ratio - 2) < 0.04, `the panel grew by ${ratio}`);
    assert.ok((await surplus(large)) <= 0);
    await small.close();
    await large.close();
  });

  it('never writes under 10.5 px', async () => {
    for (const width of [300, 900]) {
      const page = await views.show({ data: 'exercise', width });
      await select(page, 'exercise');
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('#root *')]
          .filter((one) => !(one instanceof MathMLElement))
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
      assert.ok(Math.min(...sizes) >= 10.5, `${Math.min(...sizes)} px`);
      await page.close();
    }
  });
});
