import { formatNumber, formatWritten, listNumbers } from '../../../../core/derivation/formatNumber';
import type { ProblemCode, ProblemDetails } from '../../../../core/problem';
import { measureSymbols } from '../measureSymbols';
import { counted, grouped, listed } from './counting';
import { findings } from './findings';
import { intervalText } from './mathematics';

type Details<Code extends ProblemCode> = ProblemDetails[Code];

/** What is wrong, and where in people's counting (from 1). One or two short sentences a code. */
const sentences: { readonly [Code in ProblemCode]: (data: Details<Code>) => string } = {
  ...findings.sentences,
  syntax: (data) => syntax(data),
  empty: ({ what }) => {
    switch (what) {
      case 'text':
        return 'There are no numbers in this text.';
      case 'array':
        return 'This list is empty.';
      case 'layers':
        return 'The network has no layers.';
      case 'document':
        return 'This object has neither layers nor probabilities.';
      case 'samples':
        return 'No sample counts: each is ignored, or its class has the weight 0. The mean of none is 0/0: the loss is NaN, as in PyTorch, and ignored samples have the gradient 0.';
    }
  },
  ragged: ({ row, length, expected }) =>
    `Row ${row + 1} has ${counted(length, 'number', 'numbers')}. Row 1 has ${grouped(expected)}.`,
  elided: ({ mark, what }) =>
    what === 'weights'
      ? `“${mark}” shows the layers of a model without their weights.`
      : `“${mark}” stands for numbers that are not in the text.`,
  'width-mismatch': ({ layer, width, expected, activation }) =>
    layer === null
      ? `${activation} halves an even number of inputs. It is given ${grouped(width)}.`
      : activation !== undefined
        ? `${activation} halves an even number of neurons. Layer ${layer + 1} has ${grouped(width)}.`
        : `Layer ${layer + 1} takes ${counted(width, 'number', 'numbers')}. ${
            layer === 0 ? 'The input has' : `Layer ${layer} gives`
          } ${grouped(expected)}.`,
  'length-mismatch': (data) => lengthMismatch(data),
  'unknown-activation': ({ name, suggestion }) => unknown('activation', name, suggestion),
  'unknown-loss': ({ name, suggestion }) => unknown('loss', name, suggestion),
  'unknown-optimizer': ({ name, suggestion }) => unknown('optimizer', name, suggestion),
  'unread-activation': ({ name }) =>
    `No layer is given “${name}”: all have the identity. Write activation = ${name.toLowerCase()}.`,
  'unknown-key': ({ name, suggestion }) => `Nothing is read from “${name}”. Did you mean “${suggestion}”?`,
  'unknown-family': ({ name, suggestion }) => unknown('distribution', name, suggestion),
  'parameter-domain': ({ owner, parameter, value, domain, known, isOneOf }) =>
    known === undefined
      ? isOneOf === true
        ? `“${parameter}” of ${owner} is “${value}”. It is one of ${domain}.`
        : `“${parameter}” of ${owner} is ${quotedWord(value)}. It must be ${formatWritten(domain)}.`
      : known.length === 0
        ? `${owner} has no parameter “${parameter}”. It has none.`
        : `${owner} has no parameter “${parameter}”. It has ${listed(known)}.`,
  'target-domain': ({ loss, value, domain }) =>
    `The target ${formatWritten(value)} is outside what ${loss} takes: ${formatWritten(domain)}.`,
  'output-domain': ({ loss, value, domain, output, sample }) =>
    `${loss} takes outputs ${formatWritten(domain)}. Output ${output + 1}${
      sample === undefined ? '' : ` of sample ${sample + 1}`
    } is ${written(Number(value.toPrecision(6)))}.`,
  'negative-probability': ({ distribution, outcome, name, value }) =>
    `Outcome ${name ?? outcome} of ${distribution} is ${formatWritten(value)}. A probability is not negative.`,
  'negative-density': ({ distribution, at, value }) =>
    `The density ${distribution} is ${written(Number(value.toPrecision(6)))} at x = ${written(Number(at.toPrecision(6)))}. A density is not negative.`,
  'infinite-integral': ({ distribution, at }) =>
    `The integral of the density ${distribution} is infinite${at === null ? '' : `: it diverges at ${written(at)}`}.`,
  'gradient-mismatch': ({ parameter, sample, claimed, value }) =>
    `The derivative with respect to ${parameter}${sample === undefined ? '' : ` of sample ${sample + 1}`} is ${written(Number(value.toPrecision(7)))}, not ${written(claimed)}.`,
  'too-large': ({ what, size, limit }) =>
    what === 'values'
      ? `The text has more than ${grouped(limit)} separate numbers and arrays. Nabla reads so many at once: select fewer.`
      : what === 'text'
        ? `The text has ${counted(size, 'character', 'characters')}. Nabla reads up to ${grouped(limit)}.`
        : `${grouped(size)} ${what} are more than the ${grouped(limit)} that Nabla takes.`,
  'not-normalised': ({ distribution, sum, of, taken }) =>
    taken === 'normalised'
      ? `${distribution} sums to ${formatWritten(sum)}, not 1. Each number is divided by the sum.`
      : of === 'density'
        ? `The integral of ${distribution} is ${formatWritten(sum)}, not 1. The values are of the density as given; the normalised ones stand beside them.`
        : `${distribution} sums to ${formatWritten(sum)}, not 1. The values are of the numbers as given; the normalised ones stand beside them.`,
  support: ({ direction, outcomes, names, where }) => {
    const [first, second] = direction === 'PQ' ? ['P', 'Q'] : ['Q', 'P'];
    if (where !== undefined) {
      const stretches = listed(where.map(intervalText));
      return `KL(${first} ‖ ${second}) is infinite: ${first} has mass on ${stretches} and ${second} has none.`;
    }
    const named = names ?? outcomes.map(String);
    return `KL(${first} ‖ ${second}) is infinite: ${named.length === 1 ? 'outcome' : 'outcomes'} ${listed(
      named,
    )} ${named.length === 1 ? 'has' : 'have'} ${first.toLowerCase()} > 0 and ${second.toLowerCase()} = 0.`;
  },
  'ambiguous-reading': ({ taken, other, losses }) => {
    if (other !== 'rows-are-sources') return `Read as ${taken}. It could also be ${other}.`;
    const [own, turned] = (losses ?? []).map((loss) => written(Number(loss.toPrecision(6))));
    return own === undefined
      ? 'Rows of the weights are read as destinations. They fit as sources too, and give another output.'
      : `Rows of the weights are read as destinations: the loss is ${own}. They fit as sources too: it would be ${turned}.`;
  },
  undecided: ({ values, terms }) =>
    `${listed(
      values.map((name) => measureSymbols[name] ?? name),
      12,
    )} ${values.length === 1 ? 'is' : 'are'} not known: ${
      terms === null
        ? 'the integral met no tolerance, as where a density swings for ever or falls very slowly.'
        : `the sum has no bound of what is left after ${counted(terms, 'term', 'terms')}.`
    }`,
  'not-finite': ({ value }) => `${formatWritten(value)} is in the text and is carried through.`,
  'beyond-float32': ({ value, becomes }) =>
    `${formatNumber(value, 3)} becomes ${becomes === 0 ? '0' : 'infinite'} in float32, and is carried on so.`,
  'not-in-float32': ({ what }) =>
    `Products with a Jacobian are in float64 alone: in float32 “${what}” is left aside.`,
  overflow: ({ layer, in: where, dtype }) => {
    switch (where) {
      case 'loss':
        return `The loss leaves the range of ${numbersOf(dtype)}.`;
      case 'gradient':
        return `The gradient leaves the range of ${numbersOf(dtype)} at layer ${layer + 1}.`;
      case undefined:
        return `Layer ${layer + 1} leaves the range of ${numbersOf(dtype)}.`;
    }
  },
  dialect: ({ name, meaning, taken, others }) =>
    `“${name}” is read as in ${listed(taken.map(frameworkName))}: ${meaning}. ${byMeaning(others)
      .map(([names, other]) => `In ${names} it is ${other}.`)
      .join(' ')}`,
  'no-weights': () => 'This is the architecture alone, without weights: there is nothing to compute.',
  kink: ({ owner, at, left, right, interval, chosen, frameworks, layer, neuron, discontinuous, outside }) => {
    const place =
      layer === undefined || neuron === undefined ? '' : ` of layer ${layer + 1}, neuron ${neuron + 1},`;
    const what =
      discontinuous === true
        ? `${owner}${place} is discontinuous at ${written(at)}`
        : `${owner}${place} has a kink at ${written(at)}: the derivative is ${written(left)} on the left and ${written(
            right,
          )} on the right`;
    const range = discontinuous === true ? '' : `, from [${listNumbers(interval.map(written))}]`;
    const taken = `Nabla takes ${written(chosen)}${range}.${notAdmissible(outside)}`;
    return `${what}. ${taken}${elsewhere(frameworks)}`;
  },
};

/** What would help, where something is known to. */
const remedies: { readonly [Code in ProblemCode]?: (data: Details<Code>) => string | null } = {
  ...findings.remedies,
  'no-weights': () => 'Add "weights" beside the configuration: the list that get_weights() returns.',
  syntax: ({ reason, expected }) => {
    switch (reason) {
      case 'unclosed':
        return expected === undefined ? 'Close the bracket.' : `Add “${expected}”.`;
      case 'mismatched':
        return expected === undefined ? null : `Put “${expected}” here.`;
      case 'missing-value':
        return expected === 'number' ? 'Write a number here, or remove the separator.' : null;
      case 'missing-separator':
        return `Put “${expected ?? ','}” between the two.`;
      case 'trailing':
        return 'Remove what follows the end.';
      case 'zero-denominator':
        return 'Write a denominator other than 0.';
      case 'uncertainty':
        return 'Write the number alone, with the digits that are known.';
      case 'computed':
        return 'Select the array alone, or print the result and select that.';
      case 'duplicate-key':
        return 'Keep one of the two.';
      case 'depth':
        return 'Use fewer brackets inside each other.';
      case 'unexpected-token':
      case 'unexpected-type':
        return null;
    }
  },
  empty: ({ what }) =>
    what === 'samples'
      ? 'Give at least one sample a class that counts.'
      : what === 'layers'
        ? 'Give each layer its weights: {"layers": [{"weights": [[0.1, 0.2]]}]}.'
        : 'Write a network, two distributions or a matrix, such as [[0.1, 0.2], [0.3, 0.4]].',
  ragged: ({ length, expected }) =>
    length < expected
      ? `Add ${counted(expected - length, 'number', 'numbers')} to the row.`
      : `Remove ${counted(length - expected, 'number', 'numbers')} from the row.`,
  elided: ({ what }) =>
    what === 'weights'
      ? 'Print the weights too: model.state_dict() in PyTorch, model.get_weights() in Keras.'
      : 'Print all of the numbers: numpy.set_printoptions(threshold=sys.maxsize) in NumPy.',
  'width-mismatch': ({ layer, expected, activation }) =>
    layer === null
      ? `Give it ${counted(expected, 'number', 'numbers')}.`
      : activation === undefined
        ? `Each row needs ${counted(expected, 'number', 'numbers')}.`
        : `Give the layer ${grouped(expected)}.`,
  'length-mismatch': ({ expected }) => `Make it ${counted(expected, 'number', 'numbers')}.`,
  'unknown-activation': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-loss': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-optimizer': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-family': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-key': ({ suggestion }) => nameAsInTorch(suggestion),
  'not-in-float32': () => 'Leave “dtype” out for them.',
  'negative-probability': () => 'Write a number from 0 to 1.',
  'not-normalised': ({ sum, of }) =>
    of === 'density'
      ? `Divide the density by ${formatWritten(sum)}.`
      : `Divide each number by ${formatWritten(sum)}.`,
  dialect: ({ taken }) => `Write "dialect": "${taken[0] ?? 'pytorch'}" beside it, or give its parameter.`,
  support: ({ where }) =>
    where === undefined
      ? 'Give the outcome a probability in both, or leave it out of both.'
      : 'Take families whose supports are the same, or exchange the two.',
  'negative-density': () => 'Change the density, or end its support where it is 0.',
  'infinite-integral': () => 'Change the density or its support so that it can be divided by its integral.',
};

function notAdmissible(outside: Details<'kink'>['outside']): string {
  if (outside === undefined) return '';
  const { parameter, chosen, left, right } = outside;
  const truth =
    left === right
      ? written(left)
      : `between ${written(Math.min(left, right))} and ${written(Math.max(left, right))}`;
  return ` That is not admissible here: the derivative of ${parameter} is ${truth}, not ${written(chosen)}.`;
}

/** The dialects of each meaning, so that what two mean alike is said once. */
function byMeaning(others: Details<'dialect'>['others']): readonly (readonly [string, string])[] {
  const meanings = [...new Set(others.map(({ meaning }) => meaning))];
  return meanings.map((meaning) => {
    const alike = others.filter((other) => other.meaning === meaning);
    return [listed(alike.map(({ dialect }) => frameworkName(dialect))), meaning];
  });
}

function frameworkName(dialect: string): string {
  switch (dialect) {
    case 'pytorch':
      return 'PyTorch';
    case 'keras2':
      return 'Keras 2';
    case 'keras3':
      return 'Keras 3';
    case 'onnx':
      return 'ONNX';
    case 'jax':
      return 'JAX';
    default:
      return dialect;
  }
}

function syntax({ reason, found, expected, family, parameters }: Details<'syntax'>): string {
  const mark = found === undefined || found === '' ? null : `“${found}”`;
  const wanted = expected === undefined ? null : awaited(expected);
  switch (reason) {
    case 'unclosed':
      return wanted === null
        ? 'A bracket is never closed.'
        : `${wanted} is missing: a bracket is never closed.`;
    case 'missing-value':
      if (family !== undefined)
        return `${family} has no ${expected}. Its parameters are ${listed(parameters ?? [])}.`;
      return expected === 'weights'
        ? 'This layer has no weights.'
        : `${capital(wanted ?? 'a number')} is missing here.`;
    case 'missing-separator':
      return `${capital(wanted ?? 'a comma')} is missing ${mark === null ? 'here' : `before ${mark}`}.`;
    case 'trailing':
      return `${mark ?? 'This text'} stands after the end.`;
    case 'zero-denominator':
      return `${mark === null ? 'This fraction' : formatWritten(mark)} has the denominator 0.`;
    case 'uncertainty':
      return `${mark ?? 'This'} is the uncertainty of a number. It is not read.`;
    case 'computed':
      return `${mark ?? 'This'} makes other numbers of those that are written. It is not computed here.`;
    case 'duplicate-key':
      return `${mark ?? 'This name'} stands here a second time.`;
    case 'depth':
      if (expected === '[[')
        return `Weights are rows of numbers, two brackets deep. These are ${found?.length ?? 'more'}.`;
      return wanted === null ? 'The brackets are nested too deep.' : misplaced(mark, wanted);
    case 'mismatched':
    case 'unexpected-token':
    case 'unexpected-type':
      return misplaced(mark, wanted);
  }
}

function misplaced(mark: string | null, wanted: string | null): string {
  if (wanted === null) return `${mark ?? 'This text'} is not expected here.`;
  return `${mark === null ? 'Here' : `${mark} stands where`} ${wanted} ${wanted === 'numbers' ? 'are' : 'is'} expected.`;
}

const awaitedWords: Readonly<Record<string, string>> = {
  ',': 'a comma',
  ':': 'a colon',
  numbers: 'numbers',
  layers: 'a list of layers',
  object: 'an object',
  array: 'a list',
  vector: 'a list of numbers',
  matrix: 'a matrix',
  key: 'a name in quotes',
  gradient: 'an object with “weights”, “biases” or “input”',
  arrays: 'a list with one array for each layer',
  on: 'a family, or “on” and a support,',
};

/** What the reader waited for: a mark of the notation, or a kind of value. */
function awaited(expected: string): string {
  // Names of functions, of which any would do.
  if (expected.includes(', ')) return `one of ${expected}`;
  return awaitedWords[expected] ?? (/^[a-z]/.test(expected) ? `a ${expected}` : `“${expected}”`);
}

function lengthMismatch(data: Details<'length-mismatch'>): string {
  const { what, layer, sample, length, expected, parameter } = data;
  const numbers = counted(length, 'number', 'numbers');
  const ofLayer = layer === undefined ? '' : ` of layer ${layer + 1}`;
  const ofSample = sample === undefined ? '' : ` of sample ${sample + 1}`;
  switch (what) {
    case 'weights':
      return `There are ${counted(length, 'array', 'arrays')} of weights. The layers take ${grouped(expected)}.`;
    case 'biases':
      return layer === undefined
        ? `Biases stand for ${counted(length, 'layer', 'layers')}. There are weights for ${grouped(expected)}.`
        : `Layer ${layer + 1} has ${counted(length, 'bias', 'biases')} for ${counted(expected, 'neuron', 'neurons')}.`;
    case 'input':
      return `The input${ofSample} has ${numbers}. The network takes ${grouped(expected)}.`;
    case 'target':
      return `The target${ofSample} has ${numbers}. ${grouped(expected)} ${expected === 1 ? 'is' : 'are'} needed.`;
    case 'gradient':
      return `The claimed gradient${ofLayer} has ${numbers}, not ${grouped(expected)}.`;
    case 'direction':
      return `The direction has ${numbers} here, not ${grouped(expected)}.`;
    case 'covector':
      return `The covector has ${numbers}. The output has ${grouped(expected)}.`;
    case 'outcomes':
      return `Q has ${counted(length, 'outcome', 'outcomes')}. P has ${grouped(expected)}.`;
    case 'parameter':
      return `“${parameter}” has ${numbers}, not ${grouped(expected)}.`;
    case 'classes':
      return `There are ${counted(length, 'class', 'classes')}, not ${grouped(expected)}.`;
  }
}

function unknown(what: string, name: string, suggestion: string | null): string {
  return `Unknown ${what} “${name}”.${suggestion === null ? '' : ` Did you mean “${suggestion}”?`}`;
}

/** A number as it is written, a word in quotes. */
function quotedWord(value: string): string {
  return Number.isNaN(Number(value)) && value !== 'NaN' ? `“${value}”` : formatWritten(value);
}

function nameAsInTorch(suggestion: string | null): string {
  return suggestion === null ? 'The names are those of PyTorch.' : `Write “${suggestion}”.`;
}

function written(value: number): string {
  return Number.isFinite(value)
    ? formatWritten(String(value))
    : formatWritten(String(value)).replace('Infinity', '∞');
}

const frameworkNames: Readonly<Record<string, string>> = {
  pytorch: 'PyTorch',
  jax: 'JAX',
  tensorflow: 'TensorFlow',
  keras: 'Keras',
};

/** What the frameworks take, those that take the same together, those that are not known last. */
function elsewhere(frameworks: Details<'kink'>['frameworks']): string {
  const named = Object.entries(frameworks).map(
    ([key, value]) => [frameworkNames[key] ?? key, value] as const,
  );
  const known = named.filter(([, value]) => value !== 'not known');
  const values = [...new Set(known.map(([, value]) => value))];
  const said = values.map((value) => {
    const names = known.filter(([, other]) => other === value).map(([name]) => name);
    return ` ${listed(names)} ${names.length === 1 ? 'takes' : 'take'} ${written(Number(value))}.`;
  });
  const unknownNames = named.filter(([, value]) => value === 'not known').map(([name]) => name);
  if (unknownNames.length > 0) said.push(` Not known: ${listed(unknownNames)}.`);
  return said.join('');
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const problems = { sentences, remedies, frameworkName };

/** Those that a study is calculated in. */
function numbersOf(dtype: 'float32' | undefined): string {
  return dtype === undefined ? 'double-precision numbers' : 'single-precision numbers, float32';
}
