import { formatWritten, withSign } from '../../core/derivation/formatNumber';
import { outcomeName } from '../../core/divergence/outcomeName';
import type { Actions } from '../model/actions';
import { runningSums } from '../model/runningSums';
import { Label } from '../network/label';
import { textWidth } from '../network/labels';
import { Hatch } from '../parts/hatch';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { type DistributionModel, mostRows, namedOutcomes, shortTerm } from './distributionModel';
import { logarithm, measureName } from './notation';
import { revealOutcome } from './revealOutcome';
import { RowBars, RowWalk, wantsRows } from './rowCharts';

/** One set of columns for bars and walk: where each outcome stands. */
interface Columns {
  readonly width: number;
  readonly left: number;
  readonly slot: number;
  /** Half the width of a step of the walk; a bar takes half of it. */
  readonly half: number;
  readonly named: boolean;
  centre(outcome: number): number;
}

const widestSlot = 132;

/** The last column is the walk's total. */
function columnsOf(outcomes: number, width: number): Columns {
  const left = width < 420 ? 8 : 92;
  const right = 8;
  const slot = Math.min(widestSlot, (width - left - right) / (outcomes + 1));
  return {
    width,
    left,
    slot,
    half: slot * (slot > 40 ? 0.32 : 0.42),
    named: outcomes <= namedOutcomes,
    centre: (outcome) => left + slot * (outcome + 0.5),
  };
}

interface ChartProps {
  readonly model: DistributionModel;
  readonly columns: Columns;
  /** Outcomes that a column stands for. */
  readonly each: number;
  readonly actions: Actions;
}

/** Bars of P and Q, and under them the walk of the terms. */
export function Charts({
  model,
  width,
  each = 1,
  actions,
}: Omit<ChartProps, 'columns' | 'each'> & { readonly width: number; readonly each?: number }) {
  const { view, p } = model;
  const columns = columnsOf(p.length, width);
  const rows = columns.named && each === 1 && wantsRows(view.outcomeNames, columns.slot - 6);
  const total = model.text('klPQ') ?? '';
  return (
    <>
      <h2>
        {words.distribution.probabilities}
        <span class="swatch P" /> {view.p.label}
        {view.q === null ? null : (
          <>
            <span class="swatch Q" /> {view.q.label}
          </>
        )}
      </h2>
      {rows ? (
        <RowBars model={model} width={width} actions={actions} />
      ) : (
        <Bars model={model} columns={columns} each={each} actions={actions} />
      )}
      {view.q === null ? (
        <p class="quiet">{words.distribution.alone}</p>
      ) : (
        <>
          <h2>
            {words.distribution.walk} <Tex latex={`\\textstyle p\\,${logarithm(view.base)}\\frac{p}{q}`} />
          </h2>
          {rows ? (
            <RowWalk model={model} width={width} actions={actions} total={total} />
          ) : (
            <Walk model={model} columns={columns} each={each} total={total} />
          )}
        </>
      )}
    </>
  );
}

/** Names stand at each outcome, or at about a dozen of them. */
function isNamed({ named }: Columns, outcome: number, outcomes: number): boolean {
  return named || outcome % Math.ceil(outcomes / 12) === 0;
}

/** What an outcome is called, cut to the room of its column; groups are called by the number of their first. */
function OutcomeName({
  model: { view, p },
  columns,
  each,
  outcome,
  fault,
  y,
}: Omit<ChartProps, 'actions'> & {
  readonly outcome: number;
  readonly fault: boolean;
  readonly y: number;
}) {
  const names = each > 1 ? undefined : view.outcomeNames;
  const room = columns.slot * (columns.named ? 1 : Math.ceil(p.length / 12)) - 6;
  const whole = outcomeName(outcome * each, names);
  const shown = outcomeName(outcome * each, names, Math.floor(room / textWidth('0')));
  return (
    <text class={fault ? 'outcome-name fault' : 'outcome-name'} x={columns.centre(outcome)} y={y}>
      {shown === whole ? null : <title>{whole}</title>}
      {names === undefined ? whole : shown}
    </text>
  );
}

const px = (value: number) => `calc(${value} * var(--u))`;

/** P solid, Q an outline: hue stays free for the sign of a term. */
function Bars({ model, columns, each, actions }: ChartProps) {
  const { view, p, q } = model;
  const outcomes = Math.min(p.length, mostRows);
  const height = 190;
  const base = height - 26;
  const finite = [...p, ...(q ?? [])].filter(Number.isFinite);
  const largest = Math.max(...finite, 0) || 1;
  const scale = (base - 26) / largest;
  const gap = columns.slot > 40 ? 3 : 0.5;
  const barWidth = q === null ? columns.half * 1.2 : columns.half - gap / 2;
  const longest = Math.max(
    ...view.p.texts.map((text) => text.length),
    ...(view.q?.texts.map((text) => text.length) ?? []),
  );
  const labelled =
    columns.named && textWidth('0'.repeat(longest)) <= columns.half + (q === null ? columns.half : 8);
  const labels = [view.p.label, ...(view.q === null ? [] : [view.q.label])].join(', ');
  const bar = (outcome: number, value: number, x: number, name: string) => {
    const size = Number.isFinite(value) ? Math.max(0, value * scale) : 0;
    return (
      <rect
        key={`${name}${outcome}`}
        class={`bar-${name}`}
        x={x}
        y={base - size}
        width={barWidth}
        height={size}
      />
    );
  };
  return (
    <svg
      class="chart"
      role="img"
      aria-label={words.distribution.bars(labels)}
      viewBox={`0 0 ${columns.width} ${height}`}
      style={{ width: px(columns.width), height: px(height) }}
    >
      <line
        class="axis"
        x1={columns.left}
        x2={columns.centre(outcomes - 1) + columns.half + 12}
        y1={base}
        y2={base}
      />
      {columns.left > 50 ? (
        <text class="axis-name" x={0} y={base + 18}>
          {words.distribution.outcome}
        </text>
      ) : null}
      {Array.from({ length: outcomes }, (_, outcome) => {
        const x = columns.centre(outcome);
        const pX = q === null ? x - barWidth / 2 : x - columns.half;
        const qX = x + gap / 2;
        const qValue = q?.[outcome] ?? 0;
        const fault = model.unsupported.PQ.includes(outcome) || model.unsupported.QP.includes(outcome);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same for the keyboard.
          <g
            key={outcome}
            data-key={`outcome${outcome}`}
            class="outcome"
            onClick={() => revealOutcome(model, outcome, actions)}
          >
            {bar(outcome, p[outcome], pX, 'P')}
            {q === null ? null : bar(outcome, qValue, qX, 'Q')}
            {labelled ? (
              <>
                <text class="bar-label" x={pX + barWidth / 2} y={base - p[outcome] * scale - 7}>
                  {formatWritten(view.p.texts[outcome])}
                </text>
                {view.q === null ? null : (
                  <text class="bar-label" x={qX + barWidth / 2} y={base - qValue * scale - 7}>
                    {formatWritten(view.q.texts[outcome])}
                  </text>
                )}
              </>
            ) : null}
            {isNamed(columns, outcome, outcomes) ? (
              <OutcomeName
                model={model}
                columns={columns}
                each={each}
                outcome={outcome}
                fault={fault}
                y={base + 18}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

const signed = (value: number, text: string) => (value === 0 ? text : withSign(text));

/** Each signed term begins where the one before it ended; what is left at the end is the divergence. */
function Walk({ model, columns, each, total }: Omit<ChartProps, 'actions'> & { readonly total: string }) {
  const { terms, termTexts } = model;
  if (terms === null || termTexts === null) return null;
  const values = terms.klPQ;
  const outcomes = values.length;
  const height = 236;
  const infiniteTerms = values.some((value) => !Number.isFinite(value));
  // An infinite term stands out of the scale, in a band of its own over it.
  const top = infiniteTerms ? 82 : 26;
  const bottom = height - 26;
  const reached = runningSums(
    0,
    values.map((value) => (Number.isFinite(value) ? value : 0)),
  );
  const end = model.value('klPQ') ?? Number.NaN;
  const highest = Math.max(...reached, Number.isFinite(end) ? end : 0);
  const lowest = Math.min(...reached, 0);
  // Room under the axis only where a label of a falling term reaches there.
  const falls = values.some(
    (value, outcome) => value < 0 && reached[outcome + 1] < (highest - lowest) * 0.12,
  );
  const scale = (bottom - top - (falls ? 18 : 0)) / (highest - lowest || 1);
  const y = (value: number) => top + (highest - value) * scale;
  const narrow = columns.slot < 92;
  const labelled = columns.named && columns.slot >= 52;
  const totalX = columns.centre(outcomes);
  const totalText = shortTerm(end, total, narrow);
  const finalSum = Number.isFinite(end) ? end : 0;
  return (
    <div class="chart-frame">
      <svg
        class="chart"
        role="img"
        aria-label={words.distribution.walkName(total)}
        viewBox={`0 0 ${columns.width} ${height}`}
        style={{ width: px(columns.width), height: px(height) }}
      >
        <Hatch />
        <line class="axis" x1={columns.left} x2={totalX + columns.half + 8} y1={y(0)} y2={y(0)} />
        {values.map((value, outcome) => {
          const x = columns.centre(outcome);
          const infinite = !Number.isFinite(value);
          const from = reached[outcome];
          const to = reached[outcome + 1];
          const upper = infinite ? 8 : y(Math.max(from, to));
          const size = infinite ? y(from) - upper : Math.abs(value) * scale;
          const next =
            outcome + 1 < outcomes ? columns.centre(outcome + 1) - columns.half : totalX - columns.half;
          const below = value < 0 && !infinite;
          const sign = infinite ? 'fault' : below ? 'negative' : 'positive';
          return (
            <g key={outcome} data-key={`outcome${outcome}`} class="outcome">
              <rect
                class={`step ${sign}`}
                x={x - columns.half}
                y={upper}
                width={columns.half * 2}
                height={Math.max(size, 0.5)}
              />
              {infinite ? null : <line class="carry" x1={x + columns.half} x2={next} y1={y(to)} y2={y(to)} />}
              {labelled || infinite ? (
                <text
                  class={`step-label ${sign}-text`}
                  x={x}
                  y={below ? upper + size + 15 : infinite ? upper + 20 : upper - 7}
                >
                  {infinite ? '+∞' : signed(value, shortTerm(value, termTexts.klPQ[outcome], narrow))}
                </text>
              ) : null}
              {isNamed(columns, outcome, outcomes) ? (
                <OutcomeName
                  model={model}
                  columns={columns}
                  each={each}
                  outcome={outcome}
                  fault={infinite}
                  y={height - 8}
                />
              ) : null}
            </g>
          );
        })}
        {Number.isFinite(end) ? (
          <rect
            class="step total"
            x={totalX - columns.half}
            y={y(Math.max(finalSum, 0))}
            width={columns.half * 2}
            height={Math.max(1, Math.abs(finalSum) * scale)}
          />
        ) : null}
        <text
          class="step-label strong"
          x={Math.min(totalX, columns.width - textWidth(totalText) / 2)}
          y={y(Math.max(finalSum, 0)) - 8}
        >
          {totalText}
        </text>
      </svg>
      {columns.slot > 40 ? (
        <Label at={{ x: totalX, y: height - 12 }} class="centre walk-total">
          <Tex latex={measureName(model.view, 'klPQ') ?? ''} />
        </Label>
      ) : null}
    </div>
  );
}
