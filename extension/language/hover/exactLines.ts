import { formatNumber } from '../../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { conventionText, exactTexts } from '../gradientTexts';
import { colored, symbol, verbatim } from './markup';
import type { CardRequest, Section } from './request';

/** Learnt parameters in a line of text. */
const mostInLine = 6;

/** Output and loss in fractions beside the decimals, and where in the network fractions end. */
export function exactLines({ words, palette, parts }: CardRequest, study: NetworkStudy): readonly Section[] {
  const lines = parts.values ? exactTexts(study, words) : [];
  return lines.length === 0 ? [] : [{ markdown: colored(verbatim(lines.join(' · ')), palette.quiet) }];
}

/** The factors that separate these gradients from those of other conventions, in a line. */
export function conventionLine(
  { words, palette, parts }: CardRequest,
  study: NetworkStudy,
): readonly Section[] {
  const text = parts.gradients ? conventionText(study, words) : null;
  return text === null ? [] : [{ markdown: colored(verbatim(text), palette.quiet) }];
}

/** The gradients of what activations learn, one line a layer. */
export function learntLines({ digits }: CardRequest, study: NetworkStudy): readonly Section[] {
  return (study.gradients ?? []).flatMap(({ parameters }, layer) => {
    if (parameters === undefined) return [];
    const shown = Array.from(parameters.subarray(0, mostInLine), (value) => formatNumber(value, digits));
    const values = parameters.length > mostInLine ? [...shown, '…'] : shown;
    const of = symbol('a', undefined, String(layer + 1));
    return [{ markdown: `∂ℒ/∂${of} = ${values.length === 1 ? values[0] : `(${values.join(', ')})`}` }];
  });
}
