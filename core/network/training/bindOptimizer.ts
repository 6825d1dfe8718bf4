import { createProblem, type Problem } from '../../problem';
import type { NamedChoice, NumberToken } from '../../text/reading';
import { bindParameters } from '../parameters';
import { defaultOptimizer, findOptimizer } from './optimizers';
import type { BoundOptimizer } from './optimizers/optimizer';

export interface OptimizerBinding {
  /** Null where it cannot be used; then there is a problem. */
  readonly optimizer: BoundOptimizer | null;
  /** Its own learning rate, null where it has none. */
  readonly rate: number | null;
  readonly problems: readonly Problem[];
}

const noShape = { samples: 1, outputs: 1 };

/** Other names of the learning rate and of Adam's decays, in PyTorch, Keras and Optax. */
const aliases: Readonly<Record<string, string>> = {
  learning_rate: 'lr',
  learningRate: 'lr',
  beta_1: 'beta1',
  beta_2: 'beta2',
  b1: 'beta1',
  b2: 'beta2',
  epsilon: 'eps',
};

const learningRate = {
  name: 'lr',
  default: Number.NaN,
  domain: '≥ 0',
  accepts: (value: number) => value >= 0 && Number.isFinite(value),
};

/** The optimizer that a text names, its parameters filled in; plain gradient descent where it names none. */
export function bindOptimizer(choice: NamedChoice | undefined): OptimizerBinding {
  const found = choice === undefined ? { found: defaultOptimizer } : findOptimizer(choice.name);
  if (found.found === null) {
    const data = { name: choice?.name ?? '', suggestion: found.suggestion };
    const problems = choice === undefined ? [] : [createProblem('unknown-optimizer', choice.span, data)];
    return { optimizer: null, rate: null, problems };
  }
  const optimizer = found.found;
  const given = choice === undefined ? null : withPlainNames(choice);
  const specs = [learningRate, ...optimizer.parameters];
  const { parameters, problems } = bindParameters(optimizer.name, specs, given, noShape);
  const all = [...problems, ...nesterovProblems(parameters, choice)];
  const { lr, ...own } = parameters;
  return {
    optimizer: all.length === 0 ? { optimizer, parameters: own } : null,
    rate: Number.isNaN(lr) ? null : lr,
    problems: all,
  };
}

/** η beside the layers; null where the text has none, or one that is refused. */
export function bindLearningRate(token: NumberToken | null): {
  readonly rate: number | null;
  readonly problems: readonly Problem[];
} {
  if (token === null) return { rate: null, problems: [] };
  const { value, span } = token;
  if (learningRate.accepts(value)) return { rate: value, problems: [] };
  const data = {
    owner: defaultOptimizer.name,
    parameter: 'learningRate',
    value: String(value),
    domain: learningRate.domain,
  };
  return { rate: null, problems: [createProblem('parameter-domain', span, data)] };
}

/** `betas`, a pair as PyTorch has it, and the names of other frameworks, each as the parameter it means. */
function withPlainNames(choice: NamedChoice): NamedChoice {
  const parameters: Record<string, NumberToken> = {};
  for (const [name, token] of Object.entries(choice.parameters)) parameters[aliases[name] ?? name] = token;
  const { betas, ...arrays } = choice.arrays ?? {};
  if (betas === undefined || betas.values.length !== 2) return { ...choice, parameters };
  for (const [i, name] of ['beta1', 'beta2'].entries()) {
    const span = { offset: betas.places.startOf(i), length: betas.places.endOf(i) - betas.places.startOf(i) };
    parameters[name] = { value: betas.values[i], span };
  }
  return { ...choice, parameters, arrays };
}

/** Nesterov's step looks ahead along a momentum that was not dampened, as in PyTorch. */
function nesterovProblems(
  { nesterov, momentum, dampening }: Readonly<Record<string, number>>,
  choice: NamedChoice | undefined,
): readonly Problem[] {
  if (nesterov !== 1 || choice === undefined) return [];
  const fault =
    momentum === 0
      ? { parameter: 'momentum', value: '0', domain: '> 0' }
      : dampening === 0
        ? null
        : { parameter: 'dampening', value: String(dampening), domain: '0' };
  if (fault === null) return [];
  const span = choice.parameters[fault.parameter]?.span ?? choice.span;
  return [createProblem('parameter-domain', span, { owner: 'nesterov', ...fault })];
}
