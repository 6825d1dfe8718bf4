/** A source of numbers in [0, 1) that a seed decides. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const pieces = [
  ...['[', ']', '{', '}', '(', ')', ',', ';', ':', '=', '"', "'", '/', '|', '\\', '&', '`', '#', '%', '.'],
  ...['\n', '\n\n', '\r\n', ' ', '\t', '...', '−', '-', '+', '*', '^', 'e', '1', '0', 'a', 'x', '½', 'NaN'],
  ...['null', '---', '- ', 'W = ', 'A =\n\n', '[1] ', '1 2\n', 'a b\n', '0,5', '==', '::', '<-', '<<', '```'],
  ...['$', 'tensor(', 'c(', 'array([', '\u00a0', '\u2003', 'µ', '名', '\u0000', '\ud800'],
];

function pick<Entry>(entries: readonly Entry[], random: Random): Entry {
  return entries[Math.floor(random() * entries.length)] as Entry;
}

/** One of the texts, alone or with another below it, with a few characters and lines changed; sometimes signs alone. */
export function mutated(texts: readonly string[], random: Random): string {
  if (random() < 0.1)
    return Array.from({ length: Math.floor(random() * 25) }, () => pick(pieces, random)).join('');
  let text = pick(texts, random);
  if (random() < 0.2) text += pick(['\n', '\n\n', ' ', ', '], random) + pick(texts, random);
  if (random() < 0.2) {
    const lines = text.split('\n');
    const place = Math.floor(random() * lines.length);
    if (random() < 0.5) lines.splice(place, 1);
    else lines.splice(place, 0, pick(pick(texts, random).split('\n'), random));
    text = lines.join('\n');
  }
  const changes = Math.floor(random() * 6);
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * (text.length + 1));
    const removed = random() < 0.6 ? 0 : Math.floor(random() * 6);
    text = text.slice(0, at) + (random() < 0.75 ? pick(pieces, random) : '') + text.slice(at + removed);
  }
  return text;
}
