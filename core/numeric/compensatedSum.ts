/**
 * A running sum with Neumaier's compensation: its error stays near one rounding, however many terms.
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
 */
export class CompensatedSum {
  private sum = 0;
  private compensation = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.compensation +=
      Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  /** The sum so far. Infinities and NaN come through as plain addition gives them. */
  get value(): number {
    const corrected = this.sum + this.compensation;
    return Number.isNaN(corrected) ? this.sum : corrected;
  }
}
