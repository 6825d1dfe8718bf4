import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-protocol';
import type { Span } from '../../../core/problem';
import type { Study } from '../../../core/study';
import type { NetworkReading } from '../../../core/text/reading';
import { type FeatureContext, rangeOf } from '../feature';

/** Kinds of the protocol, whose enum would bring its code along. */
const kinds = { network: 2, layer: 5, loss: 12, numbers: 18 } as const satisfies Record<string, SymbolKind>;

/** What a value is made of: a network's layers with their weights and biases, its input, target and loss; P and Q. */
export function symbolsOf(context: FeatureContext): DocumentSymbol[] {
  const { study, words } = context;
  const { reading } = study;
  const numbers = (name: string, detail: string, span: Span) =>
    symbol(context, { name, detail, kind: kinds.numbers, span });
  switch (reading.kind) {
    case 'network':
      return [networkSymbol(context, reading)];
    case 'distribution':
      return [reading.p, ...(reading.q === null ? [] : [reading.q])].map(
        ({ label, numbers: { shape, span } }) => numbers(label, words.symbols.outcomes(shape[0] ?? 1), span),
      );
    case 'matrix':
      return [numbers(words.symbols.matrix, reading.array.shape.join(' × '), reading.array.span)];
    case 'matrices':
      return reading.arrays.map(({ name, array }) =>
        numbers(name === '' ? words.symbols.matrix : name, array.shape.join(' × '), array.span),
      );
    case 'continuous':
    case 'activation':
    case 'error':
      return [];
  }
}

function networkSymbol(context: FeatureContext, reading: NetworkReading): DocumentSymbol {
  const { words } = context;
  const { input, target, loss } = reading;
  const numbers = (name: string, detail: string, span: Span) =>
    symbol(context, { name, detail, kind: kinds.numbers, span });
  const layers = reading.layers.map(({ weights, biases, activation, span }, layer) => {
    const [rows, columns] = weights.shape;
    const children = [
      numbers(`W${layer + 1}`, `${rows} × ${columns}`, weights.span),
      ...(biases === null ? [] : [numbers(`b${layer + 1}`, String(biases.values.length), biases.span)]),
    ];
    const detail = `${columns} → ${rows}, ${activation?.name ?? 'identity'}`;
    return symbol(context, {
      name: words.symbols.layer(layer + 1),
      detail,
      kind: kinds.layer,
      span,
      children,
    });
  });
  return symbol(context, {
    name: words.symbols.network,
    detail: widthsOf(context.study, reading),
    kind: kinds.network,
    span: reading.span,
    children: [
      ...layers,
      ...(input === null ? [] : [numbers('x', input.shape.join(' × '), input.span)]),
      ...(target === null ? [] : [numbers('y', target.shape.join(' × '), target.span)]),
      ...(loss === null
        ? []
        : [
            symbol(context, {
              name: loss.name,
              detail: words.symbols.loss,
              kind: kinds.loss,
              span: loss.span,
            }),
          ]),
    ],
  });
}

function widthsOf(study: Study, reading: NetworkReading): string {
  if (study.kind === 'error') return '';
  const first = reading.layers[0]?.weights.shape[1] ?? 0;
  return [first, ...reading.layers.map(({ weights }) => weights.shape[0])].join('–');
}

function symbol(
  { document }: FeatureContext,
  { span, ...rest }: Omit<DocumentSymbol, 'range' | 'selectionRange'> & { readonly span: Span },
): DocumentSymbol {
  const range = rangeOf(document, span);
  return { ...rest, range, selectionRange: range };
}
