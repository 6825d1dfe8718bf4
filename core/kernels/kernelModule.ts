/** φ and φ′ of `count` doubles, an even number; `slope` is 0 where none is wanted. Addresses in bytes. */
type ModuleFunction = (from: number, value: number, slope: number, count: number) => void;

/** An instance of a module that has products of packed blocks, of doubles or of float32. */
export interface ProductModule {
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** C = A B of packed blocks; see `assembly/product.ts`. Addresses in bytes. */
  product(a: number, b: number, c: number, panelsOfA: number, panelsOfB: number, depth: number): void;
  readonly tileRows: { readonly value: number };
  readonly tileColumns: { readonly value: number };
}

/**
 * An instance of the module that `core/kernels/assembly` is compiled to. It is made by whoever knows the
 * platform (see `build/kernels.mjs` for the two builds) and handed in: `core` needs no WebAssembly of its own.
 */
export interface KernelModule extends ProductModule {
  readonly exp: ModuleFunction;
  readonly log: ModuleFunction;
  readonly erf: ModuleFunction;
  readonly sigmoid: ModuleFunction;
  readonly tanh: ModuleFunction;
  readonly softplus: ModuleFunction;
  /** e^(x − shift) in the place of x, and their sum; an even number. See `assembly/exponential.ts`. */
  powers(x: number, shift: number, count: number): number;
  /**
   * Sums of `count` outcomes, a multiple of eight, each as four doubles from `result` on; zero where an outcome is
   * not in the domain. See `assembly/reductions.ts`.
   */
  sum(x: number, count: number, result: number): number;
  relativeEntropy(p: number, q: number, count: number, result: number): number;
  crossEntropy(p: number, q: number, count: number, result: number): number;
}
