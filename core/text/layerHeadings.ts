import type { Item } from './items';
import { parseName, type Role } from './names';
import { onFirstUse } from './onFirstUse';

/** `Layer 2`, `# couche 2`, `Hidden layer`, as texts write it above the weights and biases of each layer. */
const heading = onFirstUse(
  () =>
    /(?<![\p{L}\d_])(?:(?:layer|couche)[ \t]*[#№(]?[ \t]*(\d{1,4})|(?:hidden|output|first|second|third|fourth|last|final)[ -]layer|couche[ \t]+(?:cachée|de[ \t]+sortie)|(?:première|deuxième|seconde|troisième|dernière)[ \t]+couche)(?![\p{L}\d_])/giu,
);
const ofLayers: ReadonlySet<Role | null> = new Set(['weights', 'kernel', 'biases', 'activation'] as const);

/** Where names without a number come again under headings of layers, each with the number of its layer: `W` is `W1`. */
export function numberLayers(text: string, items: readonly Item[]): readonly Item[] {
  const roles = items.map(roleIn).filter((role) => role !== null);
  if (new Set(roles).size === roles.length) return items;
  let number: number | null = null;
  let from = 0;
  return items.map((item) => {
    const { offset, length } = item.span;
    for (const [, written] of text.slice(from, offset).matchAll(heading()))
      number = written === undefined ? (number ?? 0) + 1 : Number(written);
    from = Math.max(from, offset + length);
    if (number === null || item.kind === 'object' || item.name === null || roleIn(item) === null) return item;
    return { ...item, name: { ...item.name, text: `${item.name.text}${number}` } };
  });
}

/** What an item without a number is of a layer; null where it is none of its parts. */
function roleIn(item: Item): Role | null {
  if (item.kind === 'object' || item.name === null) return null;
  const { role, index, module } = parseName(item.name.text);
  return index === null && module === undefined && ofLayers.has(role) ? role : null;
}
