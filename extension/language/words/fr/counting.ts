/** `1 nombre`, `2 nombres`, `1 000 nombres`. In French, 0 takes the singular. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** A count with narrow no-break spaces between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** `1`, `1 et 2`, `1, 2 et 3`, `1, 2, 3 et 9 autres`. */
export function listed(items: readonly (string | number)[], most = 6): string {
  const shown = items.slice(0, items.length > most ? most : -1);
  const last = items.length > most ? `${counted(items.length - most, 'autre', 'autres')}` : items.at(-1);
  return items.length < 2 ? String(last ?? '') : `${shown.join(', ')} et ${last}`;
}
