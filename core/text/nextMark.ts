/** Where a mark stands next in a text, found by going over the text once, however often it is asked from a first place on. */
export class NextMark {
  /** No mark stands from here up to `place`. */
  private from = 0;
  private place = -1;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** The end of the text where there is none. */
  after(at: number): number {
    if (at < this.from || at > this.place) {
      const found = this.text.indexOf(this.mark, at);
      this.place = found < 0 ? this.text.length : found;
      this.from = at;
    }
    return this.place;
  }
}
