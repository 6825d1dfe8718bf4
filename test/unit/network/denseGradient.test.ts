import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import type { DenseGradient } from '../../../core/kernels/denseGradient';
import { planAt } from '../../../core/kernels/gradientLayout';
import type { Kernels } from '../../../core/kernels/kernels';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createMatrix } from '../../../core/matrix';
import type { BoundActivation } from '../../../core/network/activations/activation';
import { gelu } from '../../../core/network/activations/gelu';
import { identity } from '../../../core/network/activations/identity';
import { relu } from '../../../core/network/activations/relu';
import { sigmoid } from '../../../core/network/activations/sigmoid';
import { softmax } from '../../../core/network/activations/softmax';
import { softplus } from '../../../core/network/activations/softplus';
import { tanh } from '../../../core/network/activations/tanh';
import { parameterGradientSteps } from '../../../core/network/backward';
import { createDenseGradient } from '../../../core/network/denseGradient';
import { passSteps } from '../../../core/network/forward';
import { crossEntropy } from '../../../core/network/losses/crossEntropy';
import { halfSquaredError } from '../../../core/network/losses/halfSquaredError';
import type { BoundLoss, Target } from '../../../core/network/losses/loss';
import { mseLoss } from '../../../core/network/losses/mseLoss';
import { lossOf } from '../../../core/network/lossPass';
import type { Network } from '../../../core/network/network';
import { finish } from '../../../core/steps';
import { compilerTimeout, gradientBuilds } from '../kernels/gradientBuilds';

declare const WebAssembly: WebAssemblyEngine;

const bound = (activation: BoundActivation['activation'], parameters = {}): BoundActivation => ({
  activation,
  parameters,
});
const activations: readonly BoundActivation[] = [
  bound(identity),
  bound(relu),
  bound(sigmoid),
  bound(tanh),
  bound(softplus, { beta: 1, threshold: Number.POSITIVE_INFINITY }),
  bound(softplus, { beta: 2, threshold: 20 }),
  bound(gelu, { approximate: 0 }),
];
const losses: readonly BoundLoss[] = [
  { loss: halfSquaredError, reduction: 'sum', parameters: {}, lists: {} },
  { loss: halfSquaredError, reduction: 'mean', parameters: {}, lists: {} },
  { loss: mseLoss, reduction: 'mean', parameters: {}, lists: {} },
];

/** Numbers between −1 and 1 that look random. */
function createNumbers(seed: number): (count: number) => Float64Array {
  let state = seed;
  return (count) =>
    Float64Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 31 - 1;
    });
}

interface Case {
  readonly network: Network;
  readonly input: { readonly rows: number; readonly columns: number; readonly values: Float64Array };
  readonly target: Target;
}

interface Choice {
  readonly widths: readonly number[];
  readonly samples: number;
  readonly activation: number;
  readonly loss: number;
  readonly seed: number;
}

function caseOf({ widths, samples, activation, loss, seed }: Choice): Case {
  const numbers = createNumbers(seed);
  const layers = widths.slice(1).map((fanOut, layer) => ({
    weights: createMatrix(fanOut, widths[layer], numbers(fanOut * widths[layer])),
    biases: (seed + layer) % 3 === 0 ? null : numbers(fanOut),
    activation: activations[(activation + layer) % activations.length],
  }));
  const outputs = widths[widths.length - 1];
  return {
    network: { layers, loss: losses[loss], learningRate: 0.1, optimizer: null },
    input: createMatrix(samples, widths[0], numbers(samples * widths[0])),
    target: { form: 'rows', rows: createMatrix(samples, outputs, numbers(samples * outputs)) },
  };
}

/** Loss and gradient by the general path in TypeScript. */
function byTwin({ network, input, target }: Case): { loss: number; gradient: readonly Float64Array[] } {
  const passes = finish(passSteps(network.layers, input, typescriptKernels));
  const gradients = finish(parameterGradientSteps(network, input, passes, target, typescriptKernels));
  return {
    loss: lossOf(network, passes[passes.length - 1], target),
    gradient: gradients.flatMap(({ weights, biases }) =>
      biases === null ? [weights.values] : [weights.values, biases],
    ),
  };
}

/** Sums of the same terms in other orders, of numbers near 1: far above rounding, far below any fault. */
const tolerance = 1e-12;

function assertClose(found: DenseGradient['gradient'], wanted: readonly Float64Array[]): void {
  const largest = wanted.reduce((size, array) => array.reduce((a, b) => Math.max(a, Math.abs(b)), size), 1);
  assert.deepEqual(
    found.map(({ length }) => length),
    wanted.map(({ length }) => length),
  );
  for (const [index, array] of wanted.entries()) {
    const bad = array.findIndex((value, i) => !(Math.abs(found[index][i] - value) <= tolerance * largest));
    assert.equal(bad, -1, `array ${index}, entry ${bad}: ${found[index][bad]}, not ${array[bad]}`);
  }
}

const width = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 70 }));
const choices = fc.record({
  widths: fc.array(width, { minLength: 2, maxLength: 4 }),
  samples: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 250, max: 300 })),
  activation: fc.integer({ min: 0, max: activations.length - 1 }),
  loss: fc.integer({ min: 0, max: losses.length - 1 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

describe('the gradient of a network in one memory', () => {
  /** Of each build that this host knows. */
  let builds: readonly Kernels[];

  before(async function () {
    this.timeout(compilerTimeout);
    builds = (await gradientBuilds()).map((bytes) =>
      createKernels(WebAssembly, [], { builds: [bytes], threads: null }),
    );
    assert.ok(builds.length > 0);
  });

  function assertLikeTwin(one: Case): void {
    const wanted = byTwin(one);
    for (const kernels of builds) {
      const prepared = createDenseGradient(one.network, one.input, one.target, kernels);
      if (prepared === null) continue;
      for (const run of [() => finish(prepared.steps()), prepared.atOnce]) {
        if (run === null) continue;
        for (const array of prepared.gradient) array.fill(Number.NaN);
        const loss = run();
        assert.ok(
          Math.abs(loss - wanted.loss) <= tolerance * Math.max(1, wanted.loss),
          `${loss}, ${wanted.loss}`,
        );
        assertClose(prepared.gradient, wanted.gradient);
      }
    }
  }

  it('is that of the general path, whatever the sizes, activations and losses', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(choices, (choice) => assertLikeTwin(caseOf(choice))),
      { numRuns: 150 },
    );
  });

  it('is that of the general path where sums are longer than a block, and edges fill no tile', function () {
    this.timeout(60_000);
    const rest = { activation: 4, loss: 0, seed: 7 };
    assertLikeTwin(caseOf({ ...rest, widths: [1203, 97, 3], samples: 13 }));
    assertLikeTwin(caseOf({ ...rest, widths: [65, 521, 66, 1], samples: 31 }));
    assertLikeTwin(caseOf({ ...rest, widths: [5, 3, 2], samples: 20_001 }));
    assertLikeTwin(caseOf({ ...rest, widths: [70, 300, 130, 9], samples: 777 }));
  });

  it('has room for the constants of its module before the plan', async () => {
    for (const bytes of await gradientBuilds()) {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      const { exports } = new WebAssembly.Instance(
        new WebAssembly.Module(bytes) as never,
        { env: { memory } } as never,
      );
      const { constantsEnd } = exports as { readonly constantsEnd: { readonly value: number } };
      assert.ok(constantsEnd.value <= planAt, `${constantsEnd.value}`);
    }
  });

  it('takes other parameters, and writes the same bits at every run', () => {
    const one = caseOf({ widths: [17, 30, 4], samples: 40, activation: 2, loss: 0, seed: 3 });
    for (const kernels of builds) {
      const prepared = createDenseGradient(one.network, one.input, one.target, kernels);
      assert.ok(prepared !== null);
      const before = finish(prepared.steps());
      const first = prepared.gradient.map((array) => array.slice());
      prepared.parameters[0].fill(0.25);
      assert.notEqual(finish(prepared.steps()), before);
      prepared.parameters[0].set(one.network.layers[0].weights.values);
      assert.equal(finish(prepared.steps()), before);
      assert.deepEqual(prepared.gradient, first);
    }
  });

  it('lets NaN and infinities through, and keeps them in their rows', () => {
    const one = caseOf({ widths: [7, 9, 9, 3], samples: 12, activation: 0, loss: 0, seed: 5 });
    one.network.layers[0].weights.values[8] = Number.NaN;
    one.network.layers[1].weights.values[80] = Number.POSITIVE_INFINITY;
    const wanted = byTwin(one);
    for (const kernels of builds) {
      const prepared = createDenseGradient(one.network, one.input, one.target, kernels);
      assert.ok(prepared !== null);
      assert.equal(finish(prepared.steps()), wanted.loss);
      for (const [index, array] of wanted.gradient.entries()) {
        for (const [i, value] of array.entries())
          assert.equal(Number.isFinite(prepared.gradient[index][i]), Number.isFinite(value));
      }
    }
  });

  it('pauses in long work, and takes short work in one call', () => {
    const kernels = builds[0];
    const long = caseOf({ widths: [500, 500, 500], samples: 200, activation: 0, loss: 0, seed: 1 });
    const prepared = createDenseGradient(long.network, long.input, long.target, kernels);
    assert.ok(prepared !== null);
    assert.equal(prepared.atOnce, null);
    const steps = prepared.steps();
    let pauses = 0;
    while (steps.next().done !== true) {
      pauses++;
      assert.ok(prepared.progress() > 0 && prepared.progress() < 1);
    }
    assert.ok(pauses > 2);
    assert.equal(prepared.progress(), 1);
  });

  it('is left to the general path where layers mix or the loss takes classes of few samples', () => {
    const one = caseOf({ widths: [4, 4], samples: 2, activation: 0, loss: 0, seed: 1 });
    const [layer] = one.network.layers;
    const mixing = { ...one.network, layers: [{ ...layer, activation: bound(softmax) }] };
    const classes = {
      ...one.network,
      loss: {
        loss: crossEntropy,
        reduction: 'mean',
        parameters: { ignore_index: -100, label_smoothing: 0 },
        lists: {},
      },
    } as const;
    for (const kernels of [...builds, typescriptKernels]) {
      assert.equal(createDenseGradient(mixing, one.input, one.target, kernels), null);
      const target = { form: 'classes', classes: Int32Array.of(1, 2) } as const;
      assert.equal(createDenseGradient(classes, one.input, target, kernels), null);
    }
    assert.equal(createDenseGradient(one.network, one.input, one.target, typescriptKernels), null);
  });
});
