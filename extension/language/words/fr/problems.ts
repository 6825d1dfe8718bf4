import { formatNumber, formatWritten } from '../../../../core/derivation/formatNumber';
import type { ProblemCode, ProblemDetails } from '../../../../core/problem';
import { measureSymbols } from '../measureSymbols';
import { counted, grouped, listed } from './counting';
import { domainWords, meaningWords } from './domains';
import { findings } from './findings';
import { kink } from './kink';
import { intervalText } from './mathematics';
import { syntax } from './syntax';
import { written } from './written';

type Details<Code extends ProblemCode> = ProblemDetails[Code];

/** What is wrong, and where in people's counting (from 1). One or two short sentences a code. */
const sentences: { readonly [Code in ProblemCode]: (data: Details<Code>) => string } = {
  ...findings.sentences,
  syntax: (data) => syntax(data),
  empty: ({ what }) => {
    switch (what) {
      case 'text':
        return 'Il n’y a pas de nombres dans ce texte.';
      case 'array':
        return 'Cette liste est vide.';
      case 'layers':
        return 'Le réseau n’a pas de couches.';
      case 'document':
        return 'Cet objet n’a ni couches ni probabilités.';
      case 'samples':
        return 'Aucun exemple ne compte : chacun est ignoré, ou sa classe a le poids 0. La moyenne de zéro exemple est 0/0 : la perte est NaN, comme dans PyTorch, et le gradient des exemples ignorés est 0.';
    }
  },
  ragged: ({ row, length, expected }) =>
    `La ligne ${row + 1} a ${counted(length, 'nombre', 'nombres')}. La ligne 1 en a ${grouped(expected)}.`,
  elided: ({ mark }) => `« ${mark} » remplace des nombres qui ne sont pas dans le texte.`,
  'width-mismatch': ({ layer, width, expected, activation }) =>
    layer === null
      ? `${activation} coupe en deux un nombre pair d’entrées. On lui en donne ${grouped(width)}.`
      : activation !== undefined
        ? `${activation} coupe en deux un nombre pair de neurones. La couche ${layer + 1} en a ${grouped(width)}.`
        : `La couche ${layer + 1} prend ${counted(width, 'nombre', 'nombres')}. ${
            layer === 0 ? 'L’entrée en a' : `La couche ${layer} en donne`
          } ${grouped(expected)}.`,
  'length-mismatch': (data) => lengthMismatch(data),
  'unknown-activation': ({ name, suggestion }) => unknown('Activation inconnue', name, suggestion),
  'unknown-loss': ({ name, suggestion }) => unknown('Perte inconnue', name, suggestion),
  'unknown-optimizer': ({ name, suggestion }) => unknown('Optimiseur inconnu', name, suggestion),
  'unread-activation': ({ name }) =>
    `Aucune couche ne reçoit « ${name} » : toutes ont l’identité. Écrivez activation = ${name.toLowerCase()}.`,
  'unknown-key': ({ name, suggestion }) =>
    `Rien n’est lu sous « ${name} ». Vouliez-vous dire « ${suggestion} » ?`,
  'unknown-family': ({ name, suggestion }) => unknown('Loi inconnue', name, suggestion),
  'parameter-domain': ({ owner, parameter, value, domain, known, isOneOf }) =>
    known === undefined
      ? isOneOf === true
        ? `« ${parameter} » de ${owner} vaut « ${value} ». Les valeurs possibles sont : ${domainWords(domain)}.`
        : `« ${parameter} » de ${owner} vaut ${quotedWord(value)}. Il faut : ${formatWritten(domainWords(domain))}.`
      : known.length === 0
        ? `${owner} n’a pas de paramètre « ${parameter} ». Il n’en a aucun.`
        : `${owner} n’a pas de paramètre « ${parameter} ». Il a ${listed(known)}.`,
  'target-domain': ({ loss, value, domain }) =>
    `La cible ${formatWritten(value)} est en dehors de ce que prend ${loss} : ${formatWritten(domainWords(domain))}.`,
  'output-domain': ({ loss, value, domain, output, sample }) =>
    `${loss} prend des sorties ${formatWritten(domainWords(domain))}. La sortie ${output + 1}${
      sample === undefined ? '' : ` de l’exemple ${sample + 1}`
    } vaut ${written(Number(value.toPrecision(6)))}.`,
  'negative-probability': ({ distribution, outcome, name, value }) =>
    `L’issue ${name ?? outcome} de ${distribution} vaut ${formatWritten(value)}. Une probabilité n’est pas négative.`,
  'negative-density': ({ distribution, at, value }) =>
    `La densité ${distribution} vaut ${written(Number(value.toPrecision(6)))} en x = ${written(Number(at.toPrecision(6)))}. Une densité n’est pas négative.`,
  'infinite-integral': ({ distribution, at }) =>
    `L’intégrale de la densité ${distribution} est infinie${at === null ? '' : ` : elle diverge en ${written(at)}`}.`,
  'gradient-mismatch': ({ parameter, sample, claimed, value }) =>
    `La dérivée par rapport à ${parameter}${sample === undefined ? '' : ` de l’exemple ${sample + 1}`} est ${written(Number(value.toPrecision(7)))}, et non ${written(claimed)}.`,
  'too-large': ({ what, size, limit }) =>
    what === 'values'
      ? `Le texte a plus de ${grouped(limit)} nombres et tableaux séparés. Nabla n’en lit pas davantage à la fois : sélectionnez-en moins.`
      : what === 'text'
        ? `Le texte a ${counted(size, 'caractère', 'caractères')}. Nabla en lit au plus ${grouped(limit)}.`
        : `${largeThings[what] ?? what} : la taille ${grouped(size)} dépasse les ${grouped(limit)} que Nabla accepte.`,
  'not-normalised': ({ distribution, sum, of, taken }) =>
    taken === 'normalised'
      ? `La somme de ${distribution} est ${formatWritten(sum)}, et non 1. Chaque nombre est divisé par la somme.`
      : of === 'density'
        ? `L’intégrale de ${distribution} est ${formatWritten(sum)}, et non 1. Les valeurs sont celles de la densité telle quelle ; les valeurs normalisées figurent à côté.`
        : `La somme de ${distribution} est ${formatWritten(sum)}, et non 1. Les valeurs sont celles des nombres tels quels ; les valeurs normalisées figurent à côté.`,
  support: ({ direction, outcomes, names, where }) => {
    const [first, second] = direction === 'PQ' ? ['P', 'Q'] : ['Q', 'P'];
    if (where !== undefined) {
      const stretches = listed(where.map(intervalText));
      return `KL(${first} ‖ ${second}) est infinie : ${first} charge ${stretches} et ${second} non.`;
    }
    const named = listed(names ?? outcomes);
    const [p, q] = [first.toLowerCase(), second.toLowerCase()];
    return `KL(${first} ‖ ${second}) est infinie : ${
      outcomes.length === 1 ? `l’issue ${named} a` : `les issues ${named} ont`
    } ${p} > 0 et ${q} = 0.`;
  },
  'ambiguous-reading': ({ taken, other, losses }) => {
    if (other !== 'rows-are-sources') return `Lu comme ${taken}. Ce pourrait aussi être ${other}.`;
    const [own, turned] = (losses ?? []).map((loss) => written(Number(loss.toPrecision(6))));
    return own === undefined
      ? 'Les lignes des poids sont lues comme des destinations. Elles conviennent aussi comme sources, et donnent une autre sortie.'
      : `Les lignes des poids sont lues comme des destinations : la perte est ${own}. Elles conviennent aussi comme sources : elle serait ${turned}.`;
  },
  undecided: ({ values, terms }) =>
    `On ne connaît pas ${listed(
      values.map((name) => measureSymbols[name] ?? name),
      12,
    )} : ${
      terms === null
        ? 'l’intégrale n’a atteint aucune tolérance, comme lorsqu’une densité oscille sans fin ou décroît très lentement.'
        : `la somme n’a pas de borne de son reste après ${counted(terms, 'terme', 'termes')}.`
    }`,
  'not-finite': ({ value }) => `${formatWritten(value)} est dans le texte et se propage dans les calculs.`,
  'beyond-float32': ({ value, becomes }) =>
    `${formatNumber(value, 3)} devient ${becomes === 0 ? '0' : 'infini'} en float32, et le calcul continue ainsi.`,
  'not-in-float32': ({ what }) =>
    `Les produits avec une jacobienne sont en float64 seulement : en float32, « ${what} » est laissé de côté.`,
  overflow: ({ layer, in: where, dtype }) => {
    switch (where) {
      case 'loss':
        return `La perte sort du domaine des ${numbersOf(dtype)}.`;
      case 'gradient':
        return `Le gradient sort du domaine des ${numbersOf(dtype)} à la couche ${layer + 1}.`;
      case undefined:
        return `La couche ${layer + 1} sort du domaine des ${numbersOf(dtype)}.`;
    }
  },
  dialect: ({ name, meaning, taken, others }) =>
    `« ${name} » est lu comme dans ${listed(taken.map(frameworkName))} : ${meaningWords(meaning)}. ${byMeaning(
      others,
    )
      .map(([names, other]) => `Dans ${names}, c’est ${meaningWords(other)}.`)
      .join(' ')}`,
  'no-weights': () => 'C’est l’architecture seule, sans les poids : il n’y a rien à calculer.',
  kink: (data) => kink(data),
};

/** What would help, where something is known to. */
const remedies: { readonly [Code in ProblemCode]?: (data: Details<Code>) => string | null } = {
  ...findings.remedies,
  'no-weights': () => 'Ajoutez « weights » à côté de la configuration : la liste que renvoie get_weights().',
  syntax: ({ reason, expected }) => {
    switch (reason) {
      case 'unclosed':
        return expected === undefined ? 'Fermez le crochet.' : `Ajoutez « ${expected} ».`;
      case 'mismatched':
        return expected === undefined ? null : `Mettez « ${expected} » ici.`;
      case 'missing-value':
        return expected === 'number' ? 'Écrivez un nombre ici, ou enlevez le séparateur.' : null;
      case 'missing-separator':
        return `Mettez « ${expected ?? ','} » entre les deux.`;
      case 'trailing':
        return 'Enlevez ce qui suit la fin.';
      case 'zero-denominator':
        return 'Écrivez un dénominateur autre que 0.';
      case 'uncertainty':
        return 'Écrivez le nombre seul, avec les chiffres connus.';
      case 'computed':
        return 'Sélectionnez le tableau seul, ou affichez le résultat et sélectionnez-le.';
      case 'duplicate-key':
        return 'Gardez l’un des deux.';
      case 'depth':
        return 'Imbriquez moins de crochets.';
      case 'unexpected-token':
      case 'unexpected-type':
        return null;
    }
  },
  empty: ({ what }) =>
    what === 'samples'
      ? 'Donnez à un exemple au moins une classe qui compte.'
      : what === 'layers'
        ? 'Donnez ses poids à chaque couche : {"layers": [{"weights": [[0.1, 0.2]]}]}.'
        : 'Écrivez un réseau, deux lois ou une matrice, par exemple [[0.1, 0.2], [0.3, 0.4]].',
  ragged: ({ length, expected }) =>
    length < expected
      ? `Ajoutez ${counted(expected - length, 'nombre', 'nombres')} à la ligne.`
      : `Enlevez ${counted(length - expected, 'nombre', 'nombres')} de la ligne.`,
  elided: () => 'Affichez tous les nombres : numpy.set_printoptions(threshold=sys.maxsize) dans NumPy.',
  'width-mismatch': ({ layer, expected, activation }) =>
    layer === null
      ? `Donnez-lui ${counted(expected, 'nombre', 'nombres')}.`
      : activation === undefined
        ? `Il faut ${counted(expected, 'nombre', 'nombres')} par ligne.`
        : `Donnez-en ${grouped(expected)} à la couche.`,
  'length-mismatch': ({ expected }) => `Il en faut ${grouped(expected)}.`,
  'unknown-activation': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-loss': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-optimizer': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-family': ({ suggestion }) => nameAsInTorch(suggestion),
  'unknown-key': ({ suggestion }) => nameAsInTorch(suggestion),
  'not-in-float32': () => 'Pour les avoir, enlevez « dtype ».',
  'negative-probability': () => 'Écrivez un nombre entre 0 et 1.',
  'not-normalised': ({ sum, of }) =>
    of === 'density'
      ? `Divisez la densité par ${formatWritten(sum)}.`
      : `Divisez chaque nombre par ${formatWritten(sum)}.`,
  dialect: ({ taken }) => `Écrivez "dialect": "${taken[0] ?? 'pytorch'}" à côté, ou donnez-en le paramètre.`,
  support: ({ where }) =>
    where === undefined
      ? 'Donnez à l’issue une probabilité dans les deux lois, ou enlevez-la des deux.'
      : 'Prenez des familles de même support, ou échangez les deux.',
  'negative-density': () => 'Changez la densité, ou arrêtez son support là où elle vaut 0.',
  'infinite-integral': () =>
    'Changez la densité ou son support, pour qu’on puisse la diviser par son intégrale.',
};

const largeThings: Readonly<Record<string, string>> = {
  matrix: 'Matrice',
  density: 'Densité',
  expression: 'Expression',
};

/** The dialects of each meaning, so that what two mean alike is said once. */
function byMeaning(others: Details<'dialect'>['others']): readonly (readonly [string, string])[] {
  const meanings = [...new Set(others.map(({ meaning }) => meaning))];
  return meanings.map((meaning) => {
    const alike = others.filter((other) => other.meaning === meaning);
    return [listed(alike.map(({ dialect }) => frameworkName(dialect))), meaning];
  });
}

function frameworkName(dialect: string): string {
  switch (dialect) {
    case 'pytorch':
      return 'PyTorch';
    case 'keras2':
      return 'Keras 2';
    case 'keras3':
      return 'Keras 3';
    case 'onnx':
      return 'ONNX';
    case 'jax':
      return 'JAX';
    default:
      return dialect;
  }
}

function lengthMismatch(data: Details<'length-mismatch'>): string {
  const { what, layer, sample, length, expected, parameter } = data;
  const numbers = counted(length, 'nombre', 'nombres');
  const ofLayer = layer === undefined ? '' : ` de la couche ${layer + 1}`;
  const ofSample = sample === undefined ? '' : ` de l’exemple ${sample + 1}`;
  switch (what) {
    case 'weights':
      return `Il y a ${counted(length, 'tableau', 'tableaux')} de poids. Les couches en prennent ${grouped(expected)}.`;
    case 'biases':
      return layer === undefined
        ? `Les biais sont ceux de ${counted(length, 'couche', 'couches')}. Il y a des poids pour ${grouped(expected)}.`
        : `La couche ${layer + 1} a ${counted(length, 'biais', 'biais')} pour ${counted(expected, 'neurone', 'neurones')}.`;
    case 'input':
      return `L’entrée${ofSample} a ${numbers}. Le réseau en prend ${grouped(expected)}.`;
    case 'target':
      return `La cible${ofSample} a ${numbers}. Il en faut ${grouped(expected)}.`;
    case 'gradient':
      return `Le gradient annoncé${ofLayer} a ${numbers}, et non ${grouped(expected)}.`;
    case 'direction':
      return `La direction a ici ${numbers}, et non ${grouped(expected)}.`;
    case 'covector':
      return `Le covecteur a ${numbers}. La sortie en a ${grouped(expected)}.`;
    case 'outcomes':
      return `Q a ${counted(length, 'issue', 'issues')}. P en a ${grouped(expected)}.`;
    case 'parameter':
      return `« ${parameter} » a ${numbers}, et non ${grouped(expected)}.`;
    case 'classes':
      return `Il y a ${counted(length, 'classe', 'classes')}, et non ${grouped(expected)}.`;
  }
}

function unknown(what: string, name: string, suggestion: string | null): string {
  return `${what} : « ${name} ».${suggestion === null ? '' : ` Vouliez-vous dire « ${suggestion} » ?`}`;
}

/** A number as it is written, a word in quotes. */
function quotedWord(value: string): string {
  return Number.isNaN(Number(value)) && value !== 'NaN' ? `« ${value} »` : formatWritten(value);
}

function nameAsInTorch(suggestion: string | null): string {
  return suggestion === null ? 'Les noms sont ceux de PyTorch.' : `Écrivez « ${suggestion} ».`;
}

export const problems = { sentences, remedies, frameworkName };

/** Those that a study is calculated in. */
function numbersOf(dtype: 'float32' | undefined): string {
  return dtype === undefined ? 'flottants en double précision' : 'flottants en simple précision, float32';
}
