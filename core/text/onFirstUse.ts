/**
 * An expression that is made when it is first asked for. Each `\p{L}` in one takes a tenth of a millisecond to make, and
 * those of all notations together a tenth of what a first answer takes, which needs hardly any of them.
 */
export function onFirstUse(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= make());
}
