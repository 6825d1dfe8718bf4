// Pictures of every state in every theme, to be looked at: test-results/webview.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { themes, Views } from './browser';
import { select, states, turnTo } from './everyState';

const pictures = join(import.meta.dirname, '../../test-results/webview');

for (const theme of themes) {
  describe(`the panel in ${theme}`, () => {
    let views: Views;
    let page: Page;

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      views = await Views.open();
      page = await views.show({ theme });
    });

    after(async () => {
      await views.close();
    });

    for (const data of states) {
      it(`shows ${data} without a complaint of the browser, and is pictured`, async () => {
        const width = data.startsWith('side') ? 300 : data === 'empty' || data === 'ragged' ? 450 : 900;
        await page.setViewportSize({ width, height: 900 });
        await turnTo(page, data);
        await select(page, data);
        await page.screenshot({
          path: join(pictures, `${data}.${theme}.png`),
          fullPage: true,
          animations: 'disabled',
        });
        assert.deepEqual(views.takeComplaints(), []);
      });
    }
  });
}
