import { c } from './c';
import { json, nablaJson } from './json';
import { julia } from './julia';
import { latex } from './latex';
import { mathematica } from './mathematica';
import { matrixMarket } from './matrixMarket';
import { maxima } from './maxima';
import { octave } from './octave';
import { pari } from './pari';
import { numpy, python, torch } from './python';
import { r } from './r';
import { csv, csvDecimalComma, markdown, plain, tsv } from './tables';
import type { Writer } from './writer';
import { yaml } from './yaml';

/** In the order in which they are offered. */
export const writers: readonly Writer[] = [
  nablaJson,
  json,
  python,
  numpy,
  torch,
  octave,
  julia,
  r,
  mathematica,
  maxima,
  pari,
  latex,
  c,
  csv,
  csvDecimalComma,
  tsv,
  plain,
  markdown,
  matrixMarket,
  yaml,
];

export function findWriter(name: string): Writer | null {
  return writers.find((writer) => writer.name === name) ?? null;
}
