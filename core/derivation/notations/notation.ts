import type { Name, Sign } from '../box';
import type { FunctionReference } from '../expression';
import type { Index, Quantity } from '../quantity';
import type { NotationName } from './names';

/** What a notation has to know of the model to leave out what needs no index. */
export interface NotationContext {
  readonly layers: number;
  readonly outputs: number;
  /** More than one sample: quantities of a sample then say which. */
  readonly isBatch: boolean;
  /** The name of each layer's activation. */
  readonly activations: readonly string[];
  /** One text a layer, equal where activations are the same function; the names, where it is left out. */
  readonly functions?: readonly string[];
}

export interface Notation {
  readonly name: NotationName;
  /** True where biases are a column of the weights, as in the sheet. */
  readonly isAugmented: boolean;
  /** True where ∂ℒ/∂s has a sign of its own, such as δ. */
  readonly hasDelta: boolean;
  /** True where a weight is named as an entry of its matrix. */
  readonly namesEntries: boolean;
  /** True where the rows of x, z and a are samples, as in a program; elsewhere columns are. */
  readonly rowsAreSamples: boolean;
  /** The number that stands for the first neuron or layer in an index. */
  readonly firstIndex: 0 | 1;
  /** Null where the quantity is a derivative that stands as a fraction of ∂. */
  sign(quantity: Quantity, context: NotationContext): Sign | null;
  /** φ of a layer, or φ′. */
  activation(layer: Index, order: 0 | 1, context: NotationContext): Sign;
}

export const italic = (latex: string, plain = latex): Name => ({ latex, plain, style: 'italic' });
export const bold = (latex: string, plain = latex): Name => ({ latex, plain, style: 'bold' });
export const code = (text: string): Name => ({ latex: text, plain: text, style: 'code' });

/** Counted from 1 for people; a letter as it is. */
export function fromOne(index: Index): string {
  return typeof index === 'number' ? String(index + 1) : index;
}

/** The layer that a weight comes from is one less than the one it goes to: also for a letter. */
export function fromZero(index: Index): string {
  return typeof index === 'number' ? String(index) : `${index}-1`;
}

/** (i) of a sample, where there is more than one. */
export function sampleMark(sample: Index | undefined): readonly string[] {
  return sample === undefined ? [] : [`(${fromOne(sample)})`];
}

/** Names of what has the same name in every written notation. */
export const common = {
  loss: { latex: '\\mathcal{L}', plain: 'ℒ', style: 'upright' },
  prediction: { latex: '\\hat{y}', plain: 'ŷ', style: 'italic' },
  learnt: { latex: '\\alpha', plain: 'α', style: 'italic' },
  learningRate: { latex: '\\eta', plain: 'η', style: 'italic' },
  target: italic('y'),
  phi: { latex: '\\varphi', plain: 'φ', style: 'italic' },
  delta: { latex: '\\delta', plain: 'δ', style: 'italic' },
} as const satisfies Record<string, Name>;

export function functionSign(name: Name, order: 0 | 1, corners: Omit<Sign, 'name' | 'prime'> = {}): Sign {
  return order === 1 ? { name, ...corners, prime: true } : { name, ...corners };
}

/** Names of distributions, which no notation of networks changes. */
export function distributionSign(quantity: Quantity): Sign | null {
  const upright = (latex: string, plain: string): Name => ({ latex, plain, style: 'upright' });
  switch (quantity.kind) {
    case 'probability':
      return {
        name: italic(quantity.of.toLowerCase()),
        below: [typeof quantity.outcome === 'number' ? String(quantity.outcome) : quantity.outcome],
      };
    case 'entropy':
      return { name: upright(`H(${quantity.of})`, `H(${quantity.of})`) };
    case 'cross-entropy':
      return { name: upright(`H(${quantity.of}, ${quantity.to})`, `H(${quantity.of}, ${quantity.to})`) };
    case 'kullback-leibler':
      return {
        name: upright(
          `D_{\\mathrm{KL}}(${quantity.of} \\,\\Vert\\, ${quantity.to})`,
          `KL(${quantity.of}‖${quantity.to})`,
        ),
      };
    case 'mass': {
      const { of, where } = quantity;
      return { name: upright(`${of}(\\{${where} > 0\\})`, `${of}({${where} > 0})`) };
    }
    case 'expectation':
      return { name: upright(`\\operatorname{E} ${quantity.of}`, `E ${quantity.of}`) };
    case 'supporting-line':
      return { name: quantity.part === 'slope' ? italic('\\alpha', 'α') : italic('\\beta', 'β') };
    default:
      return null;
  }
}

/** ln, softmax, ℓ and any function. */
export function functionName(
  reference: Exclude<FunctionReference, { kind: 'activation' | 'absolute' }>,
): Sign {
  const upright = (latex: string, plain: string): Name => ({ latex, plain, style: 'upright' });
  switch (reference.kind) {
    case 'loss-term':
      return functionSign(italic('\\ell', 'ℓ'), reference.order);
    case 'loss':
      return { name: italic('\\ell', 'ℓ') };
    case 'softmax':
      return softmaxSign(upright('\\operatorname{softmax}', 'softmax'), reference);
    case 'log-softmax':
      return softmaxSign(upright('\\ln\\operatorname{softmax}', 'ln softmax'), reference);
    case 'logarithm':
      return reference.base === Math.E
        ? { name: upright('\\ln', 'ln') }
        : { name: upright('\\log', 'log'), below: [String(reference.base)] };
    case 'named':
      return functionSign(italic(reference.name), reference.order);
  }
}

function softmaxSign(
  name: Name,
  { index, sample }: { readonly index: Index; readonly sample?: Index },
): Sign {
  return { name, below: [fromOne(index)], above: sampleMark(sample) };
}
