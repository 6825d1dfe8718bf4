/** Made by the build: `build/kernels.mjs` compiles the AssemblyScript of `core` when a bundle asks for it. */
declare module 'nabla-kernels/*.wasm' {
  export const bytes: Uint8Array<ArrayBuffer>;
}
