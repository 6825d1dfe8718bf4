import assert from 'node:assert/strict';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { families } from '../../../core/divergence/families';
import { activations } from '../../../core/network/activations';
import { losses } from '../../../core/network/losses';
import { optimizers } from '../../../core/network/training/optimizers';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { sentence } from '../../../extension/language/problemWords';
import { panel as englishPanel } from '../../../extension/language/words/en/panel';
import { frenchPanel } from '../../../extension/language/words/french';
import { wordsOf } from '../../../extension/language/words/words';
import {
  alternativeSamples,
  choiceSamples,
  conversionNames,
  gradientSamples,
  lossKinds,
  methodSamples,
  problemSamples,
} from './samples';
import { hypothesisSamples, stepSamples } from './stepSamples';

type Said = readonly (string | Error)[];

/** Numbers of three digits stand apart from every number of the tables themselves. */
const argumentLists: readonly (readonly unknown[])[] = [
  [231, 342, 453, 564, 675],
  [1, 1, 1, 1, 1],
  [2, 1, 1, 1, 1],
  [0, 0, 0, 0, 0],
  ['Aa', null, null, null],
  ['Aa', 'Bb', 'Cc', 'Dd'],
  ['Aa', 'Bb', true],
  ['Aa', 'Bb', false],
  [231, 'Bb', 'Cc', 'Dd'],
  [231, null, null, null],
];

/** Functions of values that no plain list of arguments stands for. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'matrices.fits': [[['W1', 'b1', 'W2']]],
  // Every formula that completion shows, but one: a factorial is no exclamation.
  'completion.formula': [...activations, ...losses, ...optimizers, ...families.map(({ density }) => density)]
    .filter(({ plain }) => !plain.includes('!'))
    .map(({ plain }) => [plain]),
  'derivation.title': stepSamples.map((title) => [title]),
  'derivation.hypothesis': hypothesisSamples.map((name) => [name, 'P', 'Q']),
  'reading.notation': [['numpy-repr'], ['plain']],
  'reading.readAs': [['numpy-repr'], ['plain']],
  'reading.choice': choiceSamples.map((choice) => [choice]),
  'alternatives.sentence': alternativeSamples.map((alternative) => [alternative]),
  'conversion.notation': conversionNames.map((name) => [name]),
  'conversion.loss': lossKinds.flatMap((kind) => [
    [kind, 1],
    [kind, 231],
  ]),
  'mathematics.method': methodSamples.map((value) => [value]),
  ...gradientSamples,
  'activation.monotony': ['increasing', 'decreasing', 'constant', 'neither'].flatMap((kind) => [
    [kind, true],
    [kind, false],
  ]),
  'activation.convexity': [['convex'], ['concave'], ['affine'], ['neither']],
  ...Object.fromEntries(
    ['sentences', 'remedies'].flatMap((part) =>
      Object.entries(problemSamples).map(([code, list]) => [
        `problems.${part}.${code}`,
        list.map((data) => [data]),
      ]),
    ),
  ),
};

/** Every text and every answer of every function of a table, by its path. */
function everything(table: unknown, path = ''): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  if (typeof table === 'string') found.set(path, [table]);
  else if (typeof table === 'function') {
    const answer = table as (...given: readonly unknown[]) => unknown;
    // The panel's table has some of the other tables inside.
    const own = path.replace(/^panel\.(?:details\.)?/, '');
    const said = (samples[own] ?? argumentLists).flatMap((given): Said => {
      try {
        return strings(answer(...given));
      } catch (reason) {
        return [reason instanceof Error ? reason : new Error(String(reason))];
      }
    });
    found.set(path, said);
  } else if (typeof table === 'object' && table !== null) {
    for (const [key, value] of Object.entries(table)) {
      for (const [below, said] of everything(value, path === '' ? key : `${path}.${key}`))
        found.set(below, said);
    }
  }
  return found;
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return [value.map(String).join('')];
  return [];
}

/** What was given and stands in the text: numbers and marked names, each once. */
function placeholders(text: string): readonly string[] {
  const plain = text.replace(/(?<=\d)[,\u202f](?=\d{3})/g, '');
  return [...new Set(plain.match(/\d+(?:\.\d+)?|\b(?:Aa|Bb|Cc|Dd)\b/g) ?? [])].sort();
}

const english =
  /\b(?:the|of|is|are|was|were|and|to|with|from|this|that|these|not|has|have|had|at|by|for|its?|be|been|which|where|when|what|there|here|more|each|all|every|row|rows|columns?|layers?|weights?|neurons?|loss|show|copy|select|than|only|into|between|beside|takes?|numbers?|kinks?|must|could)\b/i;

const en = everything({ ...wordsOf('en'), panel: englishPanel });
const fr = everything({ ...wordsOf('fr'), panel: frenchPanel() });
const texts = (said: Said | undefined) => (said ?? []).filter((text) => typeof text === 'string');
const everySaid = [...fr].flatMap(([path, said]) => texts(said).map((text) => [path, text] as const));

describe('words in French', () => {
  it('are called with values that each function takes', () => {
    const lost = [...en].filter(([, said]) => texts(said).length === 0).map(([path]) => path);
    assert.deepEqual(
      lost.filter((path) => !path.startsWith('problems.remedies.')),
      [],
      'give `samples` what these functions take',
    );
  });

  it('use the values that the English ones use', () => {
    const differing = [...en].flatMap(([path, said]) => {
      const other = fr.get(path) ?? [];
      return said.flatMap((text, index) => {
        const french = other[index];
        if (text instanceof Error || french instanceof Error || french === undefined) return [];
        const [here, there] = [placeholders(text), placeholders(french)];
        return here.join() === there.join() ? [] : [`${path}: “${text}” and “${french}”`];
      });
    });
    assert.deepEqual(differing, []);
    for (const [path, said] of en)
      assert.equal(fr.get(path)?.length, said.length, `${path} answers as often as in English`);
  });

  it('leave no English over', () => {
    // What is in quotes is a name of the notation, and a usage line names commands and options.
    const own = everySaid
      .filter(([path]) => path !== 'cli.usage')
      .map(([path, text]) => [path, text.replace(/«[^»]*»|"[^"]*"|numpy\.\S+|nabla \w+/g, '')] as const);
    assert.deepEqual(
      own.filter(([, text]) => english.test(text)).map(([path, text]) => `${path}: ${text}`),
      [],
    );
  });

  it('put a narrow no-break space before ; : ! ? and within « »', () => {
    const wrong = everySaid.filter(
      ([path, text]) =>
        / [;:!?»]|« |«[^\u202f]|[^\u202f]»|[\p{L}\d)»][;!?]/u.test(text) ||
        (path !== 'cli.usage' && /[\p{L})»]:(?: |$)/u.test(text)),
    );
    assert.deepEqual(
      wrong.map(([path, text]) => `${path}: ${text}`),
      [],
    );
  });

  it('write intervals and formulas as France does, each its own way', () => {
    const activation = 'hard_sigmoid';
    const text = `{"layers": [{"weights": [[1]], "activation": "${activation}"}], "input": [1]}`;
    const study = evaluate(read(text));
    const dialect = study.problems.find(({ code }) => code === 'dialect');
    assert.ok(dialect !== undefined);
    const said = withDecimalMark(',', () => sentence(dialect, wordsOf('fr')));
    assert.match(said, /min\(max\(0\u202f; x\/6 \+ 1\/2\)\u202f; 1\)/);
    assert.match(said, /min\(max\(0\u202f; 0,2x \+ 0,5\)\u202f; 1\)/);
  });

  it('use the typographic apostrophe, and no English quotes', () => {
    const wrong = everySaid.filter(([, text]) => /\p{L}'\p{L}|[“”]/u.test(text));
    assert.deepEqual(
      wrong.map(([path, text]) => `${path}: ${text}`),
      [],
    );
  });

  it('take the singular for 0 and 1, and thin spaces between thousands', () => {
    const { mathematics } = wordsOf('fr');
    assert.equal(mathematics.samples(0), '0 exemple');
    assert.equal(mathematics.samples(1), '1 exemple');
    assert.equal(mathematics.samples(12_345), '12\u202f345 exemples');
  });
});
