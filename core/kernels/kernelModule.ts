/**
 * An instance of the module that `core/kernels/assembly` is compiled to. It is made by whoever knows the
 * platform (see `build/kernels.mjs` for the two builds) and handed in: `core` needs no WebAssembly of its own.
 */
export interface KernelModule {
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** C = A B of packed blocks; see `assembly/product.ts`. Addresses in bytes. */
  product(a: number, b: number, c: number, panelsOfA: number, panelsOfB: number, depth: number): void;
  readonly tileRows: { readonly value: number };
  readonly tileColumns: { readonly value: number };
}
