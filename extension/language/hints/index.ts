import type { InlayHint } from 'vscode-languageserver-protocol';
import type { Span } from '../../../core/problem';
import type { FeatureContext } from '../feature';
import { divergenceHints } from './divergenceHints';
import { type Hint, type HintKinds, mostHints } from './hint';
import { neuronHints } from './neuronHints';
import { shapeHints } from './shapeHints';

export type { HintKinds } from './hint';

/** What stands beside the numbers of a value, as far as it is inside the visible part of the document. */
export function hintsOf(context: FeatureContext, visible: Span, kinds: HintKinds): InlayHint[] {
  const hints: readonly Hint[] = [
    ...(kinds.shapes ? shapeHints(context) : []),
    ...(kinds.divergence ? divergenceHints(context) : []),
    ...(kinds.neurons || kinds.gradients ? neuronHints(context, kinds) : []),
  ];
  return hints
    .filter(({ at }) => visible.offset <= at && at <= visible.offset + visible.length)
    .slice(0, mostHints)
    .map(({ at, label, tooltip }) => ({
      position: context.document.positionAt(at),
      label,
      tooltip,
      paddingLeft: true,
    }));
}
