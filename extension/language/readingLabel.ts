import type { Study } from '../../core/study';
import type { ReadingLabel } from '../protocol/requests';
import { shapeName } from './shapeName';
import { widthsOf } from './widths';
import type { Words } from './words/words';

/** How a text was read, in a few words for a status bar. Null where nothing was. */
export function readingLabel(study: Study, words: Words): ReadingLabel | null {
  const label = labelOf(study, words);
  if (label === null) return null;
  const { notation, choices } = study.reading;
  return {
    label,
    notation: words.reading.readAs(notation),
    choices: choices.map((choice) => words.reading.choice(choice)),
  };
}

function labelOf(study: Study, words: Words): string | null {
  const { mathematics, symbols } = words;
  switch (study.kind) {
    case 'network':
      return mathematics.network(widthsOf(study).join('–'));
    case 'distribution': {
      const { p, q } = study.reading;
      const names = q === null ? p.label : `${p.label}, ${q.label}`;
      return mathematics.labelled(names, symbols.outcomes(p.numbers.values.length));
    }
    case 'continuous':
      return study.reading.q === null ? 'P' : 'P, Q';
    case 'matrix':
      return shapeName(study.reading.array.shape, words);
    case 'matrices':
      return mathematics.arrays(study.reading.arrays.length);
    case 'activation':
      return study.activation.name;
    case 'error':
      return null;
  }
}
