import type { Kernels } from '../../core/kernels/kernels';
import type { RunScanner } from '../../core/text/scanner/runScanner';

/** What the host has to read and evaluate texts with; without them all is computed in TypeScript. */
export interface Evaluator {
  readonly kernels?: Kernels;
  readonly scanner?: RunScanner;
}
