/** The survey that names the measures of the long table, by the number of its table. */
export function survey(table: number): string {
  return `S.-H. Cha, Comprehensive Survey on Distance/Similarity Measures between Probability Density Functions, 2007, table ${table}`;
}
