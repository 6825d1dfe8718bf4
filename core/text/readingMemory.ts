import { type Checkpoint, joiningOfArrays } from './checkpoint';
import { joiningOfRows, type RowMark } from './rowMark';
import type { SettledChoices } from './settled';
import { changeBetween, type TextChange } from './textChange';
import { type Joining, type Mark, type Place, type Track, TrackRecall } from './trackRecall';

/** Shorter texts are read anew sooner than compared. */
const shortest = 10_000;

/** What is kept of a reading: its arrays in brackets, and its tables of rows without any, by where each starts. */
interface Tracks {
  readonly arrays: Map<number, Track<Checkpoint>>;
  readonly tables: Map<number, Track<RowMark>>;
}

function noTracks(): Tracks {
  return { arrays: new Map(), tables: new Map() };
}

/**
 * What is kept of the last reading of a text that is edited, so that the next reads only what changed. Each document
 * has its own. A reading with it is the same, to the last place, as one without.
 */
export class ReadingMemory {
  private text = '';
  private settled = '';
  private tracks = noTracks();

  constructor(private readonly least = shortest) {}

  /** What to begin a reading of `text` with; null where the text is too short for it. */
  recall(text: string, choices: SettledChoices): Recall | null {
    if (text.length < this.least) return null;
    const settled = JSON.stringify(choices);
    const isSameReading = settled === this.settled;
    return new Recall(
      isSameReading ? this.tracks : noTracks(),
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
  private readonly found = noTracks();

  constructor(
    private readonly tracks: Tracks,
    private readonly change: TextChange,
    private readonly keep: (tracks: Tracks) => void,
  ) {}

  /** For the array at a place of the new text. */
  arrayAt(place: Place): TrackRecall<Checkpoint> {
    return this.recallAt(place, joiningOfArrays, this.tracks.arrays, this.found.arrays);
  }

  /** The same for a table. */
  tableAt(place: Place): TrackRecall<RowMark> {
    return this.recallAt(place, joiningOfRows, this.tracks.tables, this.found.tables);
  }

  /** The reading is whole: the next takes from it. */
  finish(): void {
    this.keep(this.found);
  }

  private recallAt<State extends Mark>(
    place: Place,
    joining: Joining<State>,
    tracks: ReadonlyMap<number, Track<State>>,
    found: Map<number, Track<State>>,
  ): TrackRecall<State> {
    const { change } = this;
    const { start } = place;
    const shift = change.newEnd - change.oldEnd;
    const old = start < change.start ? start : start >= change.newEnd ? start - shift : -1;
    const track = tracks.get(old);
    const earlier = track?.place.manner === place.manner ? track : null;
    return new TrackRecall(place, change, joining, earlier, (kept) => void found.set(start, kept));
  }
}
