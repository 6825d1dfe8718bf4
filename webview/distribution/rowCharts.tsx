import { formatWritten, withSign } from '../../core/derivation/formatNumber';
import { outcomeName } from '../../core/divergence/outcomeName';
import type { Actions } from '../model/actions';
import { runningSums } from '../model/runningSums';
import { textWidth } from '../network/labels';
import { Hatch } from '../parts/hatch';
import { words } from '../words';
import type { DistributionModel } from './distributionModel';
import { revealOutcome } from './revealOutcome';

/** A row has its name over its bars: `px` from its top. */
const nameBase = 12;
const barTop = 18;
const barHeight = 10;
const stepHeight = 14;
/** An infinite term is this long, out of the scale. */
const faultWidth = 48;
/** Characters that a name has room for in a column before rows are the better drawing. */
const fewest = 12;

interface RowChartProps {
  readonly model: DistributionModel;
  readonly width: number;
  readonly actions: Actions;
}

/** Whether names would be cut to a stump in columns that leave them so much room. */
export function wantsRows(names: readonly string[] | undefined, room: number): boolean {
  const longest = Math.max(0, ...(names ?? []).map((name) => name.length));
  return textWidth('0'.repeat(Math.min(longest, fewest))) > room;
}

const px = (value: number) => `calc(${value} * var(--u))`;

function Row({
  model,
  outcome,
  y,
  width,
  fault,
  actions,
  children,
}: RowChartProps & {
  readonly outcome: number;
  readonly y: number;
  readonly fault: boolean;
  readonly children: preact.ComponentChildren;
}) {
  const names = model.view.outcomeNames;
  const whole = outcomeName(outcome, names);
  const shown = outcomeName(outcome, names, Math.floor(width / textWidth('0')));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same for the keyboard.
    <g
      data-key={`outcome${outcome}`}
      class="outcome"
      transform={`translate(0 ${y})`}
      onClick={() => revealOutcome(model, outcome, actions)}
    >
      {children}
      <text class={fault ? 'outcome-name fault' : 'outcome-name'} x={0} y={nameBase}>
        {shown === whole ? null : <title>{whole}</title>}
        {shown}
      </text>
    </g>
  );
}

/** The bars of P and Q on rows, each with its number. */
export function RowBars({ model, width, actions }: RowChartProps) {
  const { view, p, q } = model;
  const values = [p, ...(q === null ? [] : [q])];
  const texts = [view.p.texts, ...(view.q === null ? [] : [view.q.texts])];
  const pitch = barTop + values.length * (barHeight + 2) + 8;
  const longest = Math.max(...texts.flat().map((text) => text.length));
  const scale =
    (width - textWidth('0'.repeat(longest)) - 8) / (Math.max(...values.flat().filter(Number.isFinite)) || 1);
  const height = p.length * pitch;
  const labels = [view.p.label, ...(view.q === null ? [] : [view.q.label])].join(', ');
  return (
    <svg
      class="chart rows"
      role="img"
      aria-label={words.distribution.bars(labels)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: px(width), height: px(height) }}
    >
      {p.map((_, outcome) => (
        <Row
          key={outcome}
          {...{ model, width, actions, outcome }}
          y={outcome * pitch}
          fault={model.unsupported.PQ.includes(outcome) || model.unsupported.QP.includes(outcome)}
        >
          {values.map((column, index) => {
            const size = Math.max(0, (Number.isFinite(column[outcome]) ? column[outcome] : 0) * scale);
            const y = barTop + index * (barHeight + 2);
            return (
              <g key={index}>
                <rect class={index === 0 ? 'bar-P' : 'bar-Q'} x={1} y={y} width={size} height={barHeight} />
                <text class="bar-label" x={size + 6} y={y + barHeight - 1}>
                  {formatWritten(texts[index][outcome])}
                </text>
              </g>
            );
          })}
        </Row>
      ))}
    </svg>
  );
}

/** The walk of the terms from row to row: each begins where the one above it ended. */
export function RowWalk({ model, width, actions, total }: RowChartProps & { readonly total: string }) {
  const { terms, termTexts, view } = model;
  if (terms === null || termTexts === null) return null;
  const values = terms.klPQ;
  const texts = values.map((value, outcome) =>
    value === 0 ? termTexts.klPQ[outcome] : withSign(termTexts.klPQ[outcome]),
  );
  const reached = runningSums(
    0,
    values.map((value) => (Number.isFinite(value) ? value : 0)),
  );
  const end = model.value('klPQ') ?? Number.NaN;
  const ends = [...reached, Number.isFinite(end) ? end : 0];
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const room = textWidth('0'.repeat(Math.max(...[...texts, total].map((text) => text.length)))) + 8;
  const beyond = values.some((value) => !Number.isFinite(value)) ? faultWidth : 0;
  const x = (value: number) => 1 + ((value - lowest) / (highest - lowest || 1)) * (width - room - beyond - 2);
  const pitch = barTop + stepHeight + 6;
  const height = (values.length + 1) * pitch;
  return (
    <svg
      class="chart rows"
      role="img"
      aria-label={words.distribution.walkName(total)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: px(width), height: px(height) }}
    >
      <Hatch />
      {[...texts, total].map((_, row) => {
        // Beside each bar only: names stand over it.
        const top = row * pitch + barTop - 2;
        return <line key={row} class="axis" x1={x(0)} x2={x(0)} y1={top} y2={top + stepHeight + 4} />;
      })}
      {values.map((value, outcome) => {
        const infinite = !Number.isFinite(value);
        const [from, to] = [x(reached[outcome]), x(reached[outcome + 1])];
        const right = infinite ? from + faultWidth : Math.max(from, to);
        const sign = infinite ? 'fault' : value < 0 ? 'negative' : 'positive';
        return (
          <Row key={outcome} {...{ model, width, actions, outcome }} y={outcome * pitch} fault={infinite}>
            <line class="carry" x1={to} x2={to} y1={barTop + stepHeight} y2={pitch + barTop} />
            <rect
              class={`step ${sign}`}
              x={Math.min(from, to)}
              y={barTop}
              width={Math.max(right - Math.min(from, to), 0.5)}
              height={stepHeight}
            />
            <text class={`step-label ${sign}-text`} x={right + 6} y={barTop + stepHeight - 3}>
              {infinite ? '+∞' : texts[outcome]}
            </text>
          </Row>
        );
      })}
      <g transform={`translate(0 ${values.length * pitch})`}>
        {Number.isFinite(end) ? (
          <rect
            class="step total"
            x={Math.min(x(0), x(end))}
            y={barTop}
            width={Math.max(1, Math.abs(x(end) - x(0)))}
            height={stepHeight}
          />
        ) : null}
        <text class="outcome-name" x={0} y={nameBase}>
          KL({view.p.label} ‖ {view.q?.label})
        </text>
        <text
          class="step-label strong"
          x={(Number.isFinite(end) ? Math.max(x(0), x(end)) : x(0)) + 6}
          y={barTop + stepHeight - 3}
        >
          {total}
        </text>
      </g>
    </svg>
  );
}
