import type { FailedStudy } from '../failedStudy';
import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import { roundTo } from '../numeric/dtype';
import { hasError, type Problem } from '../problem';
import type { Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import { type BackwardPass, backwardSteps } from './backward';
import { createNetwork } from './createNetwork';
import { findingsSteps } from './diagnosis/findings';
import { type EdgeCheck, edgeCheckSteps, withVerdict } from './edgeCheck';
import { exactDifference } from './exact/exactCheck';
import { type ExactNetwork, exactNetworkSteps } from './exact/exactNetwork';
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
import {
  type ClaimSlack,
  type SinglePrecision,
  singlePrecisionSteps,
  withoutLoss,
} from './single/singlePrecision';
import { resolveDtype, singleReading } from './single/singleReading';
import { unreducedSteps } from './unreduced';

/** What a network's text means, in numbers: as far as it can be computed, and why no further. */
export function* evaluateNetworkSteps(
  written: NetworkReading,
  kernels: Kernels,
  kinkRule: KinkRule = 'least-magnitude',
): Steps<NetworkStudy | FailedStudy> {
  const { dtype, problems: ofDtype } = resolveDtype(written.dtype);
  const rounded = dtype === 'float32' ? singleReading(written) : { reading: written, problems: [] };
  const { reading } = rounded;
  const created = createNetwork(reading, kinkRule);
  const ofNumbers = [...ofDtype, ...rounded.problems, ...created.problems];
  const problems = merge(reading.problems, ofNumbers);
  const { network } = created;
  if (network === null || dtype === null || problems.some(breaksTheLayers))
    return { kind: 'error', reading, problems };
  if (reading.input === null) return drawing(reading, network, problems);

  const input = resolveInput(reading.input, network.layers[0].weights.columns);
  if (input.value === null) {
    return { kind: 'error', reading, problems: merge(problems, input.problems) };
  }
  const own = dtype === 'float32' ? kernels.single() : kernels;
  const passes = yield* passSteps(network.layers, input.value, own);
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
  const overflow = yield* forwardOverflowSteps(reading, network, input.value, passes, own.dtype);
  const forward = { reading, network, input: input.value, passes };
  const all = merge(found, overflow === null ? kinks : [overflow, ...kinks]);
  const study = yield* studySteps(forward, compared, all, own, kernels);
  const taken = { output: passes[passes.length - 1].output, loss: study.loss };
  const open = yield* orientationSteps(reading, network, input.value, compared, taken, own);
  return open === null ? study : { ...study, problems: [...study.problems, open] };
}

interface Forward {
  readonly reading: NetworkReading;
  readonly network: Network;
  readonly input: Matrix;
  readonly passes: readonly LayerPass[];
}

/** The study in the numbers of `own` kernels; what proves it is in doubles, which are `kernels`. */
function* studySteps(
  forward: Forward,
  target: Target | null,
  problems: readonly Problem[],
  own: Kernels,
  kernels: Kernels,
): Steps<NetworkStudy> {
  const { reading, network, input, passes } = forward;
  const isSingle = own.dtype === 'float32';
  const exact = isSingle ? null : yield* exactNetworkSteps(reading, network);
  const products = isSingle ? null : yield* givenProductsSteps(forward, kernels);
  const base = {
    kind: 'network',
    reading,
    network,
    samples: input.rows,
    input,
    ...(exact === null ? {} : { exact }),
    ...(products === null ? {} : { products }),
  } as const;
  if (target === null) {
    const layers = traces(passes, null);
    const findings = yield* findingsSteps(reading, network, input, layers, kernels);
    const all = merge(problems, findings);
    const nothing = { loss: null, gradients: null, inputGradient: null, check: null } as const;
    return { ...base, layers, ...nothing, ...(isSingle ? { single: withoutLoss } : {}), problems: all };
  }
  const last = passes[passes.length - 1];
  const { output } = last;
  const loss = isSingle ? Math.fround(lossOf(network, last, target)) : lossOf(network, last, target);
  const losses = network.loss.reduction === 'none' ? yield* unreducedSteps(network, last, target) : null;
  yield* roundTo(own.dtype, losses?.values ?? null);
  const backward = yield* backwardSteps(network, input, passes, target, own);
  const { gradients, inputGradient } = backward;
  const proof = isSingle
    ? yield* singleProofSteps(forward, target, backward, kernels)
    : { ...(yield* checkSteps(forward, target, backward, exact, kernels)), single: null, slack: null };
  const { check, edges, single, slack } = proof;
  const { claim, problems: mismatches } = compareClaim(reading, gradients, inputGradient, slack);
  const overflow =
    nothingCounted(reading, network, target) ??
    (yield* backwardOverflowSteps(reading, output, loss, gradients, own.dtype));
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
    ...(single === null ? {} : { single }),
    ...(claim === null ? {} : { claim }),
    problems: merge(withVerdict(problems, edges), [...later, ...findings]),
  };
}

interface Checked {
  readonly check: GradientCheck | null;
  readonly edges: EdgeCheck | null;
}

/** The gradients of doubles beside all other engines. */
function* checkSteps(
  { network, input, passes }: Forward,
  target: Target,
  { gradients }: BackwardPass,
  exact: ExactNetwork | null,
  kernels: Kernels,
): Steps<Checked> {
  const differences = yield* gradientCheckSteps(network, input, target, gradients, kernels);
  const ofLoss = lossGradientOf(network, passes[passes.length - 1], target);
  const edges = yield* edgeCheckSteps({ network, input, passes, target, ofLoss }, gradients);
  const difference = exact === null ? null : exactDifference(gradients, exact);
  return { check: withEngines(differences, difference, edges), edges };
}

/**
 * Of float32: the same numbers in doubles are checked by the other engines, and float32 is held to them within what
 * rounding may do.
 */
function* singleProofSteps(
  forward: Forward,
  target: Target,
  backward: BackwardPass,
  kernels: Kernels,
): Steps<Checked & { readonly single: SinglePrecision; readonly slack: ClaimSlack }> {
  const { network, input } = forward;
  const passes = yield* passSteps(network.layers, input, kernels);
  const doubles = yield* backwardSteps(network, input, passes, target, kernels);
  const { check, edges } = yield* checkSteps({ ...forward, passes }, target, doubles, null, kernels);
  const loss = lossOf(network, passes[passes.length - 1], target);
  const compared = yield* singlePrecisionSteps(
    { ...forward, target },
    backward,
    { loss, backward: doubles },
    kernels,
  );
  const { single, slack } = compared;
  return { check: check === null ? null : withSingle(check, single), edges, single, slack };
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

/** Right where doubles are, as far as rounding allows. */
function withSingle(check: GradientCheck, { partOfBound }: SinglePrecision): GradientCheck {
  if (check.verdict !== 'agree') return check;
  if (partOfBound === null) return { ...check, verdict: 'undecided' };
  return { ...check, verdict: partOfBound <= 1 ? 'agree' : 'disagree' };
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
