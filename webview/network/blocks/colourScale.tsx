import { formatNumber } from '../../../core/derivation/formatNumber';

/** Which number a colour of a heat map stands for: symmetric about 0. */
export function ColourScale({ range, digits }: { readonly range: number; readonly digits: number }) {
  const few = Math.min(2, digits);
  return (
    <span class="colour-scale quiet">
      <span class="number">{formatNumber(-range, few)}</span>
      <span class="colour-ramp" />
      <span class="number">{formatNumber(range, few)}</span>
    </span>
  );
}
