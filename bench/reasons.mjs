// Why goals are missed, found by profiling: what the table says beside a missed one, and nothing beside a reached one.

/** The first whose pattern is in a figure's name speaks for it. @type {readonly (readonly [RegExp, string])[]} */
const reasons = [
  [
    /Nabla on two threads over the better of PyTorch/,
    'it is timed by the clock, so another program on one of the two processors is waited for; the chunks of a gradient alone would end in 0.51 to 0.52 of the time of one thread',
  ],
  [
    /^Gradient.*PyTorch/,
    'a register of WebAssembly holds two doubles, one of OpenBLAS four or eight: here products run at 84 to 90 % of what two can do on a quiet machine, at 88 to 95 % without packing; activations take 3 to 5 % of the time; with 5 × 1024 neurons, on a busy machine, fetching each of the three matrices of a product takes 5 to 8 %',
  ],
  [
    /^Gradient.*onnxruntime-web/,
    'a register of WebAssembly holds four of its numbers and two of ours, and its weights are half the bytes: run by run it is 0.91 to 1.09 × with 5 × 1024 neurons; in float32, which a document can ask for, half of that',
  ],
  [
    /^(KL|Entropy) of 100,000,000 outcomes: Nabla’s time/,
    'numbers come from memory at 0.6 ns each, and copying a block into the module does not hide that behind its 3 ns of arithmetic, as a loop over the arrays does',
  ],
  [
    /^Reading 17-digit numbers: Nabla’s time/,
    'a third of the time finds where numbers stand and a third what they come to, about 10 ns a number each: WebAssembly has no product of 128 bits, and takes four for it; the rest is bytes made of the text and numbers copied into fresh memory. Run by run it is 0.70 to 0.84 × that of JSON.parse',
  ],
  [
    /^Reading .* numbers: most memory/,
    'a number and its place take 9 bytes; the rest is what the engine allocates meanwhile for itself: run by run it is 0 to 18',
  ],
  [
    /^Panel: from the choice/,
    'VS Code takes about 300 ms until the page of a new panel begins; then the script is fetched in 80 and runs for 90, its question is answered in 45, and the network is drawn in 60',
  ],
  [
    /^Activation of the client/,
    'the same code came to 13 to 30 ms within one afternoon: the host compiles 48 kB and tells the window of all commands and providers, while the window’s own processes want the same two processors',
  ],
  [
    /^First hover/,
    'a window that nobody used before, as here, has nothing of the server compiled: it takes 250 ms of the processor from its start to its first answer, about 200 where Node has kept that; the language client is loaded before it',
  ],
  [
    /^Later hovers/,
    'VS Code asks every provider and waits for the last; the server takes 8 to 20 ms for the second answer, before what it runs is optimised',
  ],
  [
    /^Command line: most memory/,
    'of the file’s size the text takes 1.00, doubles 1.27 and their places 0.16, and Node that does nothing 0.48, nearly all of it pages of its own program: 2.91. Our code loaded takes 0.14, evaluating 0.06, the rest is V8’s',
  ],
  [
    /^Command line/,
    'Node takes a third of it and more; the rest loads what reads and evaluates, compiled before where Node keeps it. The processor runs at two speeds: the same call took 90 and 126 ms within ten minutes',
  ],
  [
    /^Cancelling a gradient/,
    'a step takes 8 ms of the processor, and what a thread has in hand 2; the rest had other programs',
  ],
];

/** @param {string} name Of a figure that misses its goal. */
export function reasonFor(name) {
  return reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'why has not been found yet';
}
