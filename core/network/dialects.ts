import { createProblem, type Problem } from '../problem';
import type { NamedChoice, WordToken } from '../text/reading';
import type { Activation, ParameterSpec, Parameters } from './activations/activation';

export const dialects = ['pytorch', 'keras2', 'keras3', 'onnx', 'jax'] as const;
export type Dialect = (typeof dialects)[number];

/** A name that means one thing here and another there. */
interface Trap {
  readonly activation: string;
  /** Where the dialect has other defaults than PyTorch's functions, for the name as it was written. */
  defaults(name: string): Readonly<Partial<Record<Dialect, Parameters>>>;
  /** Whether the name, as it was written, leaves open which is meant. */
  isOpen(name: string): boolean;
  /** What the parameters make of the name. */
  meaning(parameters: Parameters): string;
}

/**
 * Sources: the documentation of `torch.nn`, `keras.activations` and `keras.layers.LeakyReLU`, of the
 * operators HardSigmoid, LeakyRelu and Gelu of ONNX, and of `jax.nn`.
 */
const traps: readonly Trap[] = [
  {
    activation: 'hardsigmoid',
    defaults: () => {
      const steeper = { alpha: 0.2, beta: 0.5 };
      return { keras2: steeper, onnx: steeper };
    },
    // PyTorch's spellings are hardsigmoid and Hardsigmoid.
    isOpen: (name) => /[_\s-]|S/.test(name),
    meaning: ({ alpha }) => (alpha === 0.2 ? 'min(max(0, 0.2x + 0.5), 1)' : 'min(max(0, x/6 + 1/2), 1)'),
  },
  {
    activation: 'leaky_relu',
    defaults: (name) => {
      const slope = { negative_slope: /LeakyReLU/.test(name) ? 0.3 : 0.2 };
      return { keras2: slope, keras3: slope };
    },
    isOpen: () => true,
    meaning: ({ negative_slope: slope }) => `of slope ${slope} for negative x`,
  },
  {
    activation: 'gelu',
    defaults: () => ({ jax: { approximate: 1 } }),
    isOpen: () => true,
    meaning: ({ approximate }) => (approximate === 1 ? 'the tanh approximation' : 'x Φ(x)'),
  },
  {
    // Its threshold of 20 moves a value by 2e−9 at most: worth a dialect, not a warning.
    activation: 'softplus',
    defaults: () => ({ pytorch: { threshold: 20 } }),
    isOpen: () => false,
    meaning: () => 'ln(1 + e^x)',
  },
];

/** The dialect that a text names, or the problem that there is no such one. */
export function resolveDialect(token: WordToken | undefined): {
  readonly dialect: Dialect | null;
  readonly problems: readonly Problem[];
} {
  if (token === undefined) return { dialect: null, problems: [] };
  const dialect = dialects.find((known) => known === token.word) ?? null;
  if (dialect !== null) return { dialect, problems: [] };
  const data = { owner: 'network', parameter: 'dialect', value: token.word, domain: dialects.join(', ') };
  return { dialect, problems: [createProblem('parameter-domain', token.span, data)] };
}

/** The parameters of an activation with the defaults that they have in a dialect. */
export function specsIn(
  dialect: Dialect | null,
  activation: Activation,
  name: string,
): readonly ParameterSpec[] {
  const trap = traps.find((candidate) => candidate.activation === activation.name);
  const own = dialect === null ? undefined : trap?.defaults(name)[dialect];
  if (own === undefined) return activation.parameters;
  return activation.parameters.map((spec) =>
    own[spec.name] === undefined ? spec : { ...spec, default: own[spec.name] },
  );
}

/** Says what was taken where neither a dialect nor a parameter settles what a name means. */
export function dialectProblem(
  activation: Activation,
  choice: NamedChoice,
  parameters: Parameters,
  layer: number,
): Problem | null {
  const trap = traps.find((candidate) => candidate.activation === activation.name);
  if (trap === undefined || !trap.isOpen(choice.name)) return null;
  const defaults = trap.defaults(choice.name);
  const settling = new Set(Object.values(defaults).flatMap((own) => Object.keys(own)));
  const given = [choice.parameters, choice.words ?? {}, choice.arrays ?? {}].flatMap(Object.keys);
  if (given.some((name) => settling.has(name))) return null;
  const taken = dialects.filter((dialect) => defaults[dialect] === undefined);
  const others = dialects.flatMap((dialect) => {
    const own = defaults[dialect];
    return own === undefined ? [] : [{ dialect, meaning: trap.meaning({ ...parameters, ...own }) }];
  });
  const data = { name: choice.name, layer, meaning: trap.meaning(parameters), taken, others };
  return createProblem('dialect', choice.span, data);
}
