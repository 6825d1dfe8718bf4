import assert from 'node:assert/strict';
import { Views } from './browser';

describe('families and densities in the panel', () => {
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

  it('shows both divergences, the families by name, both curves and the signed area', async () => {
    const page = await views.show({ data: 'families' });
    assert.equal(await page.locator('.kl.main .display').textContent(), '0.36630');
    assert.equal(await page.locator('.kl.back .answer-number').textContent(), '2.53264');
    assert.deepEqual(await page.locator('.families code').allTextContents(), [
      'normal(loc = 0, scale = 1)',
      'laplace(loc = 0, scale = 2)',
    ]);
    assert.equal(await page.locator('path.bar-P').count(), 1);
    assert.equal(await page.locator('path.bar-Q').count(), 1);
    const areas = (sign: string) => page.locator(`path.step.${sign}`).getAttribute('d');
    assert.equal((await areas('positive'))?.match(/M/g)?.length, 1);
    assert.equal((await areas('negative'))?.match(/M/g)?.length, 2);
    await page.close();
  });

  it('says of every value how it was got', async () => {
    const page = await views.show({ data: 'families' });
    const how = await page.locator('.methods .method .quiet').allTextContents();
    assert.equal(how.length, 12);
    assert.equal(how[0], 'closed form');
    assert.match(how[6], /^quadrature ± /);
    await page.close();
  });

  it('frames where P has mass and Q has none, and marks the end where the integral diverges', async () => {
    const page = await views.show({ data: 'halfLine' });
    assert.equal(await page.locator('.kl.main .display').textContent(), '∞');
    assert.deepEqual(await page.locator('.fault-text').allTextContents(), ['q = 0', 'q = 0']);
    const tail = await views.show({ data: 'heavyTail' });
    assert.deepEqual(await tail.locator('.fault-text').allTextContents(), ['+∞', '+∞']);
    await page.close();
    await tail.close();
  });

  it('shows integers as bars, a row each', async () => {
    const page = await views.show({ data: 'integers' });
    const rows = await page.locator('.outcomes tbody tr').count();
    assert.equal(await page.locator('rect.bar-P').count(), rows);
    assert.equal(await page.locator('.outcomes tbody th').first().textContent(), '0');
    await page.close();
  });

  it('shows both answers where a density does not integrate to one', async () => {
    const page = await views.show({ data: 'density' });
    const cells = await page.locator('.methods tr.strong').first().locator('td').allTextContents();
    assert.deepEqual(cells, ['2.78767', '0.19318']);
    await page.close();
  });

  it('stops at no formula by Tab that is seen whole', async () => {
    const page = await views.show({ data: 'families', width: 1600 });
    const stops: string[] = [];
    for (let last = ''; last !== 'BODY' && stops.length < 40; ) {
      await page.keyboard.press('Tab');
      const [tag = '', name = ''] = await page.evaluate(() => {
        const { tagName, className } = document.activeElement ?? document.body;
        return [tagName, className];
      });
      last = tag;
      stops.push(name);
    }
    assert.deepEqual(
      stops.filter((stop) => stop.startsWith('tex')),
      [],
    );
    assert.ok(stops.includes('disclosure'));
    await page.close();
  });
});
