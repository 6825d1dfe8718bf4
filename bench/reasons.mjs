// Why goals are missed, found by profiling: what the table says beside a missed one, and nothing beside a reached one.

/** The first whose pattern is in a figure's name speaks for it. @type {readonly (readonly [RegExp, string])[]} */
const reasons = [
  [
    /Nabla on two threads over the better of PyTorch/,
    'it is timed by the clock, so another program on one of the two processors is waited for: with six programs for each of them it was 0.96 × where it is 0.6 × alone; the chunks of a gradient alone would end in 0.51 to 0.52 of the time of one thread',
  ],
  [
    /^Gradient.*PyTorch/,
    'a register of WebAssembly holds two doubles, one of OpenBLAS four or eight. Here the products of 5 × 1024 neurons run at 86 to 90 % of what two can do where nobody else wants the core; of the whole time packing takes 4 %, waiting for panels 3 %, activations 3 %, all else that is no product 2 %. At times three instructions begin in a cycle instead of six, as where something else runs on the other half of a core: the 23 of a tile for twelve multiply-adds then take a fifth longer',
  ],
  [
    /^Gradient.*onnxruntime-web/,
    'a register of WebAssembly holds four of its numbers and two of ours, and its weights are half the bytes: with 5 × 1024 neurons it was 0.96 × on a busy machine, and run by run differs by a tenth; in float32, which a document can ask for, half of that',
  ],
  [
    /^(KL|Entropy) of 100,000,000 outcomes: Nabla’s time/,
    'copying an outcome’s two numbers from memory into the module takes 0.9 ns, more where others want the memory, and is not hidden behind its 3.5 ns of arithmetic, as a loop over the arrays hides it',
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
    'VS Code takes about 300 ms until the page of a new panel begins; then the script is fetched in 80 and runs for 50, its question is answered in 45, and the network is drawn in 60',
  ],
  [
    /^Activation of the client/,
    'the same code came to 13 to 30 ms within one afternoon: the host compiles 48 kB and tells the window of all commands and providers, while the window’s own processes want the same two processors',
  ],
  [
    /^First hover/,
    'a window that nobody used before, as here, has nothing of the server compiled: it takes 215 ms of the processor from its start to its first answer, about 180 where Node has kept that; the language client, which takes 50 more, is loaded meanwhile',
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
    'a step takes 8 ms of the processor, and what a thread has in hand 2; the rest had other programs: with six for each processor half of the gradients stopped within 30 ms, and the slowest of 25 in 174',
  ],
];

/** @param {string} name Of a figure that misses its goal. */
export function reasonFor(name) {
  return reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'why has not been found yet';
}
