import assert from 'node:assert/strict';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-protocol';
import { definitionAt, referencesAt } from '../../../extension/language/symbols/definition';
import { foldingOf } from '../../../extension/language/symbols/folding';
import { selectionRangeAt } from '../../../extension/language/symbols/selectionRanges';
import { symbolsOf } from '../../../extension/language/symbols/symbols';
import { distributions, network } from '../language/texts';
import { contextOf, positionIn, textIn } from './context';

const matrixText = `W1 = [1 2; 3 4]
b1 = [5; 6]
W2 = [7 8]
x = [9; 10]
y = 11`;

describe('symbols', () => {
  const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, detail, children }) =>
      children === undefined ? `${name} ${detail}` : [`${name} ${detail}`, names(children)],
    );

  it('are the layers of a network, with their weights and biases', () => {
    assert.deepEqual(names(symbolsOf(contextOf(network))), [
      [
        'Network 3–2–1',
        [
          ['Layer 1 3 → 2, softplus', ['W1 2 × 3', 'b1 2']],
          ['Layer 2 2 → 1, softplus', ['W2 1 × 2', 'b2 1']],
          'x 3',
          'y 1',
        ],
      ],
    ]);
  });

  it('are P and Q of distributions, and named matrices', () => {
    assert.deepEqual(names(symbolsOf(contextOf(distributions))), ['P 3 outcomes', 'Q 3 outcomes']);
    assert.deepEqual(names(symbolsOf(contextOf('A = [1 2; 3 4]\nB = [1 2 3]'))), ['A 2 × 2', 'B 3']);
  });

  it('stand inside those that they are part of', () => {
    const inside = (outer: DocumentSymbol): void => {
      for (const child of outer.children ?? []) {
        assert.ok(
          child.range.start.line >= outer.range.start.line && child.range.end.line <= outer.range.end.line,
        );
        inside(child);
      }
    };
    symbolsOf(contextOf(network)).forEach(inside);
  });
});

describe('folding', () => {
  it('folds the value, a layer and a matrix of several lines, leaving the line of the closing bracket', () => {
    const text = `{
  "layers": [
    {
      "weights": [
        [1, 2],
        [3, 4]
      ]
    }
  ]
}`;
    assert.deepEqual(foldingOf(contextOf(text)), [
      { startLine: 0, endLine: 8 },
      { startLine: 2, endLine: 6 },
      { startLine: 3, endLine: 5 },
    ]);
  });

  it('folds nothing on one line', () => {
    assert.deepEqual(foldingOf(contextOf('[[1, 2], [3, 4]]')), []);
  });
});

describe('selection', () => {
  it('grows from a number to its row, its matrix, its layer and the network', () => {
    const context = contextOf(network);
    const found: string[] = [];
    let range: SelectionRange | undefined =
      selectionRangeAt(context, positionIn(network, '-0.5', 1)) ?? undefined;
    for (; range !== undefined; range = range.parent) found.push(textIn(context, range.range));
    assert.deepEqual(found.slice(0, 3), ['-0.5', '[0.4, -0.5, 0.6]', '[[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]']);
    assert.match(found[3] ?? '', /^\{ "weights".*"softplus" \}$/);
    assert.equal(found[4], network.trimEnd());
    assert.equal(found.length, 5);
  });

  it('is of one array where there is one', () => {
    const context = contextOf('a\n[1 2; 3 4]\nb');
    assert.equal(selectionRangeAt(context, { line: 0, character: 0 }), null);
    const range = selectionRangeAt(context, { line: 1, character: 1 });
    assert.equal(range === null ? null : textIn(context, range.range), '1');
    assert.equal(range?.parent === undefined ? null : textIn(context, range.parent.range), '1 2');
  });
});

describe('definition and references', () => {
  const context = contextOf(matrixText);
  const defined = (part: string) =>
    definitionAt(context, positionIn(matrixText, part)).map(({ targetRange }) =>
      textIn(context, targetRange),
    );
  const used = (part: string, declared = false) =>
    referencesAt(context, positionIn(matrixText, part), declared).map(({ range }) => textIn(context, range));

  it('lead from a weight to the neuron whose value it multiplies', () => {
    assert.deepEqual(defined('8'), ['3 4']);
    assert.deepEqual(defined('7'), ['1 2']);
  });

  it('lead from a weight of the first layer to the input', () => {
    assert.deepEqual(defined('4'), ['10']);
    assert.deepEqual(defined('3'), ['9']);
  });

  it('lead from a bias and from a target to their neuron', () => {
    assert.deepEqual(defined('6'), ['3 4']);
    assert.deepEqual(defined('11'), ['[7 8]']);
  });

  it('lead back: from a neuron to the weights that use it, from an input to its column', () => {
    assert.deepEqual(used('4'), ['8']);
    assert.deepEqual(used('4', true), ['3 4', '8']);
    assert.deepEqual(used('5'), ['7']);
    assert.deepEqual(used('9'), ['1', '3']);
    assert.deepEqual(used('8'), ['11']);
  });

  it('lead nowhere from what is no number', () => {
    assert.deepEqual(defined('W2'), []);
    assert.deepEqual(used('='), []);
  });

  it('know the columns of a kernel for neurons', () => {
    const text = '{"layers": [{"kernel": [[1, 2], [3, 4]]}, {"weights": [[5, 6]]}]}';
    const ofKernel = contextOf(text);
    const found = definitionAt(ofKernel, positionIn(text, '6')).map(({ targetRange }) =>
      textIn(ofKernel, targetRange),
    );
    assert.deepEqual(found, ['2', '4']);
  });
});
