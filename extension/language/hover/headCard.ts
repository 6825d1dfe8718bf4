import type { Study } from '../../../core/study';
import { footer, showLink } from './footer';
import { heatPicture } from './heatPicture';
import { colored, image, strong, verbatim } from './markup';
import { fitsTable, numberTable } from './matrixTable';
import { type CardRequest, documentSpan, type Section } from './request';

/** Of a selection that is too long for a hover: its first rows where it is a matrix, and the way to all of it. */
export function headCard(request: CardRequest, study: Study): readonly Section[] {
  const { words, parts, palette } = request;
  const { length } = documentSpan(request);
  const show = footer(
    request,
    [showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection')],
    false,
  );
  if (study.kind !== 'matrix' || study.reading.array.shape.length > 2) {
    return [{ markdown: strong(verbatim(words.matrices.long(length))) }, show];
  }
  const { array, text } = study.reading;
  const [rows, columns = null] = array.shape;
  const heat = parts.picture && !fitsTable(text, array) ? heatPicture(array, palette, words) : null;
  return [
    { markdown: strong(verbatim(words.matrices.head(rows, columns))) },
    { markdown: colored(verbatim(words.matrices.long(length)), palette.quiet) },
    ...(heat === null
      ? numberTable(request, text, array)
      : [{ markdown: image(heat), optional: true } as const]),
    show,
  ];
}
