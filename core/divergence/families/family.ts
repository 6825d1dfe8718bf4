import type { Distribution } from './distribution';

export type ParameterValue = number | readonly number[] | readonly (readonly number[])[];
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** One formula, twice: for a renderer of LaTeX, and readable as it stands. */
export interface Formula {
  readonly latex: string;
  readonly plain: string;
}

export type Domain =
  | 'real'
  | 'positive'
  | 'non-negative'
  | 'unit-closed'
  | 'unit-open'
  | 'unit-left-open'
  | 'unit-right-open'
  | 'count'
  | 'probabilities'
  | 'real-vector'
  | 'positive-vector'
  | 'real-matrix'
  | 'real-rectangle';

/** Another way to give the same parameter: `logits` for `probs`. */
export interface AlternativeParameter {
  readonly name: string;
  readonly domain: Domain;
  /** Null where the value, though in its domain, gives no valid parameter. */
  convert(value: ParameterValue): ParameterValue | null;
}

export interface Parameter {
  /** As `torch.distributions` names it. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Its letter in formulas. */
  readonly symbol: Formula;
  readonly domain: Domain;
  readonly default?: ParameterValue;
  readonly alternatives?: readonly AlternativeParameter[];
}

/** A parameter that its own domain allows but the others do not: uniform's `high` below `low`. */
export interface JointViolation {
  readonly parameter: string;
  readonly domain: string;
}

/**
 * A family of distributions. What every file beside this one exports; `index.ts` lists them.
 * Parameters stand in the positional order of `torch.distributions`.
 */
export interface Family<P = ParameterValues> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly Parameter[];
  /** p(x), or P(k) on a lattice. */
  readonly density: Formula;
  /** Null where there is no closed form. */
  readonly entropy: Formula | null;
  readonly source: string;
  violation?(parameters: P): JointViolation | null;
  /** `parameters` are in their domains and violate nothing. */
  create(parameters: P): Distribution;
}

export function formula(latex: string, plain: string): Formula {
  return { latex, plain };
}

/** The two parameters that most families on the line share. */
export const locParameter: Parameter = {
  name: 'loc',
  aliases: ['mu', 'mean', 'location'],
  symbol: formula('\\mu', 'μ'),
  domain: 'real',
};
export const scaleParameter: Parameter = {
  name: 'scale',
  aliases: ['sigma', 'std', 'sd', 'b', 's'],
  symbol: formula('\\sigma', 'σ'),
  domain: 'positive',
};
export type LocationScale = { readonly loc: number; readonly scale: number };
