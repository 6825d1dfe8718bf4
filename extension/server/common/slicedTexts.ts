import type { TextSliceParams } from '../../protocol/requests';

interface Arriving {
  readonly slices: string[];
  complete: boolean;
}

/** Texts that were too large for one message, from their first slice until somebody takes them. */
export interface SlicedTexts {
  add(slice: TextSliceParams): void;
  /** The whole text, forgotten here from now on; undefined where it has not arrived whole. */
  take(textId: string): string | undefined;
}

export function createSlicedTexts(): SlicedTexts {
  const texts = new Map<string, Arriving>();
  return {
    add({ textId, index, last, text }) {
      // A client that gives a text up replaces it by nothing.
      if (index === 0 && last && text === '') {
        texts.delete(textId);
        return;
      }
      const arriving = index === 0 ? { slices: [], complete: false } : texts.get(textId);
      if (arriving === undefined || arriving.slices.length !== index) {
        texts.delete(textId);
        return;
      }
      arriving.slices.push(text);
      arriving.complete = last;
      texts.set(textId, arriving);
    },
    take(textId) {
      const arriving = texts.get(textId);
      texts.delete(textId);
      return arriving?.complete === true ? arriving.slices.join('') : undefined;
    },
  };
}
