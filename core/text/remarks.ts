/** How often something was to be said of the text, also where it had been said before. */
export interface Remarks {
  readonly said: number;
  /** Of these only the first is told: numbers that are not finite, and truth values. */
  readonly notFinite: number;
  readonly truthValues: number;
}

export const noRemarks: Remarks = { said: 0, notFinite: 0, truthValues: 0 };

/**
 * What there is to say at `to` of a reading that has said `now` where another had said `from`. Null where something is
 * said in between that this one has to say itself.
 */
export function carriedRemarks(now: Remarks, from: Remarks, to: Remarks): Remarks | null {
  if (to.said !== from.said) return null;
  const notFinite = to.notFinite - from.notFinite;
  const truthValues = to.truthValues - from.truthValues;
  if ((notFinite > 0 && now.notFinite === 0) || (truthValues > 0 && now.truthValues === 0)) return null;
  return {
    said: now.said,
    notFinite: now.notFinite + notFinite,
    truthValues: now.truthValues + truthValues,
  };
}
