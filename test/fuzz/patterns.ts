/** Texts that repeat themselves: openings without ends, ends of what never began, and lines that many notations look at. */
export const patterns: readonly string[] = [
  ...['[', '(', '{', '[[', '[1,', '[1 ', '[1;', '{"a":', '"', "'", '/*', '//', '#', '1 ', '1,', '1\n', '|'],
  ...['\n', ' ', '\t', '\t\n', ',\n', ';\n', '`', '```\n', '...', '- ', '1e', 'NaN,', '½\n', 'NA\n'],
  ...[
    'a b\n1 2\n',
    'a,b\n1,2\n',
    'a\n1\n',
    'a b c\n',
    'a;b\n',
    'a,\n',
    '0,5;1\n',
    '1;2\n',
    '"a",1\n',
    '"x" 1\n',
  ],
  ...[
    '| a |\n|---|\n',
    '|1|\n',
    '1|2\n',
    '+--+\n',
    '---\n',
    '===\n',
    '0 1\n',
    '1 2 x\n',
    'x 1\n',
    'x 1.5 2.5\n',
  ],
  ...['\\begin{pmatrix}', '\\frac{1}{2} ', '\\sqrt{', 'e^{', '$x$', '\\\\', 'W^{(1)} = '],
  ...[
    'W1 = [1 2]\n',
    'W1 = 2*',
    'b1 = 1\n',
    'x <- 1\n',
    'P(0) = ',
    'P(X=1) = 0.5\n',
    'a[0] = 1;\n',
    'f(1,2)\n',
  ],
  ...['2*', '1+', '(1+', 'sqrt(', '2^', '[1]*[', '[1 - ', '[1 2\n', '[1 2]\n\n', '9/25,', '[1:1000, '],
  ...[
    'c(',
    'c(1',
    'matrix(c(',
    'tensor(',
    'array(',
    'masked_array(',
    'OrderedDict([(',
    'KL(',
    'normal(0,1) ',
  ],
  ...['<tf.Tensor: ', '<Tensor <', 'W << 1, 2;\n', '1×2 Matrix{Float64}:\n', '2-element Vector{Float64}:\n'],
  ...['A =\n', 'A =\n\n', 'A =\n\n 1 2\n', 'ans(:,:,1) =\n', '(0 ,.,.) =\n', ', , 1\n', '1.0e+03 *\n'],
  ...['Columns 1 through 2\n', '[1] 1 2\n', '[[1]]\n', '$a\n[1] 1\n', '>>> ', 'In [1]: ', '%%MatrixMarket '],
  ...[
    '[1],[2]\n',
    '[1]\n',
    '[1] ',
    '{1,2}\n',
    '(1,2)\n',
    'c(1,2)\n',
    'tensor([1])\n',
    '[null]\n',
    '[1/2]\n',
    '],[',
  ],
  ...[
    '50%\n',
    '1€\n',
    '1kg\n',
    '1,a\n',
    '(1+2)\n',
    '2*pi\n',
    '2^3\n',
    '1−2\n',
    '1.2.3.4\n',
    '2*[1 2]\n',
    '[1]/2\n',
  ],
  ...[
    'y: 1\n',
    'b1: [1]\n',
    '"relu"\n',
    'P(0) = Q(0) = ',
    'a = {b: 1}\n',
    '{a: 1, b: [2, 3]}\n',
    'w:\n',
    'zeros(3)\n',
  ],
  // What random patterns of the signs of all notations found to take the square of the length, or very long.
  ...['iP(X=1)', 'x1 = 1:3', 'matrix(c(<', '+[[.sum(\n', 'x1 = P(a', 'array(\\left[', "array(π'of`+-E["],
  ...['x=1 2 ', '"\\', 'KL(shape=exp(<-', 'dtype=H(2\n', 'W1&c(dtype=normal(0,1)π\n', '1:3\n'],
  ...['x\n', 'a: 1\n', 'a: [1\n', 'a:\n', 'a:\n- 1\n', '- a\n', '- 1\na\n', '- [1, 2]\n', '"a": 1,'],
  ...['\u001b[32m1\u001b[0m ', '\u001b]', 'layer 1: W = [1]\n', 'W of layer 1: [1]\n'],
  ...[
    '  a b\nr 1 2\n',
    '   2000 2001\na   1.5   2.5\n',
    'u g\nv s\n0 1\n',
    ' x\n',
    'r 1.5\n  2.5\n',
    '4 6 \n1.5 2.5 \n',
  ],
  ...[
    ',2000,2001\na,1,2\n',
    '"","3"\n"4",5\n',
    '\\pmatrix{1 & 2 \\cr ',
    '(Matrix2d() << 1, 2, ',
    'Matrix2::new(1, ',
    '{(1/2)*',
  ],
];

/** Of each kind a piece of what people have open, to be repeated. */
export const pieces: Readonly<Record<string, string>> = {
  prose:
    'The gradient of the loss, which we saw in chapter 3, is small: about 0.5 in the first epoch.\nIt’s the rate (see 12) that decides — not the weights. “Why?”\n\n',
  'one line of prose': 'the network is in the weights and loss of an epoch with a rate of 42% and value ',
  'a program':
    'export function mean(values: readonly number[]): number {\n  let sum = 0; // of all\n  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;\n  return values.length === 0 ? NaN : sum / values.length;\n}\n\n',
  'a minified program':
    'function a(e,t){for(var n=0,r=[];n<e.length;n++)r.push(e[n]*t[n%2]),n>3&&(r[0]+=.5);return{x:r,y:[1,2].map(o=>o*2)}}var b=(e)=>e?.z??0;',
  'a log':
    '2026-11-30 12:01:07,123 INFO [worker-3] epoch=12 loss=0.4312 acc: 0.871 lr=1e-3\n2026-11-30 12:01:08,006 WARN [worker-7] retry 2/5: connection reset\n',
  'a table with words': 'id,name,city,score\n17,Ada,"Paris, France",0.731\n18,Karl,Bonn,0.5\nnote,a,b,c\n',
  Markdown:
    '# Head\n\n- item one\n* a list of 3 things\n1. first\n\n```py\nx = [1, 2]\n```\n\n| a | b |\n|---|---|\n| 1 | x |\n\nSome *text* with `code`.\n> quote 5\n',
  records: '{"level":"info","time":1764504000,"values":[0.5,0.25],"name":"w"}\n',
};

/** Texts of very many outcomes with names, in the forms that they have. */
export const namedOutcomes: Readonly<Record<string, (length: number) => string>> = {
  'in JSON': (length) =>
    `{"p": {${outcomes(length / 2, '"a#": 0.25, ')}}, "q": {${outcomes(length / 2, '"a#": 0.5, ')}}}`,
  'in another order': (length) =>
    `P = {${outcomes(length / 2, "'a#': 0.25, ")}}\nQ = {'b': 0, ${outcomes(length / 2, "'a#': 0.5, ")}}`,
  'line by line': (length) => outcomes(length, 'P(a#) = 0.25\n'),
  'in a table': (length) => `name,p,q\n${outcomes(length, 'a#,0.25,0.5\n')}`,
};

/** A part over and over, each with another number for its `#`. */
function outcomes(length: number, part: string): string {
  return Array.from({ length: Math.floor(length / (part.length + 4)) }, (_, index) =>
    part.replace('#', String(index)),
  ).join('');
}

export function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** A part over and over, with its numbers counted up, so that no two lines are alike. */
export function counting(part: string, length: number): string {
  const parts: string[] = [];
  let number = 0;
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? 1)
    parts.push(part.replace(/\d+/g, () => `${++number % 997}`));
  return parts.join('').slice(0, length);
}

/** All patterns in turn, a few times each, in an order that only the seed decides. */
export function mixture(seed: number, length: number): string {
  let state = seed;
  const parts: string[] = [];
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    parts.push(repeated(patterns[state % patterns.length] ?? '', 1 + ((state >> 8) % 40)));
  }
  return parts.join('').slice(0, length);
}
