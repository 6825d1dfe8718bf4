/**
 * Writes out every loop `for (let turn: usize = 0; turn < 8; turn++) { … }` of a source, as so many blocks with 0, 1, 2 …
 * in place of `turn`: what is a number there can be part of an address. `break` leaves all of them, as it leaves the loop.
 * @param {string} source In AssemblyScript, formatted.
 */
export function writeOutTurns(source) {
  return source.replace(
    /^( *)for \(let turn: usize = 0; turn < (\d+); turn\+\+\) \{\n(.*?)^\1\}$/gms,
    (_, _indent, /** @type {string} */ count, /** @type {string} */ body) => {
      const turns = Array.from({ length: Number(count) }, (_, turn) => body.replace(/\bturn\b/g, `${turn}`));
      return `do {\n${turns.map((one) => `{\n${one}}\n`).join('')}} while (false);`;
    },
  );
}
