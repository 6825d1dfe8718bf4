import { formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import type { WouldPrintRow } from '../../extension/protocol/details/wouldPrint';
import { fromWire } from '../../extension/protocol/wire';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

export const wouldPrint: SectionEntry = {
  topic: 'wouldPrint',
  title: (study) => (study.kind === 'distribution' ? said.wouldPrint : null),
  Body: WouldPrint,
};

/** Calls of other libraries with what they print for these numbers, and why that may differ. */
function WouldPrint({ study, state }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'wouldPrint' }}
      draw={({ rows }) => (
        <>
          <ul class="calls">
            {rows.map((row) => (
              <Call key={row.call} row={row} digits={state.digits} />
            ))}
          </ul>
          <p class="quiet">{said.notKnown}</p>
        </>
      )}
    />
  );
}

function Call({ row, digits }: { readonly row: WouldPrintRow; readonly digits: number }) {
  const { call, values, count, verdict, definition, sentences, versions, known, link, tool } = row;
  const numbers = values.map((value) => formatNumber(fromWire(value), digits));
  const printed = count > values.length ? [...numbers, '…'] : numbers;
  const differs = verdict === 'differs' || verdict === 'rounding';
  const wanted = definition === null ? '' : formatNumber(fromWire(definition), digits);
  return (
    <li data-verdict={verdict}>
      <p class="call">
        <code>{call}</code> <span class="number strong">{listNumbers(printed)}</span>
      </p>
      <p class={differs ? 'differs' : undefined}>{said.printVerdicts[verdict](wanted)}</p>
      <p class="quiet">
        {sentences.join(' ')} {known === 'run' ? said.wasRun(tool, versions) : said.wasRead(tool, versions)}{' '}
        <a href={link}>{said.source}</a>
      </p>
    </li>
  );
}
