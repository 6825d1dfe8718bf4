abstract class Next {
  /** Nothing stands from here up to `place`. */
  private from = 0;
  private place = -1;

  constructor(protected readonly text: string) {}

  protected abstract find(at: number): number;

  /** The end of the text where there is none. */
  after(at: number): number {
    if (at < this.from || at > this.place) {
      const found = this.find(at);
      this.place = found < 0 ? this.text.length : found;
      this.from = at;
    }
    return this.place;
  }
}

/** Where a mark stands next in a text, found by going over the text once, however often it is asked from a first place on. */
export class NextMark extends Next {
  constructor(
    text: string,
    private readonly mark: string,
  ) {
    super(text);
  }

  protected find(at: number): number {
    return this.text.indexOf(this.mark, at);
  }
}

/** The same of a unit of which something holds. */
export class NextUnit extends Next {
  constructor(
    text: string,
    private readonly holds: (unit: number) => boolean,
  ) {
    super(text);
  }

  protected find(start: number): number {
    let at = start;
    while (at < this.text.length && !this.holds(this.text.charCodeAt(at))) at++;
    return at;
  }
}

/** The same of a stretch that a pattern with the flag g finds: where it begins. */
export class NextMatch extends Next {
  /** Where it ends. */
  end = -1;

  constructor(
    text: string,
    private readonly pattern: RegExp,
  ) {
    super(text);
  }

  protected find(at: number): number {
    this.pattern.lastIndex = at;
    const match = this.pattern.exec(this.text);
    this.end = match === null ? this.text.length : this.pattern.lastIndex;
    return match?.index ?? -1;
  }
}
