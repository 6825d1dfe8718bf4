import type { AlternativeParameter, Domain, Parameter, ParameterValue } from './family';
import { formula } from './family';

const logits: AlternativeParameter = {
  name: 'logits',
  domain: 'real',
  convert: (value: ParameterValue) => (typeof value === 'number' ? 1 / (1 + Math.exp(-value)) : null),
};

/** A probability of success, or its `logits`. */
export function probabilityParameter(domain: Domain): Parameter {
  return {
    name: 'probs',
    aliases: ['p', 'prob', 'probability'],
    symbol: formula('p', 'p'),
    domain,
    alternatives: [logits],
  };
}
