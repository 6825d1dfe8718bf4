import type { DistributionStudy } from '../../core/divergence/distributionStudy';
import type { Span } from '../../core/problem';
import type { MatricesStudy, MatrixStudy, Study } from '../../core/study';
import type { MeasureReading, NumberArray, Reading } from '../../core/text/reading';
import type {
  AlternativeView,
  DistributionView,
  MeasureView,
  StudyView,
  WrittenBlock,
} from '../protocol/studyView';
import { activationView } from './activation/view';
import { continuousView } from './continuousView';
import { type Evaluation, positionsIn } from './evaluation';
import { excerptAround } from './excerpt';
import { matrixFacts } from './matrixFacts';
import { networkView } from './networkView';
import { precisionView } from './precision';
import { probabilityText } from './probabilityText';
import { remedy, sentence } from './problemWords';
import { raggedRowSpan, raggedRows } from './raggedRows';
import { exactResults, wireMeasures } from './result';
import { roundedSums } from './roundedSums';
import { singleText } from './single';
import { wireNumbers } from './wireArrays';
import type { Words } from './words/words';
import { writtenBlock } from './writtenBlock';

/** So many outcomes of a distribution are sent; sums are over all. */
const shownOutcomes = 1_000;
/** A matrix with more numbers is described and not sent. */
const shownNumbers = 20_000;

const standardDigits = 6;

/**
 * The study as the panel draws it, with spans in offsets of the document. `digits` are the significant ones of
 * computed numbers that arrive in words.
 */
export function viewOf(
  { study, offset, line }: Evaluation,
  words: Words,
  digits = standardDigits,
): StudyView {
  const { reading } = study;
  const positions = positionsIn(reading.text);
  const lineAt = (at: number) => positions.positionAt(at).line + line + 1;
  const precision = precisionView(study, words);
  const single = singleText(study, words);
  const base = {
    span: moved(reading.span, offset),
    firstLine: lineAt(reading.span.offset),
    lastLine: lineAt(reading.span.offset + reading.span.length),
    problems: study.problems.map((problem) => {
      const help = remedy(problem, words);
      return {
        code: problem.code,
        severity: problem.severity,
        message: sentence(problem, words),
        ...(help === null ? {} : { remedy: help }),
        span: moved(problem.span, offset),
        line: lineAt(problem.span.offset),
      };
    }),
    reading: [
      ...reading.choices.map((choice) => words.reading.choice(choice)),
      ...(precision === null ? [] : [precision.text]),
      ...(single === null ? [] : [single]),
      ...roundedSums(study, words),
    ],
    ...(reading.alternatives.length === 0 ? {} : { alternatives: alternativesOf(reading, offset, words) }),
  };
  switch (study.kind) {
    case 'network':
      return { ...base, ...networkView(study, offset), ...(precision === null ? {} : { precision }) };
    case 'distribution':
      return { ...base, ...distributionParts(study, offset), ...(precision === null ? {} : { precision }) };
    case 'continuous':
      return { ...base, ...continuousView(study, words) };
    case 'activation':
      return { ...base, ...activationView(study, words) };
    case 'matrix':
      return {
        ...base,
        ...matrixParts(study, offset),
        facts: matrixFacts(study, words, digits),
        readAs: words.reading.readAs(reading.notation),
      };
    case 'matrices':
      return { ...base, ...matricesParts(study, offset) };
    case 'error':
      return { ...base, ...errorParts(study, line) };
  }
}

function distributionParts(study: DistributionStudy, offset: number) {
  const { reading, p, q, sums, terms } = study;
  const shown = (values: Float64Array) => wireNumbers(values.subarray(0, shownOutcomes));
  const view: Omit<DistributionView, 'span' | 'firstLine' | 'lastLine' | 'problems' | 'reading'> = {
    kind: 'distribution',
    outcomes: p.length,
    rows: reading.rows?.length ?? 0,
    p: measureView(reading.text, reading.p, p, sums.p, offset),
    q:
      q === null || reading.q === null ? null : measureView(reading.text, reading.q, q, sums.q ?? '', offset),
    base: reading.base,
    ...(reading.p.outcomeNames === undefined ? {} : { outcomeNames: reading.p.outcomeNames }),
    ...(reading.joint === undefined ? {} : { joint: reading.joint }),
    measures: wireMeasures(study.measures),
    normalised: study.normalised === null ? null : wireMeasures(study.normalised),
    exact: exactResults(study),
    terms:
      terms === null
        ? null
        : { logRatio: shown(terms.logRatio), klPQ: shown(terms.klPQ), klQP: shown(terms.klQP) },
  };
  return view;
}

function measureView(
  text: string,
  measure: MeasureReading,
  values: Float64Array,
  sum: string,
  offset: number,
): MeasureView {
  const { label, numbers } = measure;
  const { starts, ends } = writtenBlock(text, numbers, offset, shownOutcomes);
  const texts = starts.map((_, outcome) => probabilityText(text, measure, values, outcome));
  return { label, values: wireNumbers(values.subarray(0, shownOutcomes)), texts, starts, ends, sum };
}

function matrixParts({ reading }: MatrixStudy, offset: number) {
  const { array, text } = reading;
  return { kind: 'matrix', shape: array.shape, block: blockOf(text, array, offset) } as const;
}

function matricesParts({ reading }: MatricesStudy, offset: number) {
  return {
    kind: 'matrices',
    matrices: reading.arrays.map(({ name, array }) => ({
      name,
      shape: array.shape,
      block: blockOf(reading.text, array, offset),
    })),
  } as const;
}

function blockOf(text: string, array: NumberArray, offset: number): WrittenBlock | null {
  return array.values.length > shownNumbers ? null : writtenBlock(text, array, offset);
}

function errorParts({ reading, problems }: Study, line: number) {
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const { text } = reading;
  if (first === undefined) return { kind: 'error', excerpt: null, raggedRows: null } as const;
  if (first.code === 'ragged') {
    const excerpt = excerptAround(text, raggedRowSpan(text, first.span), line);
    return { kind: 'error', excerpt, raggedRows: raggedRows(text, first.span) } as const;
  }
  return { kind: 'error', excerpt: excerptAround(text, first.span, line), raggedRows: null } as const;
}

function alternativesOf({ alternatives }: Reading, offset: number, words: Words): readonly AlternativeView[] {
  return alternatives.map((alternative) => ({
    text: words.alternatives.sentence(alternative),
    choices: alternative.choices,
    span: moved(alternative.span, offset),
  }));
}

function moved(span: Span, offset: number): Span {
  return { offset: span.offset + offset, length: span.length };
}
