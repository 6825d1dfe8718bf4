import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileScanner } from '../../../build/kernels.mjs';
import type { WebAssemblyEngine } from '../../../core/kernels/createKernels';
import { read, readSteps } from '../../../core/text';
import type { Reading } from '../../../core/text/reading';
import { ReadingMemory } from '../../../core/text/readingMemory';
import { RunScanner } from '../../../core/text/scanner/runScanner';
import type { ScannerModule } from '../../../core/text/scanner/scannerModule';

import { comparable } from './support';

declare const WebAssembly: WebAssemblyEngine;

/** With windows so short that a text of some kilobytes has many, and as long as they are. */
let scanners: readonly RunScanner[];
/** Bytes that the last scanner has been given. */
let scanned = 0;

before(async () => {
  const bytes = new Uint8Array(await compileScanner());
  const instantiate = () =>
    new WebAssembly.Instance(new WebAssembly.Module(bytes) as never).exports as ScannerModule;
  const encoder = new TextEncoder();
  const counting = {
    encodeInto(source: string, destination: Uint8Array) {
      const result = encoder.encodeInto(source, destination);
      scanned += result.written;
      return result;
    },
  };
  scanners = [200, 700, 65_536].map((window) => new RunScanner(instantiate, counting, { window, least: 0 }));
});

/** What happens at a place in the text, from 0 to 1. */
type Edit =
  | { readonly place: number; readonly removed: number; readonly inserted: string }
  | { readonly place: number; readonly line: 'again' | 'away' };

function edited(text: string, edit: Edit): string {
  const at = Math.round(edit.place * text.length);
  if ('inserted' in edit) return text.slice(0, at) + edit.inserted + text.slice(at + edit.removed);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) + 1 || text.length;
  return text.slice(0, edit.line === 'again' ? end : start) + text.slice(edit.line === 'again' ? start : end);
}

function checkSame(reading: Reading, expected: Reading): void {
  assert.deepEqual(comparable(reading), comparable(expected));
}

/** Reads each text after the one before, and anew. */
function checkAll(texts: readonly string[], scanner: RunScanner): void {
  const memory = new ReadingMemory(0);
  for (const text of texts) checkSame(read(text, { scanner, memory }), read(text, { scanner }));
}

const number = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: -9999, max: 9999 }).map((n) => String(n / 64)) },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
);

/** What people, and other programs, put into a text of numbers. */
const insertion = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 6,
    arbitrary: fc.constantFrom('1', '23', '.', '-', 'e', 'e2', ', ', ',', ' ', '\n', ', 4', ' 5 '),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '],[',
        '], [1, 2], [',
        ';',
        '; 1 2;',
        '\n\n',
        '"',
        "'",
        ':',
        '=',
        '...',
      ],
      ...[
        'NaN',
        'inf',
        'NA',
        'True',
        ',,',
        '|',
        '\r\n',
        '\n# note\n',
        'x',
        'true',
        '// note\n',
        '# note\n',
        '/*',
        '*/',
        '1:4',
        ' // 4',
        '"7/10"',
        'é',
        '\u2212',
      ],
      ...['"weights": [', 'W2 = ', '``` \n', '1e999', ' '.repeat(1_500), '1, '.repeat(700)],
    ),
  },
);

const place = fc.integer({ min: 0, max: 9_999 }).map((part) => part / 9_999);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      place,
      removed: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) },
        { weight: 1, arbitrary: fc.integer({ min: 7, max: 2_500 }) },
      ),
      inserted: insertion,
    }),
  },
  { weight: 1, arbitrary: fc.record({ place, line: fc.constantFrom('again' as const, 'away' as const) }) },
);

/** A list of rows, or one row, of a few thousand numbers. */
const array = fc
  .record({
    depth: fc.integer({ min: 1, max: 3 }),
    width: fc.integer({ min: 1, max: 60 }),
    separator: fc.constantFrom(', ', ',', ' ', '\n', ',\n '),
    between: fc.constantFrom(', ', ',\n', '\n ', ' ', '; ', ';\n'),
    brackets: fc.constantFrom('[]', '()', '{}'),
    isBracketed: fc.boolean(),
    numbers: fc.array(number, { minLength: 7, maxLength: 40 }),
  })
  .map(({ depth, width, separator, between, brackets, isBracketed, numbers }) => {
    const [open, close] = brackets;
    let index = 0;
    const list = (count: number, part: () => string, joint: string) =>
      Array.from({ length: count }, part).join(joint);
    const next = () => numbers[index++ % numbers.length] ?? '';
    const row = () => list(depth === 1 && isBracketed ? 1_200 : width, next, separator);
    const height = Math.ceil(1_200 / width / (depth === 3 ? 3 : 1));
    const matrix = () => list(height, () => (isBracketed ? `${open}${row()}${close}` : row()), between);
    const inside = depth === 1 && isBracketed ? row() : matrix();
    return `${open}${depth === 3 ? list(3, () => `${open}${matrix()}${close}`, ', ') : inside}${close}`;
  });

const document = fc.oneof(
  array,
  fc
    .tuple(fc.constantFrom('W1 = ', 'np.array(', 'x: ', '# rows\nA <- '), array, array)
    .map(
      ([before, first, second]) => `${before}${first}${before.endsWith('(') ? ')' : ''}\nW2 = ${second}\n`,
    ),
  fc
    .tuple(fc.integer({ min: 20, max: 40 }), fc.array(number, { minLength: 11, maxLength: 50 }))
    .map(([width, numbers]) => {
      const rows = Array.from(
        { length: width },
        (_, row) =>
          `[${Array.from({ length: width }, (_entry, column) => numbers[(row * width + column) % numbers.length]).join(', ')}]`,
      );
      const matrix = `[\n      ${rows.join(',\n      ')}\n    ]`;
      return `{\n  "layers": [\n    { "weights": ${matrix}, "activation": "tanh" },\n    { "weights": ${matrix} }\n  ],\n  "input": ${rows[0]},\n  "target": ${rows[1]}\n}`;
    }),
);

type Layout = (cells: readonly string[], row: number) => string;

/** How the rows of a table may be written, and what stands above them. */
const layouts: readonly { readonly above: (names: readonly string[]) => string; readonly row: Layout }[] = [
  ...[',', ', ', ';', '\t', ' '].map((separator) => ({
    above: () => '',
    row: ((cells) => cells.join(separator)) satisfies Layout,
  })),
  { above: (names) => names.join(','), row: (cells) => cells.join(',') },
  { above: (names) => `,${names.join(',')}`, row: (cells, row) => `${row},${cells.join(',')}` },
  { above: (names) => `name\t${names.join('\t')}`, row: (cells, row) => `r${row}\t${cells.join('\t')}` },
  { above: (names) => `"",${names.join(',')}`, row: (cells, row) => `"row, ${row}",${cells.join(',')}` },
  { above: (names) => names.join(';'), row: (cells) => cells.join(';').replaceAll('.', ',') },
  { above: (names) => names.join(' '), row: (cells) => cells.join(' ') },
  { above: (names) => names.join('  '), row: (cells, row) => `"${row}" ${cells.join('  ')}` },
  { above: () => '', row: (cells, row) => `r${row} 0.5 ${cells.join(' ')}` },
  {
    above: (names) => `| ${names.join(' | ')} |\n|${names.map(() => '---').join('|')}|`,
    row: (cells) => `| ${cells.join(' | ')} |`,
  },
];

/** Rows without brackets, with what words may stand among the numbers. */
const table = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    layout: fc.constantFrom(...layouts),
    newline: fc.constantFrom('\n', '\r\n'),
    comment: fc.constantFrom('', '# rows\n'),
    numbers: fc.array(number, { minLength: 7, maxLength: 40 }),
    words: fc.array(
      fc.tuple(fc.nat({ max: 2_400 }), fc.constantFrom('NaN', 'NA', 'True', 'inf', '', '1e999')),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ width, layout, newline, comment, numbers, words }) => {
    const names = Array.from({ length: width }, (_, column) => `c${column}`);
    const above = layout.above(names);
    const rows = Array.from({ length: Math.ceil(2_400 / width) }, (_, row) => {
      const cells = Array.from({ length: width }, (_entry, column) => {
        const index = row * width + column;
        return words.find(([place]) => place === index)?.[1] ?? numbers[(index * 7) % numbers.length] ?? '';
      });
      return layout.row(cells, row);
    });
    return comment + [...(above === '' ? [] : [above]), ...rows].join(newline);
  });

/** Tables alone, among each other, and below an array. */
const tables = fc.oneof(
  { weight: 2, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.oneof(table, array), fc.constantFrom('\n\n', '\n\nbelow them\n\n', '\n'), table)
      .map((parts) => parts.join('')),
  },
);

describe('the reading of a text that is edited', () => {
  for (const [name, texts] of [
    ['arrays', document],
    ['tables', tables],
  ] as const) {
    it(`is that of the text as it is, whatever changed in its ${name}`, () => {
      fc.assert(
        fc.property(
          texts,
          fc.array(edit, { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          fc.nat({ max: 1 }),
          (text, edits, undone, window) => {
            const versions = [text];
            for (const one of edits) versions.push(edited(versions[versions.length - 1] ?? '', one));
            checkAll(undone ? [...versions, ...versions.slice(0, -1).reverse()] : versions, scanners[window]);
          },
        ),
        { numRuns: 30 },
      );
    });
  }

  it('takes over numbers on both sides of a change, and reads no more than is near it', () => {
    const row = (index: number) =>
      `[${Array.from({ length: 100 }, (_, column) => ((index * 31 + column * 7) % 999) / 8).join(', ')}]`;
    const matrix = `[${Array.from({ length: 3_000 }, (_, index) => row(index)).join(',\n')}]`;
    const text = `{"layers": [{"weights": ${matrix}}, {"weights": ${matrix}}]}`;
    const middle = text.indexOf(',', text.length / 4);
    const scanner = scanners[2];
    assert.ok(text.length > 3_000_000 && scanner !== undefined);
    const texts = [text];
    const change = (removed: number, inserted: string, at = middle) =>
      texts.push(edited(texts[texts.length - 1] ?? '', { place: at / text.length, removed, inserted }));
    change(0, '5');
    change(1, '');
    // A comma too many, and a number too few.
    change(0, ',');
    change(3, '');
    change(0, ', 1');
    // A row more.
    change(0, `${row(7)},\n`, text.indexOf('[', middle));
    const memory = new ReadingMemory();
    for (const [index, version] of texts.entries()) {
      scanned = 0;
      const reading = read(version, { scanner, memory });
      const needed = scanned;
      checkSame(reading, read(version, { scanner }));
      if (index > 0) assert.ok(needed < 1_000_000, `version ${index}: ${needed} bytes of ${version.length}`);
    }
  });

  it('takes over the rows of a table on both sides of a change', () => {
    const cells = (row: number) =>
      Array.from({ length: 20 }, (_, column) => ((row * 31 + column * 7) % 999) / 8);
    const rows = (separator: string, label: (row: number) => string) =>
      Array.from({ length: 6_000 }, (_, row) => label(row) + cells(row).join(separator)).join('\n');
    const names = cells(0).map((_, column) => `c${column}`);
    const scanner = scanners[2];
    assert.ok(scanner !== undefined);
    for (const text of [
      rows(' ', () => ''),
      rows(', ', () => ''),
      `${names.join(';')}\n${rows(';', () => '')}`,
      `,${names.join(',')}\n${rows(',', (row) => `row ${row},`)}`,
    ]) {
      const middle = text.indexOf('\n', text.length / 2);
      const line = text.slice(middle, text.indexOf('\n', middle + 1));
      const digit = text.slice(0, middle) + 5 + text.slice(middle);
      const row = text.slice(0, middle) + line + text.slice(middle);
      const memory = new ReadingMemory();
      for (const [index, version] of [text, digit, text, row].entries()) {
        scanned = 0;
        const reading = read(version, { scanner, memory });
        const needed = scanned;
        checkSame(reading, read(version, { scanner }));
        assert.ok(text.length > 500_000 && reading.kind === 'matrix');
        if (index > 0) assert.ok(needed < 300_000, `version ${index}: ${needed} bytes of ${version.length}`);
      }
    }
  });

  it('is not touched by a reading that was given up', () => {
    const text = `[${'1.5, '.repeat(40_000)}2]`;
    const memory = new ReadingMemory();
    read(text, { memory });
    const changed = text.replace('1.5', '1.25');
    const steps = readSteps(changed, { memory });
    steps.next();
    steps.return(undefined as never);
    checkSame(read(text, { memory }), read(text));
  });
});
