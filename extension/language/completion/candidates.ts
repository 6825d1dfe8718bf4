import { families, findFamily } from '../../../core/divergence/families';
import type { Family, Parameter } from '../../../core/divergence/families/family';
import { activations, findActivation } from '../../../core/network/activations';
import type { ParameterSpec } from '../../../core/network/activations/activation';
import { dialects } from '../../../core/network/dialects';
import { findLoss, losses } from '../../../core/network/losses';
import { findOptimizer, optimizers } from '../../../core/network/training/optimizers';
import { dtypes } from '../../../core/numeric/dtype';
import { constants, functionNames } from '../../../core/text/densityExpression';
import type { Words } from '../words/words';
import type { CompletionPlace } from './place';

/** Something that could be written, and what a person would want to know of it. */
export interface Candidate {
  readonly label: string;
  readonly kind: 'name' | 'key' | 'word';
  /** A formula, or the values that it takes. */
  readonly detail?: string;
  readonly documentation?: string;
  /** Written in place of the label. */
  readonly insert?: string;
}

/** What could stand at a place. */
export function candidatesAt(place: CompletionPlace, words: Words): readonly Candidate[] {
  switch (place.kind) {
    case 'value':
      return valuesOf(place.key, place.owner, words);
    case 'key':
      return keysOf(place.owner, place.siblings, words).filter(({ label }) => !place.siblings.has(label));
    case 'argument': {
      const family = findFamily(place.callee).found;
      return family === null ? [] : family.parameters.map((parameter) => argument(parameter, family));
    }
    case 'word':
      return families.map((family) => ({ ...familyCandidate(family, words), insert: `${family.name}(` }));
  }
}

function valuesOf(key: string, owner: string | null, words: Words): readonly Candidate[] {
  switch (key === 'name' ? owner : key) {
    case 'activation':
      return activations.map((one) => named(one, words));
    case 'loss':
      return losses.map((one) => named(one, words));
    case 'optimizer':
      return optimizers.map((one) => named(one, words));
    case 'family':
      return families.map((family) => familyCandidate(family, words));
    case 'reduction':
      return [...new Set(losses.flatMap(({ reductions }) => reductions))].map((name) => ({
        label: name,
        kind: 'word',
      }));
    case 'dialect':
      return dialects.map((name) => ({
        label: name,
        kind: 'word',
        detail: words.problems.frameworkName(name),
      }));
    case 'dtype':
      return dtypes.map((name) => ({ label: name, kind: 'word' }));
    case 'density':
      return densityWords;
    default:
      return [];
  }
}

/** What an expression of a density may call and name. */
const densityWords: readonly Candidate[] = [
  ...functionNames.map(
    (name) => ({ label: name, kind: 'name', detail: `${name}(x)`, insert: `${name}(` }) as const,
  ),
  ...Object.keys(constants).map(
    (name) => ({ label: name, kind: 'word', detail: String(constants[name]) }) as const,
  ),
];

const topKeys = [
  'layers',
  'input',
  'target',
  'loss',
  'reduction',
  'learningRate',
  'optimizer',
  'dialect',
  'dtype',
  'gradient',
  'p',
  'q',
  'base',
] as const;
const layerKeys = ['weights', 'kernel', 'biases', 'activation', 'dialect'] as const;
const measureKeys = ['family', 'density', 'support'] as const;

function keysOf(
  owner: string | null,
  siblings: ReadonlyMap<string, string>,
  { completion }: Words,
): readonly Candidate[] {
  const keys = (names: readonly (keyof typeof completion.keys)[]) =>
    names.map((label): Candidate => ({ label, kind: 'key', documentation: completion.keys[label] }));
  const nameKey: Candidate = { label: 'name', kind: 'key' };
  const name = siblings.get('name') ?? '';
  switch (owner) {
    case null:
      return keys(topKeys);
    case 'layers':
      return keys(layerKeys);
    case 'activation':
      return [nameKey, ...(findActivation(name).found?.parameters ?? []).map(specCandidate)];
    case 'loss':
      return [nameKey, ...(findLoss(name).found?.parameters ?? []).map(specCandidate)];
    case 'optimizer':
      return [nameKey, ...(findOptimizer(name).found?.parameters ?? []).map(specCandidate)];
    case 'p':
    case 'q': {
      const family = findFamily(siblings.get('family') ?? '').found;
      return [
        ...keys(measureKeys),
        ...(family?.parameters ?? []).map(
          ({ name: label, symbol }): Candidate => ({ label, kind: 'key', detail: symbol.plain }),
        ),
      ];
    }
    default:
      return [];
  }
}

type Named = Readonly<Record<'name' | 'plain' | 'source', string>>;

function named({ name, plain, source }: Named, { completion }: Words): Candidate {
  return { label: name, kind: 'name', detail: completion.formula(plain), documentation: source };
}

function familyCandidate({ name, density, parameters, source }: Family, { completion }: Words): Candidate {
  const call = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
  return {
    label: name,
    kind: 'name',
    detail: completion.formula(density.plain),
    documentation: `${call}\n\n${source}`,
  };
}

function specCandidate({ name, default: value, domain, words }: ParameterSpec): Candidate {
  const standard = words?.[value] ?? String(value);
  return { label: name, kind: 'key', detail: `${words?.join(' | ') ?? domain} (${standard})` };
}

function argument({ name, symbol }: Parameter, { density }: Family): Candidate {
  return { label: name, kind: 'key', detail: symbol.plain, documentation: density.plain, insert: `${name}=` };
}
