import { parseRational } from '../../core/exact/parseRational';
import { toNumber } from '../../core/exact/toNumber';
import { evaluate } from '../../core/study';
import { read, valueAround } from '../../core/text';
import type { NumberArray, ReadAs, Reading } from '../../core/text/reading';
import { writtenNumber } from '../../core/text/written';

/** What is wrong with how a text is read and evaluated, whatever the text is; nothing for most. */
export function faultsOf(text: string, as: ReadAs): readonly string[] {
  try {
    const reading = read(text, { as });
    evaluate(reading);
    valueAround(text, text.length >> 1);
    const faults = arraysOf(reading).flatMap((array) => faultsOfArray(text, array));
    if (reading.kind === 'error' && reading.problems.length === 0) faults.push('refused without a word');
    if (reading.kind === 'matrix') faults.push(...leftOut(text, reading));
    if (reading.kind === 'matrix' || reading.kind === 'matrices') faults.push(...leftOutside(text, reading));
    return faults;
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`];
  }
}

function arraysOf(reading: Reading): readonly NumberArray[] {
  switch (reading.kind) {
    case 'matrix':
      return [reading.array];
    case 'matrices':
      return reading.arrays.map(({ array }) => array);
    case 'distribution':
      return [reading.p.numbers, ...(reading.q === null ? [] : [reading.q.numbers])];
    case 'network':
      return reading.layers.flatMap(({ weights, biases }) =>
        biases === null ? [weights] : [weights, biases],
      );
    default:
      return [];
  }
}

/** Each number's place, cut out of the text, must read as that number, and the shape must hold them all. */
function faultsOfArray(text: string, array: NumberArray): string[] {
  const { shape, values, places } = array;
  const faults: string[] = [];
  if (shape.reduce((product, size) => product * size, 1) !== values.length)
    faults.push(`${values.length} numbers in the shape ${shape.join(' × ')}`);
  if (places.length !== values.length) faults.push('numbers without a place');
  values.forEach((value, index) => {
    const [start, end] = [places.startOf(index), places.endOf(index)];
    if (start > end || end > text.length) faults.push(`a place from ${start} to ${end}`);
    const exact = start < end ? parseRational(writtenNumber(text, array, index)) : null;
    if (exact !== null && toNumber(exact) !== value + 0)
      faults.push(`${JSON.stringify(text.slice(start, end))} read as ${value}`);
  });
  return faults;
}

/** Notations in which nothing but numbers has digits. */
const bare: readonly string[] = [
  'json',
  'python-list',
  'octave-literal',
  'braces',
  'parentheses',
  'plain',
  'csv',
];
/** Headers, labels and zeros that a reading says it left out or put in. */
const excusing: readonly string[] = ['header', 'index-column', 'implied-zeros', 'factor', 'scale-factor'];

/** Digits among the numbers of a matrix that belong to none of them, though no choice of the reading says why. */
function leftOut(text: string, reading: Reading & { readonly kind: 'matrix' }): readonly string[] {
  const { array, notation, choices, problems } = reading;
  const spans = Array.from(array.values, (_, index) => array.places.spanOf(index));
  const first = spans[0]?.offset ?? 0;
  const last = Math.max(0, ...spans.map(({ offset, length }) => offset + length));
  const between = text.slice(first, last);
  const isOpen = problems.some(({ severity }) => severity !== 'information');
  const isExcused =
    isOpen || choices.some(({ rule }) => excusing.includes(rule)) || /[#%/=:\p{L}]/u.test(between);
  if (isExcused || !bare.includes(notation)) return [];
  const covered = new Uint8Array(text.length);
  for (const { offset, length } of spans) covered.fill(1, offset, offset + length);
  return Array.from(between.matchAll(/\d+/g))
    .filter(({ index }) => covered[first + index] === 0)
    .slice(0, 1)
    .map(([digits]) => `${digits} is left out without a word`);
}

/** Signs of comments, quotes, prompts, sizes, indices and arithmetic, beside which a number is none of the text's values. */
const aside =
  /[#%/\\"'`$|>*^×√]|[\p{L}\p{N})\]][[(<{]|\[\[\d+\]\]|[-=+]{3}|[−=]=|of size|: ?\[+[a-z]|^\s*\[\d+,?\]/mu;
const numberAlone = /(?<=^|[\s,;])\d+(?:\.\d+)?(?=$|[\s,;])(?! rows)/gu;

/** A number before or after the arrays of a reading that is none of theirs, though no choice says that there is one. */
function leftOutside(
  text: string,
  reading: Reading & { readonly kind: 'matrix' | 'matrices' },
): readonly string[] {
  const { choices, problems } = reading;
  const isSaid =
    problems.some(({ severity }) => severity !== 'information') ||
    choices.some(({ rule }) => rule === 'left-out' || excusing.includes(rule));
  if (isSaid || aside.test(text)) return [];
  const names =
    reading.kind === 'matrices'
      ? reading.arrays.map(({ nameSpan }) => nameSpan)
      : reading.name === undefined
        ? []
        : [reading.name.span];
  const spans = [...arraysOf(reading).map(({ span }) => span), ...names];
  return Array.from(text.matchAll(numberAlone))
    .filter(({ index }) => !spans.some(({ offset, length }) => offset <= index && index < offset + length))
    .slice(0, 1)
    .map(([number]) => `${number} outside the arrays is left out without a word`);
}
