import assert from 'node:assert/strict';
import { contrast, mixInOklab } from '../../../extension/language/hover/color';
import { paletteOf } from '../../../extension/language/hover/palette';

/** What text needs, and what strokes that carry meaning need: WCAG 2.2, 1.4.3 and 1.4.11. */
const [textContrast, strokeContrast] = [4.5, 3];

describe('the palette of hovers', () => {
  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    const palette = paletteOf(theme);

    it(`is readable in a ${theme} theme`, () => {
      const { ground } = palette;
      for (const name of ['ink', 'quiet', 'positiveText', 'negativeText', 'error'] as const) {
        const ratio = contrast(palette[name], ground);
        assert.ok(ratio >= textContrast, `${name} has ${ratio.toFixed(2)}`);
      }
      for (const name of ['stroke', 'positive', 'negative'] as const) {
        const ratio = contrast(palette[name], ground);
        assert.ok(ratio >= strokeContrast, `${name} has ${ratio.toFixed(2)}`);
      }
    });

    it(`keeps the numbers in cells readable in a ${theme} theme`, () => {
      for (const part of [-1, -0.5, 0, 0.5, 1, Number.NaN]) {
        const ratio = contrast(palette.ink, palette.cell(part));
        assert.ok(ratio >= textContrast, `${part} has ${ratio.toFixed(2)}`);
      }
    });

    it(`leaves the ground where a number is 0 in a ${theme} theme`, () => {
      assert.equal(palette.cell(0), palette.ground);
      assert.notEqual(palette.cell(1), palette.cell(-1));
    });
  }

  it('mixes as CSS does', () => {
    assert.equal(mixInOklab('#cca700', '#f14c4c', 1), '#cca700');
    assert.equal(mixInOklab('#ffffff', '#000000', 0.5), '#636363');
    assert.equal(contrast('#ffffff', '#000000'), 21);
  });
});
