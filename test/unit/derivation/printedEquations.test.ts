import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import temml from 'temml';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { planNetwork } from '../../../core/derivation/network/plan';
import { contextOf } from '../../../core/derivation/network/quantities';
import { type NotationName, notationNames, notationOf, notations } from '../../../core/derivation/notations';
import { printEquation } from '../../../core/derivation/print';
import { hoverPrinter } from '../../../core/derivation/printers/hoverHtml';
import { latexPrinter } from '../../../core/derivation/printers/latex';
import { plainPrinter } from '../../../core/derivation/printers/plain';
import type { Quantity } from '../../../core/derivation/quantity';
import { evaluate, type Study } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf, studyOf } from '../support/reading';
import { sheetChain, sheetDistributions, sheetNetwork } from '../support/sheet';
import { batch, classes } from './documents';
import { page, printed } from './printed';

const root = join(import.meta.dirname, '../../..');
const golden = join(root, 'test/oracle/derivations');

function example(number: number): Study {
  return evaluate(read(readFileSync(join(root, `examples/exercise-${number}.nabla.json`), 'utf8')));
}

/** Reads a page that a person has read, or writes it anew where that is asked for. */
function compare(name: string, found: string): void {
  const file = join(golden, name);
  if (process.env.NABLA_WRITE_GOLDENS === '1') writeFileSync(file, found);
  assert.equal(found, readFileSync(file, 'utf8'), name);
}

function wide(widths: readonly number[]): object {
  const entry = (index: number) => Math.round(Math.sin(index * 12.9898) * 1000) / 1000;
  return {
    layers: widths.slice(1).map((width, layer) => ({
      weights: Array.from({ length: width }, (_, row) =>
        Array.from({ length: widths[layer] }, (_, column) => entry(row * widths[layer] + column + layer)),
      ),
      biases: Array.from({ length: width }, (_, row) => entry(row + 7)),
      activation: 'sigmoid',
    })),
    input: Array.from({ length: widths[0] }, (_, index) => entry(index + 3)),
    target: Array.from({ length: widths[widths.length - 1] }, (_, index) => entry(index + 5)),
  };
}

describe('printed equations', () => {
  it('of the exercise sheet are those of the sheet, with its errata right', () => {
    compare('exercise-1.txt', page(printed(studyOf(sheetNetwork), 'sheet', plainPrinter())));
    compare('exercise-2.txt', page(printed(studyOf(sheetChain), 'textbook', plainPrinter())));
    compare('exercise-3.txt', page(printed(studyOf(sheetDistributions), 'sheet', plainPrinter())));
  });

  it('of every example, notation and sum typeset without a warning', () => {
    const said: unknown[] = [];
    const page = globalThis as unknown as { console: { warn(...reasons: readonly unknown[]): void } };
    const { warn } = page.console;
    page.console.warn = (...reasons) => said.push(...reasons);
    try {
      for (const study of [example(1), example(2), example(3), studyOf(batch), studyOf(classes)]) {
        for (const notation of notationNames) {
          for (const { key, equations } of printed(study, notation, latexPrinter())) {
            for (const { left, lines } of equations) {
              const texts = lines.flatMap(({ text, pieces = [] }) => [
                text,
                ...pieces.map((piece) => piece.text),
              ]);
              for (const latex of [left, ...texts]) {
                assert.doesNotThrow(
                  () => temml.renderToString(latex, { throwOnError: true, strict: true }),
                  `${key} in ${notation}: ${latex}`,
                );
              }
            }
          }
        }
      }
    } finally {
      page.console.warn = warn;
    }
    assert.deepEqual(said, []);
  });

  it('name different quantities differently in each notation', () => {
    const study = networkStudyOf(batch);
    for (const notation of notationNames) {
      const names = new Map<string, string>();
      const context = contextOf(study);
      for (const layer of [0, 1]) {
        for (const from of [0, 1, 10, 11, 12]) {
          for (const to of [0, 1, 10, 11, 12]) {
            const sign = notations[notation].sign({ kind: 'weight', layer, from, to }, context);
            const printedSign = plainPrinter().print({
              box: 'sign',
              sign: sign ?? assert.fail(),
              place: null,
            });
            assert.equal(names.get(printedSign), undefined, `${printedSign} in ${notation}`);
            names.set(printedSign, `${layer} ${from} ${to}`);
          }
        }
      }
    }
  });

  it('put brackets, signs and folds as a person does', () => {
    const [, step] = printed(studyOf(wide([12, 2])), 'sheet', plainPrinter(), {
      kind: 'neuron',
      layer: 0,
      neuron: 1,
    });
    const [{ left, lines }] = step.equations;
    assert.equal(left, 's₂¹');
    assert.equal(lines[0].text, '∑[p=1…12] wₚ₂⁰ xₚ + b₂¹');
    assert.match(lines[1].text, /^−0\.\d+ · \S+ \+ .* \+ ⋯ \+ .* [+−] \S+$/);
  });

  it('write decimal commas where they are asked for', () => {
    withDecimalMark(',', () => {
      const [, step] = printed(studyOf(sheetNetwork), 'sheet', latexPrinter());
      assert.equal(
        step.equations[0].lines[1].text,
        '0{,}1 \\cdot 1 + 0{,}2 \\cdot 2 + (-0{,}3) \\cdot 3 + 0{,}1',
      );
      const [, plain] = printed(studyOf(sheetNetwork), 'sheet', plainPrinter());
      assert.equal(plain.equations[0].lines[2].text, '−0,3');
    });
  });

  it('hold in a hover to what it renders', () => {
    const printer = hoverPrinter({
      verbatim: (text) => text.replace(/[&<>_[\]]/g, (mark) => `&#${mark.charCodeAt(0)};`),
    });
    for (const notation of notationNames) {
      for (const { equations } of printed(example(1), notation, printer)) {
        for (const { lines } of equations) {
          for (const { text } of lines) {
            const tags = [...text.matchAll(/<\/?([a-z]+)[^>]*>/g)].map(([, tag]) => tag);
            assert.ok(
              tags.every((tag) => ['var', 'sub', 'sup', 'code', 'strong'].includes(tag)),
              text,
            );
          }
        }
      }
    }
  });

  it('of one weight of a 20-20-20-1 network ask for what stands in them alone', () => {
    const study = networkStudyOf(wide([20, 20, 20, 1]));
    const asked = numbersAsked(study, { kind: 'weight', layer: 0, from: 3, to: 2 }, 'sheet');
    assert.ok(asked < 200, `${asked} numbers`);
  });

  it('of a large network build what is shown alone', () => {
    const study = networkStudyOf(wide([784, 128, 128, 10]));
    for (const notation of notationNames) {
      const asked = numbersAsked(study, { kind: 'network' }, notation);
      assert.ok(asked < 2_000, `${asked} of 118,282 numbers in ${notation}`);
    }
  });

  /** How many numbers the equations of a subject ask for while they are printed: what their time goes with. */
  function numbersAsked(
    study: ReturnType<typeof networkStudyOf>,
    subject: Parameters<typeof planNetwork>[1],
    notation: NotationName,
  ): number {
    const options = { notation: notationOf(notation), context: contextOf(study), digits: 6, most: 8 };
    const plan = planNetwork(study, subject, { notation: options.notation, sample: 0 });
    let asked = 0;
    const values = {
      ...plan.values,
      valueOf: (quantity: Quantity) => {
        const value = plan.values.valueOf(quantity);
        asked += typeof value === 'number' ? 1 : value.values.length;
        return value;
      },
      numberOf: (quantity: Quantity) => {
        asked += 1;
        return plan.values.numberOf(quantity);
      },
      entryOf: (...place: Parameters<typeof plan.values.entryOf>) => {
        asked += 1;
        return plan.values.entryOf(...place);
      },
    };
    for (const step of plan.steps) {
      for (const equation of step.make().equations) printEquation(equation, values, options, plainPrinter());
    }
    return asked;
  }
});
