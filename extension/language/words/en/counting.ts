/** `1 number`, `2 numbers`, `1,000 numbers`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A count with commas between thousands. */
export function grouped(count: number): string {
  // toLocaleString would load the locale data first, which takes longer than all else here.
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1`, `1 and 2`, `1, 2 and 3`, `1, 2, 3 and 9 more`. */
export function listed(items: readonly (string | number)[], most = 6): string {
  if (items.length > most) {
    return `${items.slice(0, most).join(', ')} and ${grouped(items.length - most)} more`;
  }
  const last = items.at(-1);
  return items.length < 2 ? String(last ?? '') : `${items.slice(0, -1).join(', ')} and ${last}`;
}
