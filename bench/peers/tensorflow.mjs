// @ts-nocheck: its packages are installed when the measurements first run, and are not there for the compiler.
// TensorFlow.js in WebAssembly with SIMD, and in plain JavaScript: float32 is all that it has.

import * as tf from '@tensorflow/tfjs';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';

setThreadsCount(1);

/**
 * @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem
 * @param {'wasm' | 'cpu'} backend
 */
export async function prepare({ layers, samples, input, target }, backend) {
  await tf.setBackend(backend);
  const parameters = layers.flatMap(({ weights, biases, fanIn, fanOut }) => [
    tf.tensor2d(Float32Array.from(weights), [fanOut, fanIn]),
    tf.tensor1d(Float32Array.from(biases)),
  ]);
  const x = tf.tensor2d(Float32Array.from(input), [samples, input.length / samples]);
  const y = tf.tensor2d(Float32Array.from(target), [samples, target.length / samples]);
  const gradient = tf.grads((/** @type {any[]} */ ...values) => {
    let o = x;
    for (let i = 0; i < values.length; i += 2) {
      o = tf.softplus(tf.add(tf.matMul(o, values[i], false, true), values[i + 1]));
    }
    return tf.mul(0.5, tf.sum(tf.square(tf.sub(o, y))));
  });
  return () => {
    const gradients = gradient(parameters);
    const first = gradients.map((one) => one.dataSync())[0];
    for (const one of gradients) one.dispose();
    return first;
  };
}

/** To be awaited before a turn. @param {'wasm' | 'cpu'} backend */
export function use(backend) {
  return tf.setBackend(backend);
}
