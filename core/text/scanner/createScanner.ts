import type { WebAssemblyEngine } from '../../kernels/createKernels';
import { RunScanner } from './runScanner';
import type { Encoder, ScannerModule } from './scannerModule';

/** A scanner whose module is compiled, in about a millisecond, when a text is first long enough to want it. */
export function createScanner(
  engine: WebAssemblyEngine,
  bytes: Uint8Array<ArrayBuffer>,
  encoder: Encoder,
): RunScanner {
  return new RunScanner(() => {
    try {
      const { exports } = new engine.Instance(new engine.Module(bytes) as never);
      return exports as ScannerModule;
    } catch {
      // A content policy refuses to compile: then texts are read as short ones are.
      return null;
    }
  }, encoder);
}
