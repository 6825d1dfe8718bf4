import type { Box, Sign } from './box';
import { brackets, type Laid, laySign } from './laid';
import type { Notation, NotationContext } from './notations';
import { placeOfQuantity, type Quantity } from './quantity';

interface Naming {
  readonly notation: Notation;
  readonly context: NotationContext;
}

const sampleMatrices: readonly string[] = [
  'inputs',
  'pre-activations',
  'outputs',
  'predictions',
  'targets',
  'biases',
];

/** A quantity under the name that the notation has for it, or spelled out where it has none. */
export function layQuantity(quantity: Quantity, isTransposed: boolean, options: Naming): Laid {
  const { notation, context } = options;
  const sign = notation.sign(quantity, context);
  if (notation.rowsAreSamples && isOfSamples(quantity)) {
    const laid = named(quantity, sign, options);
    return isTransposed || isVector(quantity)
      ? laid
      : { box: { box: 'transpose', of: laid.box }, bond: 'atom' };
  }
  const laid = named(quantity, sign, options);
  return isTransposed ? { box: { box: 'transpose', of: laid.box }, bond: 'atom' } : laid;
}

function named(quantity: Quantity, sign: Sign | null, options: Naming): Laid {
  const { notation } = options;
  const place = placeOfQuantity(quantity);
  if (sign !== null) return laySign(sign, place);
  switch (quantity.kind) {
    case 'derivative': {
      const top: Box = { box: 'partial', of: layQuantity(quantity.of, false, options).box };
      const bottom: Box = { box: 'partial', of: layQuantity(quantity.by, false, options).box };
      return { box: { box: 'fraction', top, bottom, place }, bond: 'atom' };
    }
    case 'entry': {
      const { row, column } = quantity;
      const places = column === null ? [row] : [row, column];
      const below = places.map((index) => String(index + notation.firstIndex));
      const whole = layQuantity(quantity.of, false, options).box;
      return { box: { box: 'entry', of: brackets(whole), below }, bond: 'atom' };
    }
    case 'augmented-weights': {
      const { layer } = quantity;
      const parts: readonly Quantity[] = [
        { kind: 'weights', layer },
        { kind: 'biases', layer },
      ];
      return {
        box: { box: 'matrix', rows: [parts.map((part) => layQuantity(part, false, options).box)] },
        bond: 'atom',
      };
    }
    case 'augmented-source': {
      const source: Quantity =
        quantity.layer === 0
          ? { kind: 'inputs' }
          : {
              kind: 'outputs',
              layer: typeof quantity.layer === 'number' ? quantity.layer - 1 : quantity.layer,
            };
      const one: Box = { box: 'number', number: { isNegative: false, digits: '1' }, place: null };
      return {
        box: { box: 'matrix', rows: [[layQuantity(source, false, options).box], [one]] },
        bond: 'atom',
      };
    }
    default:
      throw new RangeError(`the notation has no name for ${quantity.kind}`);
  }
}

function isOfSamples(quantity: Quantity): boolean {
  switch (quantity.kind) {
    case 'derivative':
      return quantity.of.kind === 'loss' && isOfSamples(quantity.by);
    case 'iterate':
      return isOfSamples(quantity.of);
    default:
      return sampleMatrices.includes(quantity.kind);
  }
}

/** Of one dimension in a program, where it has no orientation. */
function isVector(quantity: Quantity): boolean {
  switch (quantity.kind) {
    case 'biases':
      return true;
    case 'derivative':
      return isVector(quantity.by);
    case 'iterate':
      return isVector(quantity.of);
    default:
      return false;
  }
}
