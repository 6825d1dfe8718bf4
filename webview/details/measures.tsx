import { useState } from 'preact/hooks';
import { formatNumber } from '../../core/derivation/formatNumber';
import type { MeasureRow, MeasuresAnswer, MeasuresQuestion } from '../../extension/protocol/details/measures';
import type { DistributionView } from '../../extension/protocol/studyView';
import { fromWire, toWire, type WireNumber } from '../../extension/protocol/wire';
import { letters } from '../distribution/notation';
import { CopyIcon } from '../parts/icons';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

export const measures: SectionEntry = {
  topic: 'measures',
  title: (study) => (study.kind === 'distribution' ? said.measures : null),
  Body: Measures,
};

type Orders = NonNullable<MeasuresQuestion['orders']>;

/** Every measure with its formula: searched, with an order of one's own, copied. */
function Measures({ study, state, actions }: SectionProps) {
  const [wanted, setWanted] = useState('');
  const [orders, setOrders] = useState<Orders>({});
  if (study.kind !== 'distribution') return null;
  const order = (row: MeasureRow, text: string) => {
    const value = readOrder(text);
    if (value !== null) setOrders({ ...orders, [row.name]: toWire(value) });
  };
  return (
    <>
      <p class="table-tools">
        <input
          type="search"
          class="field"
          value={wanted}
          placeholder={said.search}
          aria-label={said.search}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      </p>
      <Answered
        study={study}
        question={{ topic: 'measures', orders }}
        draw={(answer) => {
          const shown = filtered(answer, wanted);
          return (
            <>
              <MeasureTable answer={shown} study={study} digits={state.digits} order={order} />
              {shown.groups.length === 0 ? <p class="quiet">{said.noneFound}</p> : null}
              <p class="table-tools">
                <button
                  type="button"
                  class="text-button"
                  onClick={() => actions.copy(tableText(shown, study.q !== null))}
                >
                  <CopyIcon /> {words.table.copyTable}
                </button>
              </p>
            </>
          );
        }}
      />
    </>
  );
}

function MeasureTable({
  answer,
  study,
  digits,
  order,
}: {
  readonly answer: MeasuresAnswer;
  readonly study: DistributionView;
  readonly digits: number;
  order(row: MeasureRow, text: string): void;
}) {
  const { p, q } = letters(study);
  const isPair = study.q !== null;
  const text = (value: WireNumber | null) => (value === null ? '' : formatNumber(fromWire(value), digits));
  const [forward, reverse] = isPair
    ? [`${study.p.label}, ${study.q?.label}`, `${study.q?.label}, ${study.p.label}`]
    : [study.p.label, ''];
  const heads = isPair ? [`${p},\\, ${q}`, `${q},\\, ${p}`] : [p];
  const hasAfter = answer.groups.some(({ rows }) => rows.some(({ normalised }) => normalised !== undefined));
  return (
    <div class="table-frame">
      <table class="numbers stacks catalogue">
        <thead>
          <tr>
            <th scope="col">{said.measure}</th>
            <th scope="col" class="formula">
              {said.formula}
            </th>
            {heads.map((latex) => (
              <th scope="col" key={latex}>
                <Tex latex={latex} />
              </th>
            ))}
            {hasAfter ? <th scope="col">{words.distribution.afterNormalising}</th> : null}
            <th scope="col" class="words">
              {said.properties}
            </th>
          </tr>
        </thead>
        {answer.groups.map(({ name, title, rows }) => (
          <tbody key={name}>
            <tr class="group">
              <th scope="rowgroup" colSpan={heads.length + (hasAfter ? 4 : 3)}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" title={row.source}>
                  {row.title} {row.order === undefined ? null : <Order row={row} take={order} />}
                </th>
                <td class="formula" title={row.plain}>
                  <Tex latex={row.latex} />
                </td>
                <td data-head={forward}>{text(row.pq)}</td>
                {isPair ? (
                  <td data-head={reverse}>{row.qp === null ? (row.isSymmetric ? '=' : '') : text(row.qp)}</td>
                ) : null}
                {hasAfter ? (
                  <td data-head={words.distribution.afterNormalising}>{text(row.normalised?.pq ?? null)}</td>
                ) : null}
                <td class="words">{propertiesOf(row)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Order({ row, take }: { readonly row: MeasureRow; take(row: MeasureRow, text: string): void }) {
  const { symbol, value, domain } = row.order ?? { symbol: '', value: 0, domain: '' };
  return (
    <label class="order">
      {symbol} ={' '}
      <input
        type="text"
        class="field"
        size={4}
        title={domain}
        aria-label={`${row.title}, ${symbol}`}
        value={formatOrder(value)}
        onChange={({ currentTarget }) => take(row, currentTarget.value)}
      />
    </label>
  );
}

function formatOrder(value: WireNumber): string {
  return value === 'Infinity' ? '∞' : String(value);
}

/** A number with a point or a comma, a fraction, or infinity; null for anything else. */
function readOrder(text: string): number | null {
  const plain = text.trim().replace(',', '.').replaceAll('−', '-');
  if (/^\+?(?:∞|inf(?:inity)?)$/i.test(plain)) return Number.POSITIVE_INFINITY;
  const [numerator, denominator, ...others] = plain.split('/');
  if (plain === '' || others.length > 0) return null;
  const value = Number(numerator) / (denominator === undefined ? 1 : Number(denominator));
  return Number.isNaN(value) ? null : value;
}

function propertiesOf({ role, isSymmetric, isMetric, domain }: MeasureRow): string {
  const names = [
    ...(role === 'similarity' ? [said.similarity] : []),
    ...(isMetric ? [said.metric] : isSymmetric && role === 'difference' ? [said.symmetric] : []),
    ...(domain === undefined ? [] : [said.finiteWhere(domain)]),
  ];
  return names.join(', ');
}

/** By any part of a name, of a formula or of its source, without case and accents. */
function filtered({ groups }: MeasuresAnswer, wanted: string): MeasuresAnswer {
  const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = folded(wanted).split(/\s+/).filter(Boolean);
  return {
    groups: groups
      .map((group) => ({
        ...group,
        rows: group.rows.filter(({ name, title, plain, source }) => {
          const all = folded(`${name} ${title} ${group.title} ${plain} ${source}`);
          return parts.every((part) => all.includes(part));
        }),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

/** With tabs between columns and every digit of the doubles. */
function tableText({ groups }: MeasuresAnswer, isPair: boolean): string {
  const rows = groups.flatMap(({ rows: own }) =>
    own.map(({ title, order, plain, pq, qp, isSymmetric }) => [
      order === undefined ? title : `${title} (${order.symbol} = ${order.value})`,
      plain,
      String(pq),
      ...(isPair ? [String(qp ?? (isSymmetric ? pq : ''))] : []),
    ]),
  );
  const head = [said.measure, said.formula, ...(isPair ? ['P, Q', 'Q, P'] : ['P'])];
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}
