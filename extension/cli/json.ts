/** One line of JSON. Primes above 2⁵³ have all their digits, as a number: JSON has integers of any size. */
export function jsonLine(result: object): string {
  return `${JSON.stringify(result).replace(/"prime":"(\d+)"/g, '"prime":$1')}\n`;
}
