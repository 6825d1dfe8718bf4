import type { MathText, TableColumnView, VariationTableView } from '../../extension/protocol/activationView';
import { useWidth } from '../parts/hooks';
import { Tex } from '../parts/tex';
import { words } from '../words';

const headWidth = 46;
/** Of a column and a stretch without texts. */
const leastColumn = 28;
const leastStretch = 26;
const valueHeight = 96;
const signs = { [-1]: '−', 0: '0', 1: '+' } as const;

/** x, the sign of the derivative and, between its values, where the function goes; a real table. */
export function VariationTable({
  table,
  hasArrows,
}: {
  readonly table: VariationTableView;
  /** Without, the word for the shape stands where the arrow would. */
  readonly hasArrows: boolean;
}) {
  const [place, width] = useWidth<HTMLElement>();
  const { columns, signs: own, slopeName, valueName, title } = table;
  const needed = columns.map(neededBy);
  const leastStretches = table.words.map((word) =>
    hasArrows ? leastStretch : Math.max(leastStretch, word.length * 6.4 + 8),
  );
  const least = headWidth + [...needed, ...leastStretches].reduce((sum, one) => sum + one, 0);
  const cells = columns.length + own.length;
  const spare = Math.max(0, Math.floor((width ?? 600) - least)) / cells;
  const stretches = leastStretches.map((one) => one + spare);
  const between = (
    draw: (index: number) => preact.ComponentChildren,
    column: (index: number) => preact.ComponentChildren,
  ) => columns.flatMap((_, index) => (index < own.length ? [column(index), draw(index)] : [column(index)]));
  return (
    <div class="variations">
      <h2>{title}</h2>
      {/* Wider than a narrow panel, it scrolls: by the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <section class="variations-frame" ref={place} tabIndex={0} aria-label={title}>
        <table style={{ width: units(least + spare * cells) }}>
          <colgroup>
            <col style={{ width: units(headWidth) }} />
            {between(
              (index) => (
                <col key={`stretch ${index}`} style={{ width: units(stretches[index]) }} />
              ),
              (index) => (
                <col key={`column ${index}`} style={{ width: units(needed[index] + spare) }} />
              ),
            )}
          </colgroup>
          <thead>
            <tr>
              <th scope="row">
                <Tex latex="x" />
              </th>
              {between(
                (index) => (
                  <td key={`stretch ${index}`} />
                ),
                (index) => (
                  <th scope="col" key={`column ${index}`}>
                    <Tex latex={columns[index].at.latex} />
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Tex latex={slopeName.latex} />
              </th>
              {between(
                (index) => (
                  <td class="sign" key={`stretch ${index}`}>
                    {signs[own[index]]}
                  </td>
                ),
                (index) => (
                  <td key={`column ${index}`}>
                    <Slope column={columns[index]} />
                  </td>
                ),
              )}
            </tr>
            <tr class={hasArrows ? 'values' : 'values flat'}>
              <th scope="row">
                <Tex latex={valueName.latex} />
              </th>
              {between(
                (index) => (
                  <td key={`stretch ${index}`}>
                    {hasArrows ? (
                      <>
                        <Arrow
                          from={columns[index].height.right}
                          to={columns[index + 1].height.left}
                          width={stretches[index]}
                        />
                        <span class="unseen">{table.words[index]}</span>
                      </>
                    ) : (
                      <span class="shape">{table.words[index]}</span>
                    )}
                  </td>
                ),
                (index) => (
                  <td key={`column ${index}`}>
                    <Value column={columns[index]} isFlat={!hasArrows} />
                  </td>
                ),
              )}
            </tr>
          </tbody>
        </table>
      </section>
    </div>
  );
}

const units = (length: number) => `calc(${length.toFixed(1)} * var(--u))`;

/** The width that a column's longest text takes; two sides take twice that of the longer. */
function neededBy({ at, slope, value }: TableColumnView): number {
  const lengthOf = (math: MathText | null) => math?.plain.length ?? 0;
  const sides = (left: MathText | null, right: MathText | null) =>
    left === null || right === null || left.plain === right.plain
      ? Math.max(lengthOf(left), lengthOf(right))
      : 2 * Math.max(lengthOf(left), lengthOf(right)) + 2;
  const most = Math.max(lengthOf(at), sides(slope.left, slope.right), sides(value.left, value.right));
  return Math.max(leastColumn, most * 7.4 + 4);
}

/** Both sides with a double bar between them where there is no derivative: also where the function jumps. */
function Slope({ column: { kind, slope, value } }: { readonly column: TableColumnView }) {
  const { left, right } = slope;
  const isBroken = kind === 'jump' || value.left?.plain !== value.right?.plain;
  if (left === null || right === null) return <Maths math={left ?? right} />;
  if (!isBroken && left.plain === right.plain) return <Maths math={left} />;
  return (
    <span class="sides">
      <Maths math={left} />
      <span class="bars" role="img" aria-label={words.activation.noDerivative} />
      <Maths math={right} />
    </span>
  );
}

function Value({ column, isFlat }: { readonly column: TableColumnView; readonly isFlat: boolean }) {
  const { value, height } = column;
  const sides = value.left !== null && value.right !== null && value.left.plain !== value.right.plain;
  const at = (part: number) => ({ bottom: `calc(${isFlat ? 6 : 4 + part * (valueHeight - 30)} * var(--u))` });
  if (!sides) {
    const shown = value.at ?? value.left ?? value.right;
    return (
      <span class="value" style={at(value.left === null ? height.right : height.left)}>
        <Maths math={shown} />
      </span>
    );
  }
  return (
    <>
      <span class="value left" style={at(height.left)}>
        <Maths math={value.left} />
      </span>
      <span class="bars tall" />
      <span class="value right" style={at(height.right)}>
        <Maths math={value.right} />
      </span>
    </>
  );
}

function Maths({ math }: { readonly math: MathText | null }) {
  return math === null ? null : <Tex latex={math.latex} />;
}

function Arrow({ from, to, width }: { readonly from: number; readonly to: number; readonly width: number }) {
  const y = (part: number) => valueHeight - 15 - part * (valueHeight - 30);
  const [x1, y1, x2, y2] = [3, y(from), width - 3, y(to)];
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number) =>
    `${(x2 - 9 * Math.cos(angle + turn)).toFixed(1)} ${(y2 - 9 * Math.sin(angle + turn)).toFixed(1)}`;
  return (
    <svg
      class="arrow"
      viewBox={`0 0 ${width} ${valueHeight}`}
      aria-hidden="true"
      style={{ width: `calc(${width} * var(--u))`, height: `calc(${valueHeight} * var(--u))` }}
    >
      <path d={`M${x1} ${y1}L${x2} ${y2}M${barb(0.42)}L${x2} ${y2}L${barb(-0.42)}`} />
    </svg>
  );
}
