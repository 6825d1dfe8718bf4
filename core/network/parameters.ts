import { createProblem, type Problem } from '../problem';
import type { NamedChoice } from '../text/reading';
import type { ParameterSpec, Parameters } from './activations/activation';

export interface BoundParameters {
  readonly parameters: Parameters;
  readonly problems: readonly Problem[];
}

/** Fills in defaults and refuses parameters that the owner does not have or that leave their domain. */
export function bindParameters(
  owner: string,
  specs: readonly ParameterSpec[],
  choice: NamedChoice | null,
): BoundParameters {
  const parameters: Record<string, number> = {};
  for (const spec of specs) parameters[spec.name] = spec.default;
  const problems: Problem[] = [];
  for (const [name, token] of Object.entries(choice?.parameters ?? {})) {
    const spec = specs.find((candidate) => candidate.name === name);
    const value = String(token.value);
    if (spec === undefined) {
      const known = specs.map((candidate) => candidate.name);
      const domain = known.length === 0 ? 'left out' : known.join(', ');
      problems.push(
        createProblem('parameter-domain', token.span, { owner, parameter: name, value, domain, known }),
      );
    } else if (!spec.accepts(token.value)) {
      const { domain } = spec;
      problems.push(createProblem('parameter-domain', token.span, { owner, parameter: name, value, domain }));
    } else {
      parameters[name] = token.value;
    }
  }
  return { parameters, problems };
}
