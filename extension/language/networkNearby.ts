import type { Span } from '../../core/problem';
import { read } from '../../core/text';
import { networkAssignments } from '../../core/text/networkAssignments';
import type { Surroundings } from '../protocol/requests';

/** A network that assignments of a text make together. Spans are of the document. */
export interface NearbyNetwork {
  readonly names: readonly string[];
  readonly widths: readonly number[];
  readonly spans: readonly Span[];
}

/** What is read for a hover that asked for less. */
const mostAssignments = 64;
const mostUnits = 200_000;

/**
 * The network that a selected matrix is part of by the names around it, `W1`, `b1`, `W2`, and their shapes. Null
 * where the matrix has no such name, or is all there is, or one of them does not fit.
 */
export function networkNearby({ text, offset }: Surroundings, selected: Span): NearbyNetwork | null {
  const parts = networkAssignments(text);
  const own = { offset: selected.offset - offset, length: selected.length };
  const isOwn = ({ span }: { readonly span: Span }) =>
    span.offset < own.offset + own.length && own.offset < span.offset + span.length;
  const size = parts.reduce((sum, { span }) => sum + span.length, 0);
  if (parts.length < 2 || parts.length > mostAssignments || size > mostUnits || !parts.some(isOwn))
    return null;
  const reading = read(text, { as: 'network', within: parts.map(({ span }) => span) });
  if (reading.kind !== 'network' || reading.problems.some(({ severity }) => severity === 'error'))
    return null;
  const first = reading.layers[0]?.weights.shape[1] ?? 0;
  return {
    names: parts.map(({ name }) => name),
    widths: [first, ...reading.layers.map(({ weights }) => weights.shape[0])],
    spans: parts.map(({ span }) => ({ offset: span.offset + offset, length: span.length })),
  };
}
