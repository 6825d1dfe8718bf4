/** Made by the build: `build/kernels.mjs` compiles `core/kernels/assembly` when a bundle asks for it. */
declare module 'nabla-kernels/*.wasm' {
  export const bytes: Uint8Array<ArrayBuffer>;
}
