import { printers } from '../../../core/divergence/printers';
import { definitionOf, verdictOf } from '../../../core/divergence/printers/compare';
import type { Steps } from '../../../core/steps';
import type { WouldPrintAnswer, WouldPrintQuestion, WouldPrintRow } from '../../protocol/details/wouldPrint';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

const mostValues = 12;
/** More outcomes than a person hands to a call by hand; each printer goes over them at once. */
const mostOutcomes = 50_000;

export function* wouldPrintSteps(
  _question: WouldPrintQuestion,
  { evaluation: { study }, words }: DetailContext,
): Steps<WouldPrintAnswer | null> {
  if (study.kind !== 'distribution' || study.p.length > mostOutcomes) return null;
  const rows: WouldPrintRow[] = [];
  for (const printer of printers) {
    const isOfP = printer.measure === 'entropyP';
    if (study.q === null && !isOfP) continue;
    yield;
    // Counts are handed over as they are written; logits and logarithms as their probabilities.
    const handed = (side: 'p' | 'q') => {
      const measure = study.reading[side];
      const isWritten = measure !== null && (measure.form === undefined || measure.form === 'counts');
      return isWritten ? measure.numbers.values : (study[side] ?? study.p);
    };
    const printed = printer.print(handed('p'), study.q === null ? handed('p') : handed('q'));
    rows.push({
      tool: printer.tool,
      call: printer.call,
      values: printed.values.slice(0, mostValues).map(toWire),
      count: printed.values.length,
      verdict: verdictOf(printer, printed, study),
      definition: definition(definitionOf(printer, study, study.normalised ?? study.measures)),
      conventions: printer.conventions,
      sentences: printer.conventions.map((convention) => words.measures.conventions[convention]),
      versions: printer.versions,
      known: printer.known,
      link: printer.link,
    });
  }
  return { rows };
}

function definition(value: number | null) {
  return value === null ? null : toWire(value);
}
