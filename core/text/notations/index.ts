import { borderedTable } from './borderedTable';
import { delimited } from './delimited';
import { eigen } from './eigen';
import { headedRows } from './headedRows';
import { juliaPrint } from './juliaPrint';
import { labelledRows, series } from './labelledRows';
import { latexMatrix } from './latexMatrix';
import { markdownTable } from './markdownTable';
import { matrixMarket } from './matrixMarket';
import type { NotationReader } from './notation';
import { octavePrint } from './octavePrint';
import { octaveSparse } from './octaveSparse';
import { pages } from './pages';
import { printedTable } from './printedTable';
import { rExpression } from './rExpression';
import { ruledRows } from './ruledRows';
import { rVector } from './rVector';
import { shapedCall } from './shapedCall';
import { namedTensors, stateDict } from './stateDict';
import { wrappedArray } from './wrapped';
import { yamlList } from './yaml';

/** The likelier first: the first that recognises a text, and reads it, has it. */
const readers: readonly NotationReader[] = [
  matrixMarket,
  markdownTable,
  borderedTable,
  pages,
  octaveSparse,
  octavePrint,
  juliaPrint,
  rVector,
  ruledRows,
  printedTable,
  delimited,
  headedRows,
  labelledRows,
  series,
  yamlList,
  latexMatrix,
  rExpression,
  shapedCall,
  stateDict,
  namedTensors,
  wrappedArray,
  eigen,
];

export const lineReaders: readonly NotationReader[] = readers.filter(({ begins }) => begins === 'line');
export const valueReaders: readonly NotationReader[] = readers.filter(({ begins }) => begins === 'value');
