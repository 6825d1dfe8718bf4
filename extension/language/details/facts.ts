import { continuousFactsSteps } from '../../../core/divergence/facts/continuousFacts';
import { discreteFacts } from '../../../core/divergence/facts/discreteFacts';
import type { Facts } from '../../../core/divergence/facts/facts';
import type { Steps } from '../../../core/steps';
import type { Study } from '../../../core/study';
import type { FactsAnswer, FactsQuestion } from '../../protocol/details/facts';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

/** KL as a difference of entropies, Jensen, and KL ≥ 0, with what each asks for. */
export function* factsSteps(
  _question: FactsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<FactsAnswer | null> {
  const facts = yield* factsOf(study);
  if (facts === null) return null;
  const { base, identity, jensen, gibbs } = facts;
  return {
    base,
    identity: {
      crossEntropy: toWire(identity.crossEntropy),
      entropy: toWire(identity.entropy),
      divergence: toWire(identity.divergence),
      exact: exactOf(study),
      hypotheses: identity.hypotheses,
    },
    jensen: {
      mean: toWire(jensen.mean),
      ofMean: toWire(jensen.ofMean),
      expectation: toWire(jensen.expectation),
      hypotheses: jensen.hypotheses,
      isEqual: jensen.isEqual,
      places: placesOf(study),
      ...namesOf(study),
      points: jensen.points.map(({ at, x, y, weight }) => ({
        at: toWire(at),
        x: toWire(x),
        y: toWire(y),
        weight: toWire(weight),
      })),
    },
    gibbs: { divergence: toWire(gibbs.divergence), hypotheses: gibbs.hypotheses, isEqual: gibbs.isEqual },
  };
}

function* factsOf(study: Study): Steps<Facts | null> {
  switch (study.kind) {
    case 'distribution':
      return discreteFacts(study);
    case 'continuous':
      return yield* continuousFactsSteps(study);
    default:
      return null;
  }
}

function placesOf(study: Study): FactsAnswer['jensen']['places'] {
  if (study.kind !== 'continuous') return 'outcomes';
  return study.p.distribution.kind === 'discrete' ? 'integers' : 'line';
}

function namesOf(study: Study): Pick<FactsAnswer['jensen'], 'outcomeNames'> {
  const outcomeNames = study.kind === 'distribution' ? study.reading.p.outcomeNames : undefined;
  return outcomeNames === undefined ? {} : { outcomeNames };
}

function exactOf(study: Study): FactsAnswer['identity']['exact'] {
  if (study.kind !== 'distribution') return null;
  const { crossEntropyPQ, entropyP, klPQ } = study.exact;
  if (crossEntropyPQ === undefined || entropyP === undefined || klPQ === undefined) return null;
  return { crossEntropy: crossEntropyPQ.text, entropy: entropyP.text, divergence: klPQ.text };
}
