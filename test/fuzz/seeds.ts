import { readFileSync } from 'node:fs';

interface Case {
  readonly document: unknown;
}

function documentsOf(file: string): readonly string[] {
  const cases = JSON.parse(
    readFileSync(new URL(`../oracle/${file}`, import.meta.url), 'utf8'),
  ) as readonly Case[];
  return cases.map(({ document }) => (typeof document === 'string' ? document : JSON.stringify(document)));
}

/** Longer texts would take most of the time and show little that shorter ones do not. */
const longest = 2_000;

const written = [
  '[1/3, 2*pi; sqrt(2), -log(2)]',
  '2*[1 2; 3 4]/3',
  'A =\n\n  1.0e+03 *\n\n   0.0010   1/4\n   0.0020   0.0020\n',
  'id,w\n1,0.5\n2,0.25',
  'V1 V2\n1 0.5 2\n2 1.5 3',
  '0,5;1,25\n2,5;3,5',
  '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>',
  'matrix(1:6, 2)\narray([], shape=(0, 3))',
  '{"layers":[{"weights":[[0.1,"2/3"],[3,4]],"biases":[1,2],"activation":{"name":"leaky_relu","negative_slope":0.1}}],"input":[1,2],"target":[1,0]}',
  '{"p":["9/25","12/25","4/25"],"q":["1/3","1/3","1/3"],"base":2}',
  'W1 = [1 2; 3 4]\nb1 = [5; 6]\nW2 = [7 8]\nb2 = 9\nactivation = softplus\nx = [1; 2]\ny = 3',
  'P(0) = 9/25\nP(1) = 16/25\nQ(0) = 1/2\nQ(1) = 1/2',
  'KL(normal(0, 1) || laplace(0, 2))',
  '\u001b[1mW\u001b[0m = [\u001b[32m0.5\u001b[0m, 2]',
  'Layer 1: W = [1 2] b = 3\nLayer 2: W = [4] b = 5',
];

/** Texts of every kind that are read, the prints of real tools among them. */
export function seeds(files: readonly string[]): readonly string[] {
  return [...written, ...files.flatMap(documentsOf)].filter(({ length }) => length <= longest);
}
