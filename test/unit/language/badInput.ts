import { network } from './texts';

/** A text that is wrong in one way: what is said, at which part of the text. */
export interface BadInput {
  readonly title: string;
  readonly text: string;
  readonly code: string;
  readonly message: string;
  /** The text at the problem's place; for what is missing, the text that follows. */
  readonly at: string;
  /** False where the study has a result in spite of it. */
  readonly fails: boolean;
}

export const badInputs: readonly BadInput[] = [
  {
    title: 'JSON broken in the middle',
    text: '{ "layers": [ { "weights": [[0.1, , 0.3]] } ] }',
    code: 'syntax',
    message: 'A number is missing here.',
    at: ', 0.3',
    fails: true,
  },
  {
    title: 'layers whose widths do not meet',
    text: network.replace('[[0.7, -0.8]]', '[[0.7, -0.8, 0.9]]'),
    code: 'width-mismatch',
    message: 'Layer 2 takes 3 numbers. Layer 1 gives 2.',
    at: '[[0.7, -0.8, 0.9]]',
    fails: true,
  },
  {
    title: 'a ragged row',
    text: '[[1, 2, 3], [4, 5]]',
    code: 'ragged',
    message: 'Row 2 has 2 numbers. Row 1 has 3.',
    at: ']]',
    fails: true,
  },
  {
    title: 'a bias of the wrong length',
    text: network.replace('[0.1, -0.2]', '[0.1]'),
    code: 'length-mismatch',
    message: 'Layer 1 has 1 bias for 2 neurons.',
    at: '[0.1]',
    fails: true,
  },
  {
    title: 'an unknown activation',
    text: network.replace('"softplus"', '"sofplus"'),
    code: 'unknown-activation',
    message: 'Unknown activation “sofplus”. Did you mean “softplus”?',
    at: '"sofplus"',
    fails: true,
  },
  {
    title: 'an input of the wrong length',
    text: network.replace('[1, 2, 3]', '[1, 2]'),
    code: 'length-mismatch',
    message: 'The input has 2 numbers. The network takes 3.',
    at: '[1, 2]',
    fails: true,
  },
  {
    title: 'a target of the wrong length',
    text: network.replace('"target": [1]', '"target": [1, 2]'),
    code: 'length-mismatch',
    message: 'The target has 2 numbers. 1 is needed.',
    at: '[1, 2]',
    fails: false,
  },
  {
    title: 'a negative probability',
    text: 'P = [1.5, -0.5]\nQ = [0.5, 0.5]',
    code: 'negative-probability',
    message: 'Outcome 1 of P is −0.5. A probability is not negative.',
    at: '-0.5',
    fails: true,
  },
  {
    title: 'probabilities that do not sum to one',
    text: 'P = [0.5, 0.7]\nQ = [0.5, 0.5]',
    code: 'not-normalised',
    message:
      'P sums to 1.2, not 1. The values are of the numbers as given; the normalised ones stand beside them.',
    at: '[0.5, 0.7]',
    fails: false,
  },
  {
    title: 'p > 0 where q = 0',
    text: 'P = [0.5, 0.5]\nQ = [1, 0]',
    code: 'support',
    message: 'KL(P ‖ Q) is infinite: outcome 1 has p > 0 and q = 0.',
    at: '0]',
    fails: false,
  },
  {
    title: 'NaN in the text',
    text: '[[1, NaN], [3, 4]]',
    code: 'not-finite',
    message: 'NaN is in the text and is carried through.',
    at: 'NaN',
    fails: false,
  },
  {
    title: 'Infinity in the text',
    text: network.replace('0.05', '-Infinity'),
    code: 'not-finite',
    message: '−Infinity is in the text and is carried through.',
    at: '-Infinity',
    fails: false,
  },
  {
    title: 'an empty text',
    text: '',
    code: 'empty',
    message: 'There are no numbers in this text.',
    at: '',
    fails: true,
  },
  {
    title: 'an unknown family',
    text: '{"p": {"family": "norml", "loc": 0, "scale": 1}}',
    code: 'unknown-family',
    message: 'Unknown distribution “norml”. Did you mean “normal”?',
    at: '"norml"',
    fails: true,
  },
  {
    title: 'a parameter of a family outside its domain',
    text: '{"p": {"family": "normal", "loc": 0, "scale": -1}}',
    code: 'parameter-domain',
    message: '“scale” of normal is −1. It must be (0, ∞).',
    at: '-1',
    fails: true,
  },
  {
    title: 'a density that is negative',
    text: '{"p": {"density": "-1", "support": [0, 1]}}',
    code: 'negative-density',
    message: 'The density P is −1 at x = 1. A density is not negative.',
    at: '-1',
    fails: true,
  },
  {
    title: 'a density without an integral',
    text: '{"p": {"density": "1/x", "support": [0, 1]}}',
    code: 'infinite-integral',
    message: 'The integral of the density P is infinite: it diverges at 0.',
    at: '1/x',
    fails: true,
  },
  {
    title: 'a family without the other’s support',
    text: 'KL(normal(0, 1) || exponential(1))',
    code: 'support',
    message: 'KL(P ‖ Q) is infinite: P has mass on (−∞, 0) and Q has none.',
    at: 'exponential(1)',
    fails: false,
  },
];
