import type { MeasureName, MeasureValue, MeasureValues, ResolvedMeasure } from './comparison';
import { knownCrossEntropy, knownDivergence, knownEntropy, knownJeffreys } from './knownValues';

/** What has a closed form for distributions of more than one variable: entropies, and KL of like with like. */
export function compareMultivariate(p: ResolvedMeasure, q: ResolvedMeasure | null): MeasureValues {
  const values: Partial<Record<MeasureName, MeasureValue>> = {};
  const put = (name: MeasureName, value: MeasureValue | null) => {
    if (value !== null) values[name] = value;
  };
  const entropyP = knownEntropy(p);
  put('entropyP', entropyP);
  if (q === null) return values;
  const entropyQ = knownEntropy(q);
  const pq = knownDivergence(p, q);
  const qp = knownDivergence(q, p);
  put('entropyQ', entropyQ);
  put('klPQ', pq);
  put('klQP', qp);
  put('crossEntropyPQ', knownCrossEntropy(entropyP, pq, 'PQ'));
  put('crossEntropyQP', knownCrossEntropy(entropyQ, qp, 'QP'));
  put('jeffreys', knownJeffreys(pq, qp));
  return values;
}
