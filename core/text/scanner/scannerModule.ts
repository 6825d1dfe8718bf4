/**
 * An instance of the module that `assembly` is compiled to. It is made by whoever knows the platform and handed in:
 * `core` needs no WebAssembly of its own.
 */
export interface ScannerModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Looks at so many bytes of the text in its memory, before any is read; see `assembly/module.ts`. */
  prepare(length: number, separator: number, isDecimalComma: 0 | 1): void;
  /** Reads on from the state in its memory; see `assembly/module.ts`. `base` is in UTF-16 units. */
  scan(base: number): void;
}

/** The part of the platform's `TextEncoder` that is needed. */
export interface Encoder {
  encodeInto(source: string, destination: Uint8Array): { readonly read: number; readonly written: number };
}
