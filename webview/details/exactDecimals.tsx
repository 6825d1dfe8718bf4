import { useState } from 'preact/hooks';
import { formatWritten } from '../../core/derivation/formatNumber';
import { measureName } from '../distribution/notation';
import { CopyIcon } from '../parts/icons';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

export const exactDecimals: SectionEntry = {
  topic: 'exactDecimals',
  title: (study) =>
    study.kind === 'distribution' && Object.keys(study.exact).length > 0 ? said.exactDecimals : null,
  Body: ExactDecimals,
};

const choices = [20, 50, 100, 1000] as const;

/** As many digits as one likes, each of them right; the sign and equality with zero decided. */
function ExactDecimals({ study, actions }: SectionProps) {
  const [digits, setDigits] = useState<number>(choices[1]);
  if (study.kind !== 'distribution') return null;
  return (
    <>
      <p>{said.aboutExactDecimals}</p>
      <p class="table-tools">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            class="text-button"
            aria-pressed={choice === digits}
            onClick={() => setDigits(choice)}
          >
            {said.digitsOf(choice)}
          </button>
        ))}
      </p>
      <Answered
        study={study}
        question={{ topic: 'exactDecimals', digits }}
        draw={({ rows }) => (
          <dl class="long-decimals">
            {rows.map(({ name, text, sign, decimal }) => (
              <div key={name}>
                <dt>
                  <Tex latex={measureName(study, name) ?? ''} /> <span class="quiet">= {text}</span>{' '}
                  <span>{said.signs[sign]}</span>
                </dt>
                <dd>
                  <span class="number">{formatWritten(decimal)}</span>
                  <button
                    type="button"
                    class="text-button"
                    aria-label={said.copyDecimal}
                    title={said.copyDecimal}
                    onClick={() => actions.copy(decimal)}
                  >
                    <CopyIcon />
                  </button>
                </dd>
              </div>
            ))}
          </dl>
        )}
      />
    </>
  );
}
