import assert from 'node:assert/strict';
import { assertRenders, picturesIn, spoken } from './allowedMarkup';
import { hoverOfText } from './texts';

const families = 'KL(normal(0, 1) || laplace(0, 2))';

function textOf(text: string): string {
  const hover = hoverOfText(text);
  assert.ok(hover !== null);
  assertRenders(hover);
  return spoken(hover);
}

describe('the hover of families and densities', () => {
  it('begins with both divergences, and repeats the families by their parameters', () => {
    const [answer, named] = textOf(families).split('\n\n');
    assert.equal(answer, 'D KL(P ‖ Q) = 0.366298 nat D KL(Q ‖ P) = 2.53264 nat');
    assert.equal(named, 'P = normal(loc = 0, scale = 1), Q = laplace(loc = 0, scale = 2)');
  });

  it('says how each value was got, with its closed form', () => {
    assert.match(textOf(families), /D KL\(Q ‖ P\)\t2\.53264\tclosed form\t\n/);
    assert.match(textOf(families), /D KL\(Q ‖ P\) = ln\(σ₂√\(2π\)\/\(2b₁\)\)/);
    assert.match(textOf('KL(normal(0, 1) || cauchy(0, 1))'), /0\.259245\tquadrature ± \d/);
    assert.match(textOf('KL(cauchy(0, 1) || normal(0, 1))'), /∞\tinfinite: the integral diverges at −∞/);
  });

  it('names the interval that makes a divergence infinite', () => {
    const text = textOf('KL(normal(0, 1) || exponential(1))');
    assert.match(text, /KL\(P ‖ Q\) is infinite: P has mass on \(−∞, 0\) and Q has none\./);
  });

  it('gives both answers where a density does not integrate to one', () => {
    const text = textOf(
      '{"p": {"density": "2*x", "support": [0, 2]}, "q": {"family": "uniform", "low": 0, "high": 2}}',
    );
    assert.match(text, /The integral of P is 4, not 1\./);
    assert.match(text, /after normalising: D KL\(P ‖ Q\) = 0\.193147/);
  });

  it('draws P filled and Q as an outline, integers as bars, with a twin in words', () => {
    const hover = hoverOfText(families) ?? '';
    const [svg = ''] = picturesIn(hover);
    assert.equal(svg.match(/<path/g)?.length, 2);
    assert.match(spoken(hover), /Curves of P \(filled\), normal\(loc = 0, scale = 1\), and Q \(outlined\)/);
    const [bars = ''] = picturesIn(hoverOfText('KL(bernoulli(0.5) || bernoulli(0.25))') ?? '');
    assert.equal(bars.match(/<rect/g)?.length, 4);
  });

  it('draws nothing of more than one variable, and stays silent over the calls of programs', () => {
    const hover = hoverOfText('H(dirichlet([1, 2, 3]))') ?? '';
    assert.deepEqual(picturesIn(hover), []);
    assert.match(spoken(hover), /^H\(P\) = /);
    assert.equal(hoverOfText('gamma(x)'), null);
  });
});
