import { hasError, type Problem, type Span } from '../problem';
import type { Steps } from '../steps';
import { arraysOf, readAssignedNetwork, readChainedNetwork, shapesChain } from './assignedNetwork';
import { readBareDistribution } from './bareDistribution';
import { leaveOut, withNamedBeside, withTermsBeside } from './besideObject';
import { openBracket } from './characters';
import { isClaimed, orientClaim } from './claimedGradient';
import {
  type ContinuousParts,
  checkOutcomes,
  type DistributionParts,
  hasContinuous,
  namesForm,
  readAssignedDistribution,
  readCalledDistribution,
  readJsonContinuous,
  readJsonDistribution,
  readLabelledDistribution,
} from './distribution';
import { isExported, readExported } from './exported';
import { readWhole } from './exported/members';
import type { ArrayItem, Item } from './items';
import type { JsonMember, JsonObject } from './json';
import { isActivationDocument, readJsonActivation } from './jsonActivation';
import { itemsOfObject } from './jsonItems';
import { isLossDocument, readJsonLoss } from './jsonLoss';
import { readJsonNetwork } from './jsonNetwork';
import { membersByRole } from './jsonValues';
import { joinOutcomes } from './labelledOutcomes';
import { numberLayers } from './layerHeadings';
import { assignedLoss, networkOfLoss } from './lossAlone';
import { joinEntries } from './matrixEntries';
import type { MeasureCall } from './measureCall';
import { parseName } from './names';
import { assembleNetwork } from './network';
import type { NetworkParts } from './networkParts';
import { notationOf } from './notation';
import { orientParts } from './orientation';
import { nameOutcomes } from './outcomeNames';
import { printedDigits } from './precision';
import type { ActivationReading, FailedReading, Notation, NumberArray, ReadAs, Reading } from './reading';
import { joinRows, readRecords } from './records';
import { reshape, unite } from './shapes';
import type { Source } from './source';
import { spelledValue } from './spelling';
import { splitDistributions } from './tableColumns';
import { unreadActivation } from './unreadActivation';
import { areEntries } from './writtenOneByOne';

/** What was found in the text, and how it was asked for. */
export interface Findings {
  readonly source: Source;
  readonly items: readonly Item[];
  /** How many selections the items come from. */
  readonly selections: number;
  readonly as: ReadAs;
  readonly span: Span;
  /** Divergences and entropies that the text asks of what it names. */
  readonly calls?: readonly MeasureCall[];
}

/** Decides what the items of a text are together: a network, a distribution, matrices, or none of these. */
export function* interpret(findings: Findings): Steps<Reading> {
  const { source } = findings;
  const objects = findings.items.filter((item) => item.kind === 'object').map(({ object }) => object);
  const [first, second] = objects;
  if (first === undefined) return yield* interpretItems(findings, findings.items);
  const object =
    objects.every((layer) => isLayer(layer, source.text)) && findings.as !== 'matrix'
      ? networkOf(objects)
      : first;
  if (object === first && (second !== undefined || isOnlyRecord(source.text, first))) {
    const isTable = findings.as !== 'network' && objects.length === findings.items.length;
    const table = isTable ? readRecords(source, objects) : null;
    if (table !== null) {
      source.notation = 'json';
      return yield* interpretItems({ ...findings, items: [table] }, [table]);
    }
    if (second !== undefined) {
      const { offset, length } = second.span;
      source.reportSyntax('trailing', offset, offset + length);
    }
  }
  const beside = findings.items.filter((item) => item.kind !== 'object');
  const members = membersByRole(object);
  const inJson = { ...findings, span: object.span };
  if (object.members.length === 0) {
    const { offset, length } = object.span;
    source.report('empty', offset, offset + length, { what: 'document' });
    return fail(inJson, 'nabla-json');
  }
  const asked = findings.as;
  if (isExported(object) && asked !== 'distribution' && asked !== 'matrix') {
    const parts = yield* readExported(source, object);
    if (parts === null) return fail(inJson, 'json');
    return finishNetwork(inJson, 'json', withTermsBeside(source, parts, beside));
  }
  if (members.has('layers') && asked !== 'distribution' && asked !== 'matrix') {
    const parts = readJsonNetwork(source, object);
    if (parts === null) return fail(inJson, 'nabla-json');
    return finishNetwork(inJson, 'nabla-json', withTermsBeside(source, parts, beside));
  }
  const isNamed = members.has('p') || members.has('q');
  if (isNamed && !namesForm(object) && asked !== 'network' && asked !== 'matrix') {
    leaveOut(source, beside);
    if (hasContinuous(object)) {
      const parts = readJsonContinuous(source, object);
      return parts === null
        ? fail(inJson, 'nabla-json')
        : finishContinuous({ ...inJson, items: findings.items }, 'nabla-json', parts);
    }
    const parts = yield* readJsonDistribution(source, object);
    return parts === null ? fail(inJson, 'nabla-json') : finishDistribution(inJson, 'nabla-json', parts);
  }
  if (asked === 'distribution' && !namesForm(object) && !hasError(source.problems)) {
    const parts = yield* readLabelledDistribution(source, yield* readWhole(source, object.span));
    if (parts !== null) {
      leaveOut(source, beside);
      return finishDistribution(inJson, 'json', parts);
    }
  }
  if ((asked === 'auto' || asked === 'network') && isActivationDocument(object)) {
    leaveOut(source, beside);
    const parts = readJsonActivation(source, object);
    return parts === null ? fail(inJson, 'nabla-json') : finishActivation(inJson, 'nabla-json', parts);
  }
  if ((asked === 'auto' || asked === 'network') && isLossDocument(object)) {
    leaveOut(source, beside);
    const parts = yield* readJsonLoss(source, object);
    return parts === null ? fail(inJson, 'nabla-json') : finishNetwork(inJson, 'nabla-json', parts);
  }
  return yield* interpretItems(inJson, withNamedBeside(source, yield* itemsOfObject(source, object), beside));
}

/** No more blanks stand between a bracket and what it holds. */
const longestGap = 200;

/** Whether an object is the one element of a list, which may be the row of a table, `[{"a": 1, "b": 2}]`. */
function isOnlyRecord(text: string, { members, span }: JsonObject): boolean {
  const end = span.offset + span.length;
  const before = text.slice(Math.max(0, span.offset - longestGap), span.offset);
  return (
    members.length > 1 &&
    members.some(({ role }) => role === null) &&
    before.trimEnd().endsWith('[') &&
    text
      .slice(end, end + longestGap)
      .trimStart()
      .startsWith(']')
  );
}

function isLayer(object: JsonObject, text: string): boolean {
  if (isExported(object)) return false;
  const members = membersByRole(object);
  if (members.has('input') || members.has('layers')) return false;
  const isMore = members.has('biases') || members.has('activation');
  return (
    (members.has('weights') || members.has('kernel')) &&
    (isMore || !object.members.some((member) => isOtherArray(member, text)))
  );
}

/** Under a name of its own, `{"W": …, "A2": …}`, another matrix is no part of a layer. */
function isOtherArray({ role, value }: JsonMember, text: string): boolean {
  return role === null && value.type === 'other' && text.charCodeAt(value.span.offset) === openBracket;
}

/** Layers that were selected without the network around them. */
function networkOf(layers: readonly JsonObject[]): JsonObject {
  const span = layers.map((layer) => layer.span).reduce(unite);
  const value = { type: 'list', items: layers, span } as const;
  const member = { key: 'layers', keySpan: { ...span, length: 0 }, role: 'layers', value } as const;
  return { type: 'object', members: [member], hasScalars: false, span };
}

function* interpretItems(findings: Findings, found: readonly Item[]): Steps<Reading> {
  const { source, as, selections } = findings;
  // However many there are, nothing is made of them.
  if (hasError(source.problems))
    return fail(findings, source.notation ?? notationOf(findings.items, source.text));
  const given = numberLayers(source.text, found);
  const items =
    as === 'matrix' || as === 'network'
      ? given
      : nameOutcomes(source.text, joinOutcomes(splitDistributions(source.text, given)));
  const notation = source.notation ?? notationOf(findings.items, source.text);
  const arrays = items.filter((item) => item.kind === 'array');
  const unnamed = arrays.filter(({ name }) => name === null);
  if (arrays.length === 0) return fail(findings, notation, 'numbers');
  const printed = printedDigits(
    source.text,
    arrays.map(({ array }) => array),
  );
  if (printed !== null) {
    const { decimals, halfUnit } = printed;
    source.choices.push({ rule: 'printed-digits', decimals, halfUnit });
  }

  const makeNetwork = (parts: NetworkParts) => {
    reportDuplicates(source, items);
    const { layers, gradient } = parts;
    for (const { array, span } of joinEntries(items).items.filter(isBeside)) {
      const isTaken =
        layers.some((layer) => layer.span === span) || (gradient !== undefined && isClaimed(array, gradient));
      if (!isTaken) source.leftOut.addArray(array);
    }
    return finishNetwork(findings, notation, parts);
  };
  const makeDistribution = (parts: DistributionParts) => {
    reportDuplicates(source, items);
    return finishDistribution(findings, notation, parts);
  };
  const lossTerms = as === 'auto' || as === 'network' ? assignedLoss(items) : null;
  if (lossTerms !== null) {
    const parts = networkOfLoss(source, lossTerms);
    const { output, target } = lossTerms;
    leaveOut(
      source,
      arrays.filter(({ array }) => array !== output && array !== target),
    );
    return parts === null ? fail(findings, notation) : finishNetwork(findings, notation, parts);
  }
  if (as === 'network') {
    const layers = unnamed.length > 0 ? unnamed : arrays.filter(isUnknown);
    const parts =
      readAssignedNetwork(items) ?? (layers.length > 0 ? readChainedNetwork(items, layers) : null);
    return parts === null ? fail(findings, notation, 'network') : makeNetwork(parts);
  }
  if (as === 'distribution') {
    const parts =
      (yield* readCalledDistribution(source, items, findings.calls)) ??
      (yield* readAssignedDistribution(source, items)) ??
      (yield* readBareDistribution(source, arrays, selections));
    return parts === null ? fail(findings, notation, 'distribution') : makeDistribution(parts);
  }
  if (as === 'auto') {
    const called = yield* readCalledDistribution(source, items, findings.calls);
    if (called !== null) return makeDistribution(called);
    const network = networkByItself(items, unnamed);
    if (network !== null) return makeNetwork(network);
    const distribution =
      (yield* readAssignedDistribution(source, items)) ??
      (selections === 2 && arrays.length === 2
        ? yield* readBareDistribution(source, arrays, selections)
        : null);
    if (distribution !== null && distribution.p.numbers.values.length > 1)
      return makeDistribution(distribution);
    // Numbers by themselves under names are any program's.
    if (unnamed.length === 0 && !arrays.some(hasSeveral)) {
      const areWeights = areEntries(arraysOf(items, 'weights'));
      return fail(findings, notation, areWeights ? 'matrix' : 'numbers');
    }
  }
  const joined = selections === 1 ? joinRows(source, arrays) : null;
  if (joined === null) return finishMatrices(findings, notation, arrays);
  const item = { kind: 'array', name: null, array: joined, form: null, span: joined.span } as const;
  return finishMatrices(findings, notation, [item]);
}

function hasSeveral({ array, form }: ArrayItem): boolean {
  return array.values.length > 1 || form !== null;
}

/** A name that comes twice leaves open which of its values is meant. */
function reportDuplicates(source: Source, items: readonly Item[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind === 'object' || item.name === null) continue;
    const { role, index, module } = parseName(item.name.text);
    const id = `${role} ${module ?? index}`;
    const { offset, length } = item.name.span;
    if (role !== null && seen.has(id)) source.reportSyntax('duplicate-key', offset, offset + length);
    seen.add(id);
  }
}

function isUnknown({ name }: ArrayItem): boolean {
  return name === null || parseName(name.text).role === null;
}

/** An array that is no part of a network, unless it is one of its layers without a name. */
function isBeside(item: Item): item is ArrayItem {
  return item.kind === 'array' && (item.name === null || !isOfNetwork(item));
}

/** Named weights with anything of a network beside them, or matrices without names whose shapes chain. */
function networkByItself(items: readonly Item[], unnamed: readonly ArrayItem[]): NetworkParts | null {
  const named = readAssignedNetwork(items);
  if (named !== null) {
    const count = joinEntries(items).items.filter(isOfNetwork).length;
    return count >= 2 ? named : null;
  }
  const distribution = arraysOf(items, 'p').length + arraysOf(items, 'q').length > 0;
  return !distribution && shapesChain(unnamed) ? readChainedNetwork(items, unnamed) : null;
}

function isOfNetwork(item: Item): boolean {
  if (item.kind === 'object' || item.name === null) return false;
  const { role } = parseName(item.name.text);
  return role !== null && role !== 'p' && role !== 'q' && role !== 'base';
}

function finishNetwork(findings: Findings, notation: Notation, parts: NetworkParts): Reading {
  const { source } = findings;
  // Shapes of numbers that could not all be read would only repeat the fault.
  if (hasError(source.problems)) return fail(findings, notation);
  source.noteLeftOut();
  const oriented = orientParts(source, parts);
  const assembled = assembleNetwork(oriented);
  const isUnread = parts.matrixText && parts.layers.every(({ activation }) => activation === null);
  const unread = isUnread ? unreadActivation(source.text, findings.span) : [];
  const problems = [...source.problems, ...assembled.problems, ...unread];
  if (assembled.problems.some(({ code }) => code === 'syntax')) {
    return fail(findings, notation, undefined, problems);
  }
  const { layers, input, target, choices } = assembled;
  const { loss, reduction, learningRate, optimizer, gradient, direction, covector, dialect, dtype } = parts;
  return {
    ...base(findings, notation, problems),
    kind: 'network',
    layers,
    input,
    target,
    loss,
    reduction,
    learningRate,
    ...(optimizer === undefined ? {} : { optimizer }),
    ...(gradient === undefined
      ? {}
      : { gradient: parts.matrixText ? orientClaim(gradient, layers) : gradient }),
    ...(direction === undefined ? {} : { direction }),
    ...(covector === undefined ? {} : { covector }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(dtype === undefined ? {} : { dtype }),
    ...(oriented.isOrientationOpen === true ? { isOrientationOpen: true } : {}),
    choices: [...source.choices, ...choices],
  };
}

function finishDistribution(findings: Findings, notation: Notation, parts: DistributionParts): Reading {
  const { source } = findings;
  if (hasError(source.problems)) return fail(findings, notation);
  source.noteLeftOut();
  const problems = [...source.problems, ...checkOutcomes(parts)];
  const { p, q, base: logarithmBase, baseSpan, alpha, joint, rows, choices } = parts;
  return {
    ...base(findings, notation, problems),
    kind: 'distribution',
    p,
    q,
    base: logarithmBase,
    ...(baseSpan === undefined ? {} : { baseSpan }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(joint === undefined ? {} : { joint }),
    ...(rows === undefined ? {} : { rows }),
    choices: [...source.choices, ...choices],
  };
}

export function finishContinuous(findings: Findings, notation: Notation, parts: ContinuousParts): Reading {
  const { source } = findings;
  if (hasError(source.problems)) return fail(findings, notation);
  return {
    ...base(findings, notation, source.problems),
    kind: 'continuous',
    ...parts,
    choices: source.choices,
  };
}

export function finishActivation(
  findings: Findings,
  notation: Notation,
  parts: Pick<ActivationReading, 'choice' | 'input' | 'inputNames'>,
): Reading {
  const { source } = findings;
  if (hasError(source.problems)) return fail(findings, notation);
  return {
    ...base(findings, notation, source.problems),
    kind: 'activation',
    ...parts,
    choices: source.choices,
  };
}

function finishMatrices(findings: Findings, notation: Notation, arrays: readonly ArrayItem[]): Reading {
  const { problems, choices } = findings.source;
  if (hasError(problems)) return fail(findings, notation);
  findings.source.noteLeftOut();
  const [only, ...others] = arrays;
  // A state dict is one of named arrays, also where it has only one.
  if (only !== undefined && others.length === 0 && notation !== 'torch-state-dict') {
    return {
      ...base(findings, notation, problems),
      kind: 'matrix',
      array: columnOfJulia(only, notation),
      ...(only.name === null ? {} : { name: only.name }),
      choices,
    };
  }
  const named = arrays.map(({ name, array }) => ({
    name: name?.text ?? '',
    nameSpan: name?.span ?? { offset: array.span.offset, length: 0 },
    array,
  }));
  return {
    ...base(findings, notation, problems),
    kind: 'matrices',
    arrays: named,
    choices: [...choices, { rule: 'named-arrays' }],
  };
}

/** Julia's vector, with commas, is a column; with blanks the same numbers are a matrix of one row. */
function columnOfJulia({ array, form }: ArrayItem, notation: Notation): NumberArray {
  if (notation !== 'julia' || array.shape.length !== 1) return array;
  const { length } = array.values;
  return reshape(array, form === null || form.commas || length < 2 ? [length, 1] : [1, length]);
}

/** Nothing can be made of the text. Where no reader said why, what was expected is named. */
export function fail(
  findings: Findings,
  notation: Notation,
  expected?: string,
  problems: readonly Problem[] = findings.source.problems,
): FailedReading {
  const { source, span, items } = findings;
  let found = problems;
  if (!hasError(problems)) {
    const { offset, length } = items[0]?.span ?? firstToken(source.text, span);
    const reason = items.length > 0 ? 'unexpected-type' : 'unexpected-token';
    source.reportSyntax(reason, offset, offset + length, expected ?? 'numbers');
    found = source.problems;
  }
  return {
    ...base({ ...findings, items: [] }, notation, found),
    kind: 'error',
    meant: source.meant,
    choices: [],
  };
}

function firstToken(text: string, span: Span): Span {
  const slice = text.slice(span.offset, span.offset + Math.min(span.length, 1000));
  // Inside brackets it is the first entry that is wrong, and not the bracket.
  const inside = /^\s*[\w.]*\s*[[({][[({\s]*(?=[^\s[({\])}])/.exec(slice)?.[0].length ?? 0;
  if (inside === 0) {
    const token = /\S+/.exec(slice);
    return { offset: span.offset + (token?.index ?? 0), length: token?.[0].length ?? 0 };
  }
  const tokens = [...slice.slice(inside).matchAll(/[^\s,;[\](){}]+/g)];
  const token = tokens.find(([written]) => spelledValue(written) === null) ?? tokens[0];
  return { offset: span.offset + inside + (token?.index ?? 0), length: token?.[0].length ?? 0 };
}

function base(findings: Findings, notation: Notation, problems: readonly Problem[]) {
  const { source, items, span } = findings;
  const spans = items.map((item) => item.span);
  const sorted = [...problems].sort((one, other) => one.span.offset - other.span.offset);
  return {
    text: source.text,
    notation,
    span: spans.length > 0 ? spans.reduce(unite) : span,
    alternatives: source.alternatives,
    problems: sorted,
  };
}
