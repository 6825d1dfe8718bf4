import type { Kernels, Products } from './kernels';

/** Kernels with their products in float32; where they stand, `single` still makes the same of the doubles'. */
export function withSingleProducts(kernels: Kernels, products: Products): Kernels {
  return { ...kernels, ...products, dtype: 'float32', gradient: () => null };
}
