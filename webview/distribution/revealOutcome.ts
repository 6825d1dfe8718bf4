import type { Actions } from '../model/actions';
import type { DistributionModel } from './distributionModel';

/** Goes to the number of an outcome in the text. */
export function revealOutcome({ view }: DistributionModel, outcome: number, actions: Actions): void {
  const start = view.p.starts[outcome];
  const end = view.p.ends[outcome];
  if (start !== undefined && end !== undefined) actions.reveal(start, end);
}
