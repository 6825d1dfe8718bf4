import { formatWritten } from '../../core/derivation/formatNumber';

/**
 * A coloured table cell: the share of the largest size mixes its sign's pole into the ground. The
 * minus sign says the same without colour.
 */
export function Cell({
  value,
  text,
  largest,
  selected = false,
  dataKey,
  head,
  name,
  onSelect,
  children,
}: {
  readonly value: number;
  readonly text: string;
  readonly largest: number;
  readonly selected?: boolean;
  readonly dataKey?: string;
  /** Of its column, where a narrow panel has it before the number. */
  readonly head?: string;
  readonly name?: string;
  readonly onSelect?: () => void;
  readonly children?: preact.ComponentChildren;
}) {
  const share = largest > 0 && Number.isFinite(value) ? Math.min(1, Math.abs(value) / largest) : 0;
  return (
    <td
      class={`cell ${value < 0 ? 'negative' : 'positive'} ${selected ? 'selected' : ''}`}
      style={{ '--share': share.toFixed(3) }}
      data-key={dataKey}
      data-head={head}
      data-rove
      tabindex={-1}
      aria-label={name}
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (onSelect === undefined || event.key !== 'Enter') return;
        event.preventDefault();
        onSelect();
      }}
    >
      {children ?? formatWritten(text)}
    </td>
  );
}
