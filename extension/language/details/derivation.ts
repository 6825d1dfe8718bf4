import { planDivergence } from '../../../core/derivation/divergence/plan';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { planNetwork } from '../../../core/derivation/network/plan';
import { contextOf } from '../../../core/derivation/network/quantities';
import { notationOf } from '../../../core/derivation/notations';
import { type PrintedEquation, printEquation } from '../../../core/derivation/print';
import { latexPrinter } from '../../../core/derivation/printers/latex';
import { plainPrinter } from '../../../core/derivation/printers/plain';
import type { Printer } from '../../../core/derivation/printers/printer';
import type { Derivation, Step } from '../../../core/derivation/step';
import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import type { Steps } from '../../../core/steps';
import type { Study } from '../../../core/study';
import type {
  DerivationAnswer,
  DerivationQuestion,
  DerivationStepView,
} from '../../protocol/details/derivation';
import type { Words } from '../words/words';
import type { DetailContext } from './context';

/** Steps of one answer at most. */
const mostSteps = 400;

/** Terms of a sum, rows and columns of a matrix, before they fold; and where they are unfolded. */
const folded = 8;
const unfolded = 100;
/** Columns of a matrix before it folds in a narrow panel. */
const narrowColumns = 3;

/** The steps of a derivation, printed one between two pauses. Null where the study has none. */
export function* derivationSteps(
  question: DerivationQuestion,
  { evaluation: { study }, digits, words }: DetailContext,
): Steps<DerivationAnswer | null> {
  const derivation = planOf(study, question);
  if (derivation === null) return null;
  const options: LayoutOptions = {
    notation: notationOf(question.notation),
    context:
      study.kind === 'network'
        ? contextOf(study)
        : { layers: 0, outputs: 1, isBatch: false, activations: [] },
    digits,
    most: question.unfolded === true ? unfolded : folded,
  };
  const drawn =
    question.narrow === true && !question.unfolded ? { ...options, mostColumns: narrowColumns } : options;
  const count = Math.max(0, Math.min(Math.floor(question.count) || 0, mostSteps));
  const steps: DerivationStepView[] = [];
  const numbers = new Map(derivation.steps.map(({ key }, index) => [key, index + 1]));
  for (const planned of derivation.steps.slice(0, count)) {
    steps.push(stepView(planned.make(), numbers, derivation, { options, drawn }, words));
    yield;
  }
  return { steps, total: derivation.steps.length };
}

function planOf(study: Study, { subject, notation, sample }: DerivationQuestion): Derivation | null {
  try {
    if (study.kind === 'distribution') {
      if (subject.kind === 'whole' && study.q !== null) return bothDirections(study);
      return planDivergence(study, subject.kind === 'divergence' && subject.from === 'Q' ? 'Q' : 'P');
    }
    if (study.kind !== 'network' || subject.kind === 'divergence') return null;
    const part = subject.kind === 'whole' ? ({ kind: 'network' } as const) : subject;
    return planNetwork(study, part, { notation: notationOf(notation), sample });
  } catch (error) {
    // The text changed meanwhile, or the question is of something it never had.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function bothDirections(study: DistributionStudy): Derivation {
  const forth = planDivergence(study, 'P');
  return { ...forth, steps: [...forth.steps, ...planDivergence(study, 'Q').steps] };
}

function stepView(
  step: Step,
  numbers: ReadonlyMap<string, number>,
  { values }: Derivation,
  { options, drawn }: { readonly options: LayoutOptions; readonly drawn: LayoutOptions },
  { derivation }: Words,
): DerivationStepView {
  const print = (printer: Printer, how = options): readonly PrintedEquation[] =>
    step.equations.map((equation) => printEquation(equation, values, how, printer));
  const { title } = step;
  const uses = step.uses.flatMap((key) => numbers.get(key) ?? []).sort((a, b) => a - b);
  const [from, to] = 'from' in title ? [title.from, title.to] : ['P', 'Q'];
  return {
    key: step.key,
    title: derivation.title(title),
    hypotheses: (step.hypotheses ?? []).map(({ name, holds }) => {
      const text = derivation.hypothesis(name, from, to);
      return { text, holds, note: derivation.panel.note(text, holds) };
    }),
    number: numbers.get(step.key) ?? 0,
    uses,
    usesNote: uses.length === 0 ? '' : derivation.panel.uses(uses.map((number) => `(${number})`).join(', ')),
    equations: print(latexPrinter()),
    placed: print(latexPrinter({ places: true }), drawn),
    plain: print(plainPrinter()),
  };
}
