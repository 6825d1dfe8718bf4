// What the module of products in float32 exports. Its memory is its own, of a fixed size, as that of `module.ts`.
export { product } from './product';
export { tileColumns, tileRows } from './tile';
