import type { ComponentChildren } from 'preact';
import type { Point } from './layout';

export const Disc = ({ number }: { readonly number: number | undefined }) =>
  number === undefined ? null : <span class="disc">{number}</span>;

/** Text over the drawing. Positions are set from script, in units of the font's size. */
export function Label({
  at,
  class: name,
  dataKey,
  onClick,
  children,
}: {
  readonly at: Point;
  readonly class: string;
  readonly dataKey?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the piece of the drawing below it is the button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the piece of the drawing below it takes the keys.
    <div
      class={`label ${name}`}
      data-key={dataKey}
      onClick={onClick}
      style={{ left: `calc(${at.x.toFixed(2)} * var(--u))`, top: `calc(${at.y.toFixed(2)} * var(--u))` }}
    >
      {children}
    </div>
  );
}
