import type { PrintVerdict } from '../../../core/divergence/printers/compare';
import type { Convention, Printer } from '../../../core/divergence/printers/printer';
import type { WireNumber } from '../wire';

/** What calls of other libraries print for the shown P and Q. */
export interface WouldPrintQuestion {
  readonly topic: 'wouldPrint';
}

export interface WouldPrintRow {
  readonly tool: Printer['tool'];
  readonly call: string;
  /** One, or one an outcome: the first of them. */
  readonly values: readonly WireNumber[];
  /** How many there are. */
  readonly count: number;
  readonly verdict: PrintVerdict;
  /** By definition, in the unit of the tool; after normalising where a sum is not one. */
  readonly definition: WireNumber | null;
  readonly conventions: readonly Convention[];
  /** The same in sentences. */
  readonly sentences: readonly string[];
  readonly versions: string;
  readonly known: Printer['known'];
  readonly link: string;
}

export interface WouldPrintAnswer {
  readonly rows: readonly WouldPrintRow[];
}
