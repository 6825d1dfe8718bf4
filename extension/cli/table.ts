/** Columns side by side, aligned on their right; the first, and the last where it is `lastIsText`, on its left. Two spaces between. */
export function textTable(rows: readonly (readonly string[])[], indent = '  ', lastIsText = false): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const space = ' '.repeat(widths[column] - lengthOf(cell));
        return column === 0 || (lastIsText && column === columns - 1) ? cell + space : space + cell;
      });
      return `${indent}${cells.join('  ')}`.trimEnd();
    })
    .join('\n');
}

/** In characters, as a terminal shows them. */
function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
