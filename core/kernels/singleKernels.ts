import type { Kernels, Products } from './kernels';

/** Kernels with their products in float32. */
export function withSingleProducts(kernels: Kernels, products: Products): Kernels {
  const single: Kernels = {
    ...kernels,
    ...products,
    dtype: 'float32',
    gradient: () => null,
    single: () => single,
  };
  return single;
}
