// @ts-nocheck: its packages are installed when the measurements first run, and are not there for the compiler.
// onnxruntime-web in WebAssembly, float32, one thread. It does not derive: the graph has the way back written out.

import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

/** Fields of protocol buffers. @param {number} value @returns {number[]} */
function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

const number = (field, value) => Buffer.from([...varint(field * 8), ...varint(value)]);
const block = (field, ...parts) => {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
};

const float = 1;
const int64 = 7;

const tensor = (name, dims, type, data) =>
  block(
    5,
    ...dims.map((dim) => number(1, dim)),
    number(2, type),
    block(8, name),
    block(9, Buffer.from(data.buffer)),
  );
const value = (field, name, dims) => {
  const shape = block(2, ...dims.map((dim) => block(1, number(1, dim))));
  return block(field, block(1, name), block(2, block(1, number(1, float), shape)));
};
const node = (operator, inputs, output, attributes = {}) =>
  block(
    1,
    ...inputs.map((name) => block(1, name)),
    block(2, output),
    block(4, operator),
    ...Object.entries(attributes).map(([name, whole]) =>
      block(5, block(1, name), number(3, whole), number(20, 2)),
    ),
  );

/** @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem */
function modelOf({ layers, samples }) {
  const last = layers.length;
  const parts = [tensor('axis', [1], int64, BigInt64Array.of(0n))];
  parts.push(value(11, 'o0', [samples, layers[0].fanIn]), value(11, 'y', [samples, layers[last - 1].fanOut]));
  for (const [index, { fanIn, fanOut, weights, biases }] of layers.entries()) {
    const l = index + 1;
    parts.push(tensor(`W${l}`, [fanOut, fanIn], float, Float32Array.from(weights)));
    parts.push(tensor(`b${l}`, [fanOut], float, Float32Array.from(biases)));
    parts.push(node('Gemm', [`o${index}`, `W${l}`, `b${l}`], `s${l}`, { transB: 1 }));
    parts.push(node('Softplus', [`s${l}`], `o${l}`), node('Sigmoid', [`s${l}`], `slope${l}`));
    parts.push(value(12, `gW${l}`, [fanOut, fanIn]), value(12, `gb${l}`, [fanOut]));
  }
  parts.push(node('Sub', [`o${last}`, 'y'], `g${last}`));
  for (let l = last; l > 0; l--) {
    parts.push(node('Mul', [`g${l}`, `slope${l}`], `d${l}`));
    parts.push(node('Gemm', [`d${l}`, `o${l - 1}`], `gW${l}`, { transA: 1 }));
    parts.push(node('ReduceSum', [`d${l}`, 'axis'], `gb${l}`, { keepdims: 0 }));
    if (l > 1) parts.push(node('MatMul', [`d${l}`, `W${l}`], `g${l - 1}`));
  }
  return Buffer.concat([number(1, 8), block(8, number(2, 13)), block(7, block(2, 'gradient'), ...parts)]);
}

/** @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem */
export async function prepare(problem) {
  const { layers, samples, input, target } = problem;
  const session = await ort.InferenceSession.create(modelOf(problem), { executionProviders: ['wasm'] });
  const feeds = {
    o0: new ort.Tensor('float32', Float32Array.from(input), [samples, layers[0].fanIn]),
    y: new ort.Tensor('float32', Float32Array.from(target), [samples, target.length / samples]),
  };
  return async () => (await session.run(feeds)).gW1.data;
}
