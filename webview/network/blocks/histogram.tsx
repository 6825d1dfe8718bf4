const width = 480;
const height = 40;

/** Counts as bars, those of negative numbers in their colour: the left half. The figures stand beside it in words. */
export function Histogram({ counts }: { readonly counts: readonly number[] }) {
  const largest = Math.max(1, ...counts);
  const step = width / counts.length;
  return (
    <svg class="histogram" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, at) => {
        const tall = (count / largest) * (height - 1);
        return (
          <rect
            key={at}
            class={at < counts.length / 2 ? 'negative' : 'positive'}
            x={at * step + step * 0.08}
            y={height - tall}
            width={step * 0.84}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
