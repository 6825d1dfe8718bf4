import { createProblem, type Problem, type Severity } from '../problem';
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
  /**
   * A warning where the frameworks that write the name so stand against PyTorch; where most agree with
   * the default that is taken, to say it is enough.
   */
  readonly severity: Severity;
  /** Where the other defaults were read. */
  sources(name: string): Readonly<Partial<Record<Dialect, string>>>;
}

const keras3 = 'https://github.com/keras-team/keras/blob';
const keras2 = 'https://www.tensorflow.org/versions';

/** Defaults that agree with PyTorch's were read in the documentation of `torch.nn`, ONNX and `jax.nn`. */
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
    severity: 'warning',
    sources: () => ({
      keras2: `${keras2}/r2.5/api_docs/python/tf/keras/activations/hard_sigmoid`,
      onnx: 'https://onnx.ai/onnx/operators/onnx__HardSigmoid.html',
    }),
  },
  {
    activation: 'leaky_relu',
    defaults: (name) => {
      const slope = { negative_slope: /LeakyReLU/.test(name) ? 0.3 : 0.2 };
      return { keras2: slope, keras3: slope };
    },
    isOpen: () => true,
    meaning: ({ negative_slope: slope }) => `of slope ${slope} for negative x`,
    severity: 'information',
    sources: (name) =>
      /LeakyReLU/.test(name)
        ? {
            keras2: `${keras2}/r2.14/api_docs/python/tf/keras/layers/LeakyReLU`,
            keras3: `${keras3}/28c25ca910ceb0e921b3fde6e211b6cf012860cd/keras/src/layers/activations/leaky_relu.py`,
          }
        : {
            keras3: `${keras3}/023fd468c172af4edd7cc24aacdf0920b362b06e/keras/src/activations/activations.py`,
          },
  },
  {
    activation: 'gelu',
    defaults: () => ({ jax: { approximate: 1 } }),
    isOpen: () => true,
    meaning: ({ approximate }) => (approximate === 1 ? 'the tanh approximation' : 'x Φ(x)'),
    severity: 'information',
    sources: () => ({ jax: 'https://docs.jax.dev/en/latest/_autosummary/jax.nn.gelu.html' }),
  },
  {
    // Its threshold of 20 moves a value by 2e−9 at most: worth a dialect, not a warning.
    activation: 'softplus',
    defaults: () => ({ pytorch: { threshold: 20 } }),
    isOpen: () => false,
    meaning: () => 'ln(1 + e^x)',
    severity: 'information',
    sources: () => ({}),
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
  const domain = dialects.join(', ');
  const data = { owner: 'network', parameter: 'dialect', value: token.word, domain, isOneOf: true } as const;
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
  const sources = trap.sources(choice.name);
  const others = dialects.flatMap((dialect) => {
    const own = defaults[dialect];
    if (own === undefined) return [];
    const source = sources[dialect];
    const meaning = trap.meaning({ ...parameters, ...own });
    return [{ dialect, meaning, ...(source === undefined ? {} : { source }) }];
  });
  const data = { name: choice.name, layer, meaning: trap.meaning(parameters), taken, others };
  return { ...createProblem('dialect', choice.span, data), severity: trap.severity };
}
