/** Made by the build: `build/kernels.mjs` compiles the AssemblyScript of `core` when a bundle asks for it. */
declare module 'nabla-kernels/*.wasm' {
  export const bytes: Uint8Array<ArrayBuffer>;
}

/** All of them, which are deflated in one piece. */
declare module 'nabla-kernels/all' {
  export const relaxed: Uint8Array<ArrayBuffer>;
  export const simd: Uint8Array<ArrayBuffer>;
  export const relaxedGradient: Uint8Array<ArrayBuffer>;
  export const simdGradient: Uint8Array<ArrayBuffer>;
  export const relaxedSingle: Uint8Array<ArrayBuffer>;
  export const simdSingle: Uint8Array<ArrayBuffer>;
  export const relaxedSingleGradient: Uint8Array<ArrayBuffer>;
  export const simdSingleGradient: Uint8Array<ArrayBuffer>;
  export const scanner: Uint8Array<ArrayBuffer>;
}

/** Likewise: the bundle of `kernelThread.ts` of a host. */
declare module 'nabla-kernels/*.thread.js' {
  export const source: string;
}
