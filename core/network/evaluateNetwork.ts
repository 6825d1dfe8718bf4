import type { FailedStudy } from '../failedStudy';
import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import { hasError, type Problem } from '../problem';
import type { Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import { type BackwardPass, backwardSteps } from './backward';
import { createNetwork } from './createNetwork';
import { findingsSteps } from './diagnosis/findings';
import { type EdgeCheck, edgeCheckSteps, withVerdict } from './edgeCheck';
import { exactDifference } from './exact/exactCheck';
import { exactNetworkSteps } from './exact/exactNetwork';
import { type LayerPass, passSteps } from './forward';
import { gradientCheckSteps } from './gradientCheck';
import { compareClaim } from './gradientClaim';
import { hitKinkSteps } from './hitKinks';
import type { KinkRule } from './kinkRule';
import { nothingCounted, outputDomainSteps } from './lossDomain';
import type { Target } from './losses/loss';
import { lossGradientOf, lossOf } from './lossPass';
import type { Network } from './network';
import type { GradientCheck, LayerTrace, NetworkStudy } from './networkStudy';
import { orientationSteps } from './otherOrientation';
import { backwardOverflowSteps, forwardOverflowSteps } from './overflow';
import { reductionAudit } from './reductionAudit';
import { resolveInput, targetOf } from './samples';
import { type Products, productProblems, productsSteps } from './secondOrder/products';
import { unreducedSteps } from './unreduced';

/** What a network's text means, in numbers: as far as it can be computed, and why no further. */
export function* evaluateNetworkSteps(
  reading: NetworkReading,
  kernels: Kernels,
  kinkRule: KinkRule = 'least-magnitude',
): Steps<NetworkStudy | FailedStudy> {
  const created = createNetwork(reading, kinkRule);
  const problems = merge(reading.problems, created.problems);
  const { network } = created;
  if (network === null || problems.some(breaksTheLayers)) return { kind: 'error', reading, problems };
  if (reading.input === null) return drawing(reading, network, problems);

  const input = resolveInput(reading.input, network.layers[0].weights.columns);
  if (input.value === null) {
    return { kind: 'error', reading, problems: merge(problems, input.problems) };
  }
  const passes = yield* passSteps(network.layers, input.value, kernels);
  const width = passes[passes.length - 1].output.columns;
  const target = created.lossIsKnown
    ? targetOf(reading, network, input.value, width)
    : { value: null, problems: [] };
  const outside =
    target.value === null
      ? null
      : yield* outputDomainSteps(reading, network, passes[passes.length - 1].output);
  const compared = outside === null ? target.value : null;
  const { output } = passes[passes.length - 1];
  const misfits = productProblems(reading, network, input.value, output);
  const ofTarget = [...target.problems, ...(outside === null ? [] : [outside])];
  const found = merge(problems, [...ofTarget, ...misfits]);
  const kinks = yield* hitKinkSteps(reading, network, passes, compared);
  const overflow = yield* forwardOverflowSteps(reading, network, input.value, passes);
  const forward = { reading, network, input: input.value, passes };
  const all = merge(found, overflow === null ? kinks : [overflow, ...kinks]);
  const study = yield* studySteps(forward, compared, all, kernels);
  const taken = { output: passes[passes.length - 1].output, loss: study.loss };
  const open = yield* orientationSteps(reading, network, input.value, compared, taken, kernels);
  return open === null ? study : { ...study, problems: [...study.problems, open] };
}

interface Forward {
  readonly reading: NetworkReading;
  readonly network: Network;
  readonly input: Matrix;
  readonly passes: readonly LayerPass[];
}

function* studySteps(
  forward: Forward,
  target: Target | null,
  problems: readonly Problem[],
  kernels: Kernels,
): Steps<NetworkStudy> {
  const { reading, network, input, passes } = forward;
  const exact = yield* exactNetworkSteps(reading, network);
  const products = yield* givenProductsSteps(forward, kernels);
  const base = {
    kind: 'network',
    reading,
    network,
    samples: input.rows,
    input,
    exact,
    ...(products === null ? {} : { products }),
  } as const;
  if (target === null) {
    const layers = traces(passes, null);
    const findings = yield* findingsSteps(reading, network, input, layers, kernels);
    const all = merge(problems, findings);
    return { ...base, layers, loss: null, gradients: null, inputGradient: null, check: null, problems: all };
  }
  const last = passes[passes.length - 1];
  const { output } = last;
  const loss = lossOf(network, last, target);
  const losses = network.loss.reduction === 'none' ? yield* unreducedSteps(network, last, target) : null;
  const backward = yield* backwardSteps(network, input, passes, target, kernels);
  const { gradients, inputGradient } = backward;
  const differences = yield* gradientCheckSteps(network, input, target, gradients, kernels);
  const ofLoss = lossGradientOf(network, last, target);
  const edges = yield* edgeCheckSteps({ network, input, passes, target, ofLoss }, gradients);
  const check = withEngines(differences, exactDifference(gradients, exact), edges);
  const { claim, problems: mismatches } = compareClaim(reading, gradients, inputGradient);
  const overflow =
    nothingCounted(reading, network, target) ??
    (yield* backwardOverflowSteps(reading, output, loss, gradients));
  const layers = traces(passes, backward);
  const findings = yield* findingsSteps(reading, network, input, layers, kernels);
  const later = overflow === null ? mismatches : [...mismatches, overflow];
  return {
    ...base,
    layers,
    loss,
    ...(losses === null ? {} : { losses }),
    conventions: reductionAudit(network.loss, output, target),
    gradients,
    inputGradient,
    check,
    ...(claim === null ? {} : { claim }),
    problems: merge(withVerdict(problems, edges), [...later, ...findings]),
  };
}

/** Null where the text gives nothing to multiply Jacobians with. */
function* givenProductsSteps(
  { reading, network, input, passes }: Forward,
  kernels: Kernels,
): Steps<Products | null> {
  if (reading.direction === undefined && reading.covector === undefined) return null;
  return yield* productsSteps(reading, { network, input, layers: traces(passes, null), kernels });
}

/** One verdict of differences, of exact arithmetic, and of the chain rule edge by edge. */
function withEngines(
  check: GradientCheck | null,
  difference: number | null,
  edges: EdgeCheck | null,
): GradientCheck | null {
  if (check === null) return null;
  const isRefuted = (difference ?? 0) > check.tolerance || edges?.verdict === 'not-admissible';
  return {
    ...check,
    verdict: isRefuted ? 'disagree' : check.verdict,
    ...(difference === null ? {} : { exactDifference: difference }),
    ...(edges === null ? {} : { edges }),
  };
}

function traces(passes: readonly LayerPass[], backward: BackwardPass | null): readonly LayerTrace[] {
  return passes.map((pass, layer) => ({
    ...pass,
    outputGradient: backward?.outputGradients[layer] ?? null,
    preActivationGradient: backward?.preActivationGradients[layer] ?? null,
  }));
}

/** Without an input there is only the picture of the network. */
function drawing(reading: NetworkReading, network: Network, problems: readonly Problem[]): NetworkStudy {
  return {
    kind: 'network',
    reading,
    network,
    samples: 0,
    input: null,
    layers: [],
    loss: null,
    gradients: null,
    inputGradient: null,
    check: null,
    problems,
  };
}

/** An error that leaves the layers and the input whole still lets the forward pass be shown. */
function breaksTheLayers(problem: Problem): boolean {
  if (!hasError([problem])) return false;
  switch (problem.code) {
    case 'unknown-loss':
    case 'unknown-optimizer':
    case 'target-domain':
    case 'output-domain':
    case 'gradient-mismatch':
      return false;
    case 'parameter-domain':
      return false;
    case 'length-mismatch':
      return !['target', 'gradient', 'direction', 'covector', 'parameter'].includes(problem.data.what);
    default:
      return true;
  }
}

/** Both lists without saying one thing twice: the reader may have found some of it already. */
function merge(first: readonly Problem[], second: readonly Problem[]): readonly Problem[] {
  return [...first, ...second.filter((problem) => !first.some((said) => isSame(said, problem)))];
}

function isSame(a: Problem, b: Problem): boolean {
  if (a.code !== b.code || a.code === 'kink') return false;
  const aEnd = a.span.offset + a.span.length;
  const bEnd = b.span.offset + b.span.length;
  return a.span.offset < bEnd && b.span.offset < aEnd;
}
