import { createAssemblyProducts } from './assemblyProducts';
import type { KernelModule } from './kernelModule';
import type { Kernels } from './kernels';
import { createRowFunction } from './rowFunction';
import { typescriptKernels } from './typescriptKernels';
import { createVectorFunction } from './vectorFunction';
import { createVectorMemory } from './vectorMemory';
import { createVectorReductions } from './vectorReductions';

/** The kernels over a compiled module; small products stay with the twin in TypeScript. */
export function createAssemblyKernels(module: KernelModule): Kernels {
  const vectors = createVectorMemory(module);
  const vectorFunctions = {
    exp: createVectorFunction(vectors, 'exp'),
    log: createVectorFunction(vectors, 'log'),
    erf: createVectorFunction(vectors, 'erf'),
    sigmoid: createVectorFunction(vectors, 'sigmoid'),
    tanh: createVectorFunction(vectors, 'tanh'),
    softplus: createVectorFunction(vectors, 'softplus'),
  };
  const rowFunctions = {
    softmax: createRowFunction(vectors, 'softmax'),
    logSoftmax: createRowFunction(vectors, 'logSoftmax'),
  };
  return {
    dtype: 'float64',
    ...createAssemblyProducts(module, typescriptKernels, 'float64'),
    columnSums: typescriptKernels.columnSums,
    vectorFunction: (name) => vectorFunctions[name],
    rowFunction: (name) => rowFunctions[name],
    ...createVectorReductions(vectors),
    gradient: typescriptKernels.gradient,
    single: typescriptKernels.single,
  };
}
