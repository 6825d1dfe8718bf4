import { ArrayRecall, type ArrayTrack, type Place } from './arrayRecall';
import type { SettledChoices } from './settled';
import { changeBetween, type TextChange } from './textChange';

/** Shorter texts are read anew sooner than compared. */
const shortest = 10_000;

/**
 * What is kept of the last reading of a text that is edited, so that the next reads only what changed. Each document
 * has its own. A reading with it is the same, to the last place, as one without.
 */
export class ReadingMemory {
  private text = '';
  private settled = '';
  private tracks: ReadonlyMap<number, ArrayTrack> = new Map();

  constructor(private readonly least = shortest) {}

  /** What to begin a reading of `text` with; null where the text is too short for it. */
  recall(text: string, choices: SettledChoices): Recall | null {
    if (text.length < this.least) return null;
    const settled = JSON.stringify(choices);
    const isSameReading = settled === this.settled;
    return new Recall(
      isSameReading ? this.tracks : new Map(),
      changeBetween(isSameReading ? this.text : '', text),
      (tracks) => {
        this.text = text;
        this.settled = settled;
        this.tracks = tracks;
      },
    );
  }
}

/** What one reading takes from the last, and leaves to the next. */
export class Recall {
  private readonly found = new Map<number, ArrayTrack>();

  constructor(
    private readonly tracks: ReadonlyMap<number, ArrayTrack>,
    private readonly change: TextChange,
    private readonly keep: (tracks: ReadonlyMap<number, ArrayTrack>) => void,
  ) {}

  /** For the array at a place of the new text. */
  arrayAt(place: Place): ArrayRecall {
    const { change, found } = this;
    const { start } = place;
    const shift = change.newEnd - change.oldEnd;
    const old = start < change.start ? start : start >= change.newEnd ? start - shift : -1;
    const track = this.tracks.get(old) ?? null;
    const isSame = track?.place.style === place.style && track.place.declaredRow === place.declaredRow;
    return new ArrayRecall(place, change, isSame ? track : null, (kept) => void found.set(start, kept));
  }

  /** The reading is whole: the next takes from it. */
  finish(): void {
    this.keep(this.found);
  }
}
