/**
 * An instance of the module that `core/kernels/assembly` is compiled to. It is made by whoever knows the
 * platform (see `build/kernels.mjs` for the two builds) and handed in: `core` needs no WebAssembly of its own.
 */
export interface KernelModule {
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** C = A B of packed blocks; see `assembly/product.ts`. Addresses in bytes. */
  product(a: number, b: number, c: number, panelsOfA: number, panelsOfB: number, depth: number): void;
  /** φ and φ′ of `count` doubles, an even number; see `assembly/activations.ts`. */
  sigmoid(from: number, value: number, slope: number, count: number): void;
  tanh(from: number, value: number, slope: number, count: number): void;
  softplus(from: number, value: number, slope: number, count: number): void;
  readonly tileRows: { readonly value: number };
  readonly tileColumns: { readonly value: number };
}
