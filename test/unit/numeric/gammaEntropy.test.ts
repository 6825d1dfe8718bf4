import assert from 'node:assert/strict';
import { gammaEntropy, logGammaExcess } from '../../../core/numeric/special/gammaEntropy';

function near(actual: number, wanted: number): void {
  assert.ok(Math.abs(actual - wanted) <= 8e-15 * Math.max(1, Math.abs(wanted)), `${actual}, not ${wanted}`);
}

// mpmath, 40 digits.
describe('the entropy of a gamma variable', () => {
  it('keeps its digits for shapes of any size', () => {
    near(gammaEntropy(1), 1);
    near(gammaEntropy(1e-3), -992.666817474495);
    near(gammaEntropy(9.9), 2.53067508642308);
    near(gammaEntropy(10), 2.53605417848098);
    near(gammaEntropy(1e8), 10.6292789018475);
    near(gammaEntropy(1e12), 15.2344490911686);
  });
});

describe('how far ln Γ lies above its tangent', () => {
  it('keeps its digits where the arguments are near and large', () => {
    const relative = (actual: number, wanted: number) =>
      assert.ok(Math.abs(actual / wanted - 1) < 1e-9, `${actual}, not ${wanted}`);
    relative(logGammaExcess(1e6 + 1e3, 1e6), 0.49983366645024147);
    relative(logGammaExcess(1001, 1000), 0.000500083333325);
    relative(logGammaExcess(3, 2), 0.2703628454614782);
  });

  it('is not negative', () => {
    for (const from of [0.1, 1, 9.5, 10, 30, 1e5]) {
      for (const ratio of [0.1, 0.9, 1, 1.001, 3]) assert.ok(logGammaExcess(from * ratio, from) >= -1e-14);
    }
  });
});
