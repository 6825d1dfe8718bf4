import type { NetworkReading } from '../../../core/text/reading';
import { type ActionMaker, quickFix } from './action';
import { widthFaults } from './widthFaults';

/** A matrix of more numbers is not one to write by hand. */
const mostNumbers = 400;

/**
 * Puts a layer between two that do not fit, from the width that is given to the width that is taken. It
 * passes its inputs on as far as there is room: ones on the diagonal.
 */
export const addLayer: ActionMaker = (context) => {
  const { reading } = context.evaluation.study;
  if (reading.kind !== 'network' || reading.notation !== 'nabla-json') return [];
  return widthFaults(context).flatMap(({ problem, layer, takes, given }) => {
    if (takes * given > mostNumbers) return [];
    const edit = {
      span: { offset: reading.layers[layer].span.offset, length: 0 },
      text: `{ "weights": ${diagonal(takes, given)} },${separator(reading, layer)}`,
    };
    return [quickFix(problem, context.words.actions.addLayer(layer + 1, given, takes), [edit])];
  });
};

function diagonal(rows: number, columns: number): string {
  const row = (index: number) =>
    `[${Array.from({ length: columns }, (_, column) => (column === index ? 1 : 0)).join(', ')}]`;
  return `[${Array.from({ length: rows }, (_, index) => row(index)).join(', ')}]`;
}

/** What stands before the layer on its line: layers that begin a line keep doing so. */
function separator({ text, layers }: NetworkReading, layer: number): string {
  const start = layers[layer]?.span.offset ?? 0;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(line) && text.includes('\n') ? `\n${line}` : ' ';
}
