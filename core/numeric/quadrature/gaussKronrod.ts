/** Abscissae ≥ 0 of the 21-point Kronrod rule, descending from the middle outwards; odd places are Gauss's. */
const abscissae = [
  0, 0.14887433898163122, 0.2943928627014602, 0.4333953941292472, 0.5627571346686047, 0.6794095682990244,
  0.7808177265864169, 0.8650633666889845, 0.9301574913557082, 0.9739065285171717, 0.9956571630258081,
];
const kronrodWeights = [
  0.1494455540029169, 0.14773910490133849, 0.14277593857706009, 0.13470921731147334, 0.12349197626206584,
  0.10938715880229764, 0.0931254545836976, 0.07503967481091996, 0.054755896574351995, 0.032558162307964725,
  0.011694638867371874,
];
const gaussWeights = [
  0, 0.29552422471475287, 0, 0.26926671930999635, 0, 0.21908636251598204, 0, 0.1494513491505806, 0,
  0.06667134430868814, 0,
];

/** Adds the integrand's components at u to `out`, which is zeroed before. */
export type Integrand = (u: number, out: Float64Array) => void;

export interface PanelIntegral {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
  /** Estimates, QUADPACK's: never below the rounding of the sum. */
  readonly errors: Float64Array;
  /** What rounding alone leaves uncertain: splitting cannot improve on it. */
  readonly floors: Float64Array;
}

/**
 * ∫ of a vector-valued integrand over [from, to] by the Gauss–Kronrod pair of 10 and 21 points, with the
 * error estimate of QUADPACK (Piessens et al., 1983, routine QK21).
 */
export function integratePanel(f: Integrand, from: number, to: number, components: number): PanelIntegral {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  const samples: Float64Array[] = [];
  const weights: number[] = [];
  const gauss = new Float64Array(components);
  const values = new Float64Array(components);
  const sizes = new Float64Array(components);
  for (const [index, abscissa] of abscissae.entries()) {
    for (const sign of index === 0 ? [1] : [-1, 1]) {
      const sample = new Float64Array(components);
      f(centre + sign * half * abscissa, sample);
      const weight = kronrodWeights[index] ?? 0;
      const gaussWeight = gaussWeights[index] ?? 0;
      for (let c = 0; c < components; c++) {
        const value = sample[c] ?? 0;
        values[c] = (values[c] ?? 0) + weight * value;
        sizes[c] = (sizes[c] ?? 0) + weight * Math.abs(value);
        gauss[c] = (gauss[c] ?? 0) + gaussWeight * value;
      }
      samples.push(sample);
      weights.push(weight);
    }
  }
  const errors = new Float64Array(components);
  const floors = new Float64Array(components);
  for (let c = 0; c < components; c++) {
    const mean = (values[c] ?? 0) / 2;
    let spread = 0;
    for (const [index, sample] of samples.entries()) {
      spread += (weights[index] ?? 0) * Math.abs((sample[c] ?? 0) - mean);
    }
    const difference = Math.abs((values[c] ?? 0) - (gauss[c] ?? 0)) * half;
    const roughness = spread * half;
    const scaled = roughness * Math.min(1, ((200 * difference) / roughness) ** 1.5);
    const floor = 4 * Number.EPSILON * (sizes[c] ?? 0) * half;
    floors[c] = floor;
    errors[c] = Math.max(roughness > 1e-290 ? scaled : difference, floor);
    values[c] = (values[c] ?? 0) * half;
  }
  return { from, to, values, errors, floors };
}
