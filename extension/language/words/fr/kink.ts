import type { ProblemDetails } from '../../../../core/problem';
import { listed } from './counting';
import { written } from './written';

type Kink = ProblemDetails['kink'];

/** A point anguleux or a jump, what Nabla takes there and what the frameworks take. */
export function kink(data: Kink): string {
  const { owner, at, left, right, interval, chosen, layer, neuron, discontinuous, outside } = data;
  const place =
    layer === undefined || neuron === undefined ? '' : `, couche ${layer + 1}, neurone ${neuron + 1},`;
  const what =
    discontinuous === true
      ? `${owner}${place} est discontinue en ${written(at)}`
      : `${owner}${place} a un point anguleux en ${written(at)} : la dérivée vaut ${written(left)} à gauche et ${written(right)} à droite`;
  const range = discontinuous === true ? '' : `, dans [${interval.map(written).join(' ; ')}]`;
  return `${what}. Nabla prend ${written(chosen)}${range}.${notAdmissible(outside)}${elsewhere(data.frameworks)}`;
}

function notAdmissible(outside: Kink['outside']): string {
  if (outside === undefined) return '';
  const { parameter, chosen, left, right } = outside;
  const truth =
    left === right
      ? `vaut ${written(left)}`
      : `est entre ${written(Math.min(left, right))} et ${written(Math.max(left, right))}`;
  return ` Ce n’est pas admissible ici : la dérivée par rapport à ${parameter} ${truth}, et non ${written(chosen)}.`;
}

const frameworkNames: Readonly<Record<string, string>> = {
  pytorch: 'PyTorch',
  jax: 'JAX',
  tensorflow: 'TensorFlow',
  keras: 'Keras',
};

/** What the frameworks take, those that take the same together, those that are not known last. */
function elsewhere(frameworks: Kink['frameworks']): string {
  const named = Object.entries(frameworks).map(
    ([key, value]) => [frameworkNames[key] ?? key, value] as const,
  );
  const known = named.filter(([, value]) => value !== 'not known');
  const values = [...new Set(known.map(([, value]) => value))];
  const said = values.map((value) => {
    const names = known.filter(([, other]) => other === value).map(([name]) => name);
    return ` ${listed(names)} ${names.length === 1 ? 'prend' : 'prennent'} ${written(Number(value))}.`;
  });
  const unknownNames = named.filter(([, value]) => value === 'not known').map(([name]) => name);
  if (unknownNames.length > 0) said.push(` Non connu : ${listed(unknownNames)}.`);
  return said.join('');
}
