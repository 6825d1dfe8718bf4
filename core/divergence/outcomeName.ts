/**
 * What people call outcome `index`: as the text does where that has names, else from 0, as exercises write P(0), P(1) and as
 * arrays count. Rows, layers and neurons count from 1 in words; outcomes are values of a random variable.
 * @param most So many characters have room; a longer name ends in an ellipsis.
 */
export function outcomeName(
  index: number,
  names: readonly string[] | undefined,
  most = Number.POSITIVE_INFINITY,
): string {
  const name = names?.[index] ?? String(index);
  const characters = name.length > most ? [...name] : [];
  return characters.length > most ? `${characters.slice(0, Math.max(1, most - 1)).join('')}…` : name;
}
