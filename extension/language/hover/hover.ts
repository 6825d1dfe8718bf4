import type { NotationName } from '../../../core/derivation/notations';
import type { Span } from '../../../core/problem';
import type { MatrixStudy } from '../../../core/study';
import { writtenNumber } from '../../../core/text/written';
import type { HoverParts, Surroundings, ThemeKind } from '../../protocol/requests';
import type { Evaluation } from '../evaluation';
import type { Words } from '../words/words';
import { activationCard } from './activationCard';
import { continuousCard } from './continuousCard';
import { distributionCard } from './distributionCard';
import { errorCard } from './errorCard';
import { headCard } from './headCard';
import { layerAt, layerCard } from './layerCard';
import { matricesCard, matrixCard } from './matrixCard';
import { networkCard } from './networkCard';
import { paletteOf } from './palette';
import { parameterAt } from './parameterAt';
import { parameterCard } from './parameterCard';
import type { CardRequest, Section } from './request';

/** So many numbers in one row stand in any program. */
const fewNumbers = 4;

/** VS Code cuts a hover at 100,000 characters, and a cut picture spills its source. */
const longest = 80_000;

export interface HoverRequest {
  readonly evaluation: Evaluation;
  readonly uri: string;
  readonly theme: ThemeKind;
  readonly parts: HoverParts;
  readonly digits: number;
  readonly notation?: NotationName;
  readonly words: Words;
  /** Of a selection. */
  readonly surroundings?: Surroundings;
  /** The one number that is pointed at, from the start of the text that was read; null for all of it. */
  readonly focus: Span | null;
  /** Whether the editor shows the problems of that place beside the hover, as it does of what is evaluated unasked. */
  readonly isDiagnosed?: boolean;
}

/**
 * Markdown with the HTML that a VS Code hover renders, or null where nobody asked and there is
 * nothing to say: a single number, a few in passing, or text that was not meant as numbers.
 */
export function hoverOf({ focus, theme, isDiagnosed = false, ...rest }: HoverRequest): string | null {
  const told = isDiagnosed ? focus : null;
  const sections = sectionsOf({ ...rest, told, palette: paletteOf(theme) }, focus);
  return sections === null ? null : assembled(sections);
}

function sectionsOf(request: CardRequest, focus: Span | null): readonly Section[] | null {
  const { study, whole } = request.evaluation;
  if (whole !== undefined) return headCard(request, study);
  switch (study.kind) {
    case 'network': {
      const parameter = focus === null ? null : parameterAt(study, focus);
      const card = parameter === null ? null : parameterCard(request, study, parameter);
      if (card !== null) return card;
      const layer = focus === null || parameter !== null ? null : layerAt(study, focus);
      return (layer === null ? null : layerCard(request, study, layer)) ?? networkCard(request, study);
    }
    case 'distribution':
      return distributionCard(request, study);
    case 'continuous':
      return continuousCard(request, study);
    case 'activation':
      return activationCard(request, study);
    case 'matrix':
      return focus === null && isPassing(study) ? null : matrixCard(request, study);
    case 'matrices':
      return matricesCard(request, study);
    case 'error': {
      const { reading } = study;
      return reading.kind === 'error' && !reading.meant ? null : errorCard(request, study);
    }
  }
}

/** A selection of a program or of prose in which a few numbers stand, as `figsize=(8, 6)` in a call, is not about them. */
function isPassing({ reading: { text, span, array, notation } }: MatrixStudy): boolean {
  const { length } = array.values;
  // What a number is worth is plain to see, unless it is to be worked out, `sqrt(2)/2`.
  if (length < 2) return array.shape.length > 0 || isDecimal.test(writtenNumber(text, array, 0));
  if (length > fewNumbers || array.shape.length > 1) return false;
  const before = text.slice(0, span.offset);
  // What a name stands for is meant, unless it names an argument.
  if (notation === 'assignments') return /\([^\n]*$/.test(before);
  // Of an object in JSON the list stands for itself.
  const own = notation === 'json' ? array.span : span;
  return /\p{L}/u.test(text.slice(0, own.offset) + text.slice(own.offset + own.length));
}

const isDecimal = /^[-+−]?[\d.,]*(?:e[-+]?\d+)?$/i;

function assembled(sections: readonly Section[]): string {
  const markdown = sections.map((section) => section.markdown).join('\n\n');
  if (markdown.length < longest) return markdown;
  const last = sections.map((section) => section.optional === true).lastIndexOf(true);
  return last < 0 ? markdown.slice(0, longest) : assembled(sections.filter((_, index) => index !== last));
}
