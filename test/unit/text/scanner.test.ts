import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileScanner } from '../../../build/kernels.mjs';
import type { WebAssemblyEngine } from '../../../core/kernels/createKernels';
import { read } from '../../../core/text';
import type { ReadOptions } from '../../../core/text/reading';
import { RunScanner } from '../../../core/text/scanner/runScanner';
import { memoryForScanner } from '../../../core/text/scanner/scannerMemory';
import type { ScannerModule } from '../../../core/text/scanner/scannerModule';
import { comparable } from './support';

declare const WebAssembly: WebAssemblyEngine;

let instantiate: () => ScannerModule;
/** For texts of any length, with windows so short that every kind of token is cut by their ends. */
let scanners: readonly RunScanner[];

before(async () => {
  const bytes = new Uint8Array(await compileScanner());
  instantiate = () =>
    new WebAssembly.Instance(new WebAssembly.Module(bytes) as never).exports as ScannerModule;
  scanners = [3, 16, 57, 65_536].map(
    (window) => new RunScanner(instantiate, new TextEncoder(), { window, least: 0 }),
  );
});

function checkSame(text: string, options: ReadOptions = {}): void {
  const expected = comparable(read(text, options));
  for (const scanner of scanners) assert.deepEqual(comparable(read(text, { ...options, scanner })), expected);
}

const digits = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength });

const decimal = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    digits(22),
    fc.option(digits(24)),
    fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e-', 'E+'), digits(3))),
  )
  .map(([sign, whole, fraction, exponent]) =>
    [sign, whole, fraction === null ? '' : `.${fraction}`, ...(exponent ?? [])].join(''),
  );

const plainNumber = fc.oneof(
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 4, arbitrary: fc.integer({ min: -999, max: 999 }).map((n) => String(n / 8)) },
  { weight: 2, arbitrary: decimal },
);

const odd = fc.constantFrom(
  ...[
    '.5',
    '5.',
    '-.5',
    '-0',
    '0x1F',
    '1_000',
    '9/25',
    '1 / 2',
    '1/0',
    'NaN',
    '-inf',
    '+nan',
    'Infinity',
    'INF',
    'infinite',
    'nan/2',
    'NA',
    'null',
    'None',
    'none =',
    '1e999',
    '−2',
    '1e',
    '-',
  ],
  ...[
    '1.2.3',
    '3x',
    '"7/10"',
    "'1'",
    'pi',
    '2*pi',
    '(1 + 2)',
    '1:4',
    "1'000",
    '...',
    '1e-400',
    '5e-324',
    '33%',
  ],
  ...['9007199254740993', '1e23', '8.5e-45', '0.1000000000000000055511151231257827021181583404541015625'],
);

const number = fc.oneof({ weight: 12, arbitrary: plainNumber }, { weight: 1, arbitrary: odd });

const separators = [
  ',',
  ', ',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '; ',
  ';',
  ',\n ',
  '  ',
  ' ,',
  ' // note\n',
  ' # note\n',
  '\u00a0',
];

describe('the scanner in WebAssembly', () => {
  it('fits in its memory', () => {
    assert.ok(memoryForScanner <= instantiate().memory.buffer.byteLength);
  });

  it('reads any number to the same bits as the reader in TypeScript', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 12 }), fc.boolean(), (numbers, isList) => {
        checkSame(
          isList ? `[0,1,2,3,4,5,6,7,${numbers.join(',')}]` : `{"W": [[0,1],[${numbers.join(', ')}]]}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('rounds every number as the engine does, halfway cases and long ones among them', () => {
    const written: string[] = [];
    const view = new DataView(new ArrayBuffer(8));
    let seed = 1;
    const random = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed;
    };
    while (written.length < 60_000) {
      // A double with its exponent near 0, its neighbour, and the decimal halfway between them.
      view.setUint32(0, ((random() >>> 12) | (((random() % 120) + 963) << 20)) >>> 0);
      view.setUint32(4, random());
      const value = view.getFloat64(0);
      written.push(String(value), value.toPrecision(1 + (random() % 30)), value.toExponential(random() % 25));
      written.push(`${random()}${random()}`, `0.${random()}${random()}e-${random() % 40}`);
      const odd = BigInt(2 ** 53) + BigInt(random()) * 2n + 1n;
      written.push(String(odd), `${odd}.000000000000000001`, String(odd * 5n ** BigInt(random() % 5)));
      // And one with a fraction that is halfway: the half of an odd number, its fourth, eighth and sixteenth.
      const places = 1 + (random() % 4);
      const part = String(odd * 5n ** BigInt(places));
      written.push(`${part.slice(0, -places)}.${part.slice(-places)}`);
    }
    const [scanner] = scanners.slice(-1);
    const reading = read(`[${written.join(',\n')}]`, { as: 'matrix', ...(scanner && { scanner }) });
    assert.ok(reading.kind === 'matrix');
    const wrong = written.filter((text, index) => !Object.is(Number(text), reading.array.values[index]));
    assert.deepEqual(wrong, []);
  });

  it('reads rows of any length, brackets and separators to the same numbers, places, shapes and problems', () => {
    const row = fc.tuple(
      fc.array(number, { maxLength: 9 }),
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(', ', ' ') }, fc.constantFrom(...separators)),
    );
    const brackets = fc.constantFrom('[]', '()', '{}');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 7 }),
        fc.constantFrom(...separators, ''),
        brackets,
        brackets,
        fc.constantFrom('', 'W1 = ', 'np.array(', '{"layers": [{"weights": '),
        (lines, between, outer, inner, before) => {
          const written = lines.map(
            ([numbers, separator]) => `${inner[0]}${numbers.join(separator)}${inner[1]}`,
          );
          checkSame(`${before}${outer[0]}${written.join(between)}${outer[1]}`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads regular matrices of every notation, in one, two and three dimensions, as without it', () => {
    const shapes = fc.record({
      depth: fc.integer({ min: 1, max: 3 }),
      height: fc.integer({ min: 1, max: 6 }),
      width: fc.integer({ min: 1, max: 6 }),
      separator: fc.constantFrom(', ', ' ', ',', '\n', ';'),
      between: fc.constantFrom(', ', ',\n', '\n ', ' ', ';', '; ', '\n'),
      brackets: fc.constantFrom('[]', '()', '{}'),
      isBracketed: fc.boolean(),
    });
    fc.assert(
      fc.property(shapes, fc.infiniteStream(plainNumber), (shape, numbers) => {
        const { depth, height, width, separator, between, brackets, isBracketed } = shape;
        const [open, close] = brackets;
        const list = (count: number, part: () => string, joint: string) =>
          Array.from({ length: count }, part).join(joint);
        const row = () => list(width, () => numbers.next().value ?? '0', separator);
        const matrix = () => list(height, () => (isBracketed ? `${open}${row()}${close}` : row()), between);
        checkSame(
          `${open}${depth === 3 ? list(3, () => `${open}${matrix()}${close}`, ', ') : matrix()}${close}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('reads tables without brackets as without it, whatever parts their cells and wherever a line is not plain', () => {
    const cell = fc.oneof(
      { weight: 16, arbitrary: plainNumber },
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 999 }).map((n) => (n / 8).toFixed(n % 4)) },
      { weight: 1, arbitrary: odd },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          '',
          '"1.5"',
          '"1,234"',
          '1,5',
          'NA',
          'x',
          '1 2',
          "1'000",
          '12,',
          '#N/A',
        ),
      },
    );
    const tables = fc.record({
      width: fc.integer({ min: 1, max: 5 }),
      height: fc.integer({ min: 1, max: 12 }),
      separator: fc.constantFrom(',', ', ', ';', '; ', '\t', ' ', '  ', ' | '),
      newline: fc.constantFrom('\n', '\n', '\r\n', '\n\n', ' \n', '\n  ', ';\n', ',\n', '\n# note\n'),
      header: fc.constantFrom('none', 'none', 'names', 'numbers'),
      labels: fc.constantFrom('none', 'none', 'words', 'counted', 'quoted'),
      hasDecimalCommas: fc.constantFrom(false, false, true),
      before: fc.constantFrom('', '', '# table\n', 'P = ', 'W1 =\n', 'The results are\n\n'),
      after: fc.constantFrom('', '', '\n', '\nend\n', '\n1,2\n', '\n\n3 4\n5 6', '\n```'),
      breaks: fc.constantFrom(-1, -1, 0, 3),
    });
    fc.assert(
      fc.property(tables, fc.array(cell, { minLength: 7, maxLength: 40 }), (table, cells) => {
        const { width, height, separator, newline, header, labels, hasDecimalCommas, before, after, breaks } =
          table;
        let index = 0;
        const next = () => {
          const written = cells[index++ % cells.length] ?? '';
          return hasDecimalCommas ? written.replace('.', ',') : written;
        };
        const lines = Array.from({ length: height }, (_, row) => {
          const columns = row === breaks ? width - 1 + (index % 3) : width;
          const label = {
            none: [],
            words: [`row${row}`],
            counted: [String(row)],
            // Inside quotes nothing parts cells; doubled ones, and blanks after the last, are for the other reader.
            quoted: [`"${row}${separator}${row % 5 === 1 ? '""' : ''}b"${row % 7 === 2 ? ' ' : ''}`],
          }[labels];
          return [...label, ...Array.from({ length: columns }, next)].join(separator);
        });
        const names = (name: (column: number) => string) =>
          Array.from({ length: width + (labels === 'none' ? 0 : 1) }, (_, column) => name(column)).join(
            separator,
          );
        if (header !== 'none') lines.unshift(names(header === 'names' ? (column) => `c${column}` : String));
        checkSame(`${before}${lines.join(newline)}${after}`);
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same in text that is not all numbers, whatever comes between them', () => {
    const piece = fc.oneof(
      { weight: 6, arbitrary: number },
      { weight: 6, arbitrary: fc.constantFrom(...separators) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('[', ']', '],[', '(', ')', '{', '}', '"', ':', '=', '/*', '*/', 'é', '\0'),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('auto', 'network', 'distribution', 'matrix'),
        (pieces, as) => checkSame(`[[1, 2],[3, 4],${pieces.join('')}`, { as }),
      ),
      { numRuns: 300 },
    );
  });

  it('reads what is longer than its window, and several arrays one after the other', () => {
    const rows = (count: number, width: number) =>
      Array.from(
        { length: count },
        (_, i) => `[${Array.from({ length: width }, (_, j) => (i * 7.25 - j) / 3).join(', ')}]`,
      );
    checkSame(
      `W1 = [${rows(700, 50).join(',\n')}]\nb1 = [${rows(700, 1).join(', ')}]\nW2 = [${rows(3, 700).join('\n')}]`,
    );
  });

  it('is left out where the host refuses to compile it', () => {
    const none = new RunScanner(() => null, new TextEncoder(), { least: 0 });
    const text = '[[1, 2], [3, 4], [5, 6]]';
    assert.deepEqual(comparable(read(text, { scanner: none })), comparable(read(text)));
  });
});
