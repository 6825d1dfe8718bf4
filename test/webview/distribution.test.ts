import assert from 'node:assert/strict';
import { Views } from './browser';

describe('a distribution in the panel', () => {
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

  it('shows both divergences, the terms that make them and the identity', async () => {
    const page = await views.show({ data: 'distribution' });
    assert.equal(await page.locator('.kl.main .display').textContent(), '0.085300');
    assert.equal(await page.locator('.kl.back .answer-number').textContent(), '0.097455');
    assert.deepEqual(await page.locator('.step-label').allTextContents(), [
      '+0.027706',
      '+0.175029',
      '−0.117435',
      '0.085300',
    ]);
    assert.deepEqual(await page.locator('.bar-label').allTextContents(), [
      '9/25',
      '1/3',
      '12/25',
      '1/3',
      '4/25',
      '1/3',
    ]);
    assert.deepEqual(await page.locator('.identity .number').allTextContents(), [
      '1.098612',
      '1.013313',
      '0.085300',
    ]);
    await page.close();
  });

  it('shows the exact form in letters', async () => {
    const page = await views.show({ data: 'distribution' });
    const exact = (await page.locator('.kl.main .exact').textContent()) ?? '';
    assert.equal(exact.replace(/\s|\u2061/g, ''), '32ln2+55ln3−50ln525');
    await page.close();
  });

  it('says the entropy of one distribution alone', async () => {
    const page = await views.show({ data: 'alone' });
    assert.equal(await page.locator('.kl.main .display').textContent(), '1.21301');
    assert.equal(await page.locator('.step').count(), 0);
    await page.close();
  });

  it('marks the outcome that makes the divergence infinite', async () => {
    const page = await views.show({ data: 'support' });
    assert.equal(await page.locator('.kl.main .display').textContent(), '∞');
    assert.equal(await page.locator('.step.fault').count(), 1);
    assert.equal(await page.locator('.outcomes tr.fault th').textContent(), '1');
    assert.match((await page.locator('.notes').textContent()) ?? '', /outcome 1 has/);
    await page.close();
  });

  for (const width of [300, 900]) {
    it(`calls the outcomes what the text calls them, on rows where columns have no room at ${width} px`, async () => {
      const page = await views.show({ data: 'named', width });
      const names = ['sunny', 'partly cloudy', 'overcast', 'drizzle with some sun', 'rain', 'thunderstorm'];
      const inTable = await page.locator('.outcomes tbody th').allTextContents();
      assert.deepEqual(inTable.slice(0, 6), names);
      for (const chart of await page.locator('.chart.rows').all()) {
        const labels = chart.locator('.outcome .outcome-name');
        assert.deepEqual((await labels.allTextContents()).slice(0, 6), names);
        const boxes = await chart.locator('text').evaluateAll((texts) =>
          texts.map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return { text: text.textContent, left, right, top, bottom };
          }),
        );
        for (const [index, box] of boxes.entries()) {
          assert.ok(box.left >= 0 && box.right <= width, `${box.text} is within the panel`);
          // Lines of figures are as high as their pitch: only ink may not meet.
          const met = boxes
            .slice(0, index)
            .filter(
              (other) =>
                box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom - 3 &&
                other.top < box.bottom - 3,
            );
          assert.deepEqual(met, [], `${box.text} meets another text`);
        }
      }
      assert.equal(await page.locator('.chart.rows .bar-P').count(), 8);
      assert.equal(await page.locator('.chart.rows .step-label.strong').textContent(), '0.062627');
      await page.close();
    });
  }

  it('takes the name of an outcome for text, also where something is wrong with it', async () => {
    const page = await views.show({ data: 'sideNamed', width: 300 });
    assert.equal(await page.locator('.outcomes tr.fault th').textContent(), '<b>sun</b>');
    assert.match((await page.locator('.notes').textContent()) ?? '', /outcome <b>sun<\/b> has/);
    const infinite = await page.locator('.chart.rows .step.fault').boundingBox();
    assert.ok(
      infinite !== null && infinite.width > 40,
      'what is infinite has a box of its own, out of the scale',
    );
    await page.close();
  });

  it('shows both answers where the numbers do not sum to one', async () => {
    const page = await views.show({ data: 'unnormalised' });
    assert.deepEqual(await page.locator('.totals thead th').allTextContents(), [
      'numbers as given',
      'after normalising',
    ]);
    assert.deepEqual(await page.locator('.totals tr.strong').first().locator('td').allTextContents(), [
      '0.304898',
      '0.181870',
    ]);
    await page.close();
  });

  it('names the unit of its logarithms', async () => {
    const page = await views.show({ data: 'bits' });
    assert.equal(await page.locator('.kl.main .quiet').textContent(), 'bit');
    assert.equal(await page.locator('.kl.main .display').textContent(), '0.250000');
    await page.close();
  });

  it('cuts the table of many outcomes, draws them in groups, and says so', async () => {
    const page = await views.show({ data: 'hundreds' });
    assert.equal(await page.locator('.outcomes tbody tr').count(), 200);
    assert.match((await page.locator('.twin').textContent()) ?? '', /first 200 of 210/);
    await page.getByText('Each bar and each step is the sum over 3 neighbouring outcomes.').waitFor();
    assert.equal(await page.locator('.chart .bar-P').count(), 70);
    assert.equal(await page.locator('.chart .step:not(.total)').count(), 70);
    await page.close();
  });

  it('goes to the number of an outcome', async () => {
    const page = await views.show({ data: 'distribution' });
    await page.locator('.outcomes .cell').nth(2).click();
    const [[name, start, end]] = await page.evaluate(
      () => (window as unknown as { calls: [string, number, number][] }).calls,
    );
    assert.equal(name, 'reveal');
    assert.equal('P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)'.slice(start, end), '12/25');
    await page.close();
  });
});
