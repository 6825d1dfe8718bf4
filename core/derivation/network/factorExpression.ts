import type { NetworkStudy } from '../../network/networkStudy';
import type { Factor } from '../chainRule';
import { apply, type Expression, of } from '../expression';
import { lossSlope } from './lossForm';
import { lossBy, NetworkTerms } from './quantities';

/** A factor of the chain rule as a tree. The sample is not named: the one who shows it says which it is. */
export function factorExpression(study: NetworkStudy, factor: Factor): Expression {
  switch (factor.kind) {
    case 'loss':
      return (
        lossSlope(new NetworkTerms(study, 0, false), factor.neuron) ??
        lossBy({ kind: 'prediction', neuron: factor.neuron })
      );
    case 'output-gradient':
      return lossBy({ kind: 'output', layer: factor.layer, neuron: factor.neuron });
    case 'pre-activation-gradient':
      return lossBy({ kind: 'pre-activation', layer: factor.layer, neuron: factor.neuron });
    case 'slope':
      return apply(
        { kind: 'activation', layer: factor.layer, order: 1, neuron: factor.neuron },
        of({ kind: 'pre-activation', layer: factor.layer, neuron: factor.neuron }),
      );
    case 'weight':
      return of({ kind: 'weight', layer: factor.layer, from: factor.from, to: factor.to });
    case 'input':
      return of({ kind: 'input', neuron: factor.neuron });
    case 'output':
      return of({ kind: 'output', layer: factor.layer, neuron: factor.neuron });
  }
}
