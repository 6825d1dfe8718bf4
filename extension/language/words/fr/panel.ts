import { activation } from './activation';
import { counted, grouped } from './counting';
import { details } from './details';
import { mathematics } from './mathematics';

/** What the panel says. Counts arrive as numbers so that plurals are the table's affair. */
export const panel = {
  header: {
    network: (widths: string) => `Réseau ${widths}`,
    distributions: (labels: string) => `Lois ${labels}`,
    distribution: (label: string) => `Loi ${label}`,
    matrix: (shape: string) => `Matrice ${shape}`,
    number: 'Nombre',
    vector: (length: number) => `Vecteur de ${counted(length, 'nombre', 'nombres')}`,
    matrices: (n: number) => counted(n, 'tableau', 'tableaux'),
    error: 'Non lu',
    lines: (first: number, last: number) => (first === last ? `ligne ${first}` : `lignes ${first}–${last}`),
    cell: (n: number) => `cellule ${n}`,
    outcomes: (n: number) => counted(n, 'issue', 'issues'),
    samples: (n: number) => counted(n, 'exemple', 'exemples'),
    exact: 'fractions exactes',
    tools: 'Panneau',
    pin: 'Épingler : garder ceci quand la sélection change',
    follow: 'Suivre la sélection',
    copy: 'Copier le résultat',
    stale: (line: string) => `Le texte a changé depuis cette lecture (${line}).`,
  },
  layers: {
    label: 'Afficher dans le dessin',
    weights: 'Poids',
    values: 'Valeurs',
    gradients: 'Gradients',
    factors: 'Facteurs',
  },
  legend: {
    positive: 'positif',
    negative: 'négatif',
    size: 'taille',
    ofWeights: 'Les arêtes montrent les poids',
    ofGradients: 'Les arêtes montrent les gradients',
    strongest: (shown: number, all: number) =>
      `les ${grouped(shown)} plus fortes de ${counted(all, 'arête', 'arêtes')} et celles de la sélection`,
    bundles: (shown: number, all: number) =>
      `Au plus ${counted(shown, 'faisceau représente', 'faisceaux représentent')} ${counted(all, 'arête', 'arêtes')} : l’épaisseur est la taille moyenne de wx, les tirets une somme négative.`,
    index: 'de p vers k, couche l',
  },
  columns: {
    input: 'entrée',
    layer: (number: number, activation: string) => `couche ${number} · ${activation}`,
    layerShort: (number: number) => `couche ${number}`,
    loss: 'perte',
  },
  drawing: {
    name: (widths: string, loss: string | null) =>
      loss === null ? `réseau ${widths}` : `réseau ${widths}, perte ${loss}`,
    input: (p: number, value: string | null) => (value === null ? `entrée ${p}` : `entrée ${p}, ${value}`),
    weight: (from: string, to: string, value: string, derivative: string | null) =>
      `poids de ${from} vers ${to}, ${value}${derivative === null ? '' : `, dérivée ${derivative}`}`,
    bias: (to: string, value: string, derivative: string | null) =>
      `biais de ${to}, ${value}${derivative === null ? '' : `, dérivée ${derivative}`}`,
    neuron: (layer: number, k: number) => `neurone ${k} de la couche ${layer}`,
    neuronValue: (neuron: string, s: string, o: string, derivative: string | null) =>
      `${neuron}, préactivation ${s}, sortie ${o}${derivative === null ? '' : `, dérivée ${derivative}`}`,
    inputName: (p: number) => `entrée ${p}`,
    neuronName: (k: number) => `neurone ${k}`,
    loss: (value: string) => `perte ${value}`,
    minus: 'moins ',
    heatMap: (layer: number) => `poids de la couche ${layer} en carte de chaleur`,
    neurons: (n: number) => counted(n, 'neurone', 'neurones'),
    weights: (n: number) => counted(n, 'poids', 'poids'),
    inputs: (n: number) => counted(n, 'entrée', 'entrées'),
    gradientNorm: (value: string) => `‖∂ℒ/∂W‖ ${value}`,
    range: (low: string, high: string) => `${low} … ${high}`,
    classes: (n: number) => counted(n, 'classe', 'classes'),
    className: (k: number) => `classe ${k}`,
    eachCell: (of: string) => `chaque case : le plus grand de ${of}`,
    spread: (mean: string, deviation: string, range: string) =>
      `moyenne ${mean}, écart type ${deviation}, ${range}`,
    into: (neuron: string) => `Vers le ${neuron}`,
    incoming: (n: number, layer: number) =>
      layer === 0
        ? `${counted(n, 'poids', 'poids')}, disposés comme l’entrée qu’ils lisent`
        : `${counted(n, 'poids', 'poids')}, disposés comme la couche ${layer} qu’ils lisent`,
  },
  formula: {
    label: 'Dérivée',
    select: 'Sélectionnez une arête ou un neurone pour voir sa dérivée, facteur par facteur.',
    selectOfMany:
      'Sélectionnez un neurone pour voir les poids qui l’alimentent. Trop grand pour envoyer chaque nombre au panneau.',
    selectKeys:
      'Cliquez, ou utilisez les flèches dans le dessin puis Entrée. Le curseur sur un nombre du texte fait de même.',
    forward:
      'Sélectionnez une arête ou un neurone pour voir son nombre. Une cible à côté de l’entrée donne les gradients.',
    drawingOnly:
      'Sans entrée, il n’y a que le dessin. Ajoutez une entrée pour calculer, et une cible pour les gradients.',
    raise: (by: string, amount: string, rises: boolean) =>
      [`Augmentez `, ` de ${by} et la perte ${rises ? 'augmente' : 'diminue'} d’environ ${amount}.`] as const,
    flat: [`Augmentez un peu `, ` et la perte reste la même, au premier ordre.`] as const,
    agree: (compared: number, parameters: number, difference: string) =>
      compared === parameters
        ? `concorde avec les différences centrées : ${counted(parameters, 'paramètre', 'paramètres')}, plus grand écart relatif ${difference}`
        : `concorde avec les différences centrées : ${grouped(compared)} sur ${counted(parameters, 'paramètre', 'paramètres')}, plus grand écart relatif ${difference}`,
    disagree: (difference: string) =>
      `ne concorde pas avec les différences centrées : plus grand écart relatif ${difference}`,
    undecided:
      'les différences centrées ne permettent pas de trancher ici (point anguleux ou arrondi trop proche)',
    sumOverSamples: (n: number) => `somme sur ${counted(n, 'exemple', 'exemples')}`,
    thisSample: (number: number) => `exemple ${number}`,
    previousSample: 'Exemple précédent',
    nextSample: 'Exemple suivant',
    sampleOf: (number: number, n: number) => `exemple ${number} sur ${grouped(n)}`,
    values: 'Facteurs',
    loss: 'Perte',
  },
  table: {
    label: 'Nombres',
    weights: 'Poids',
    gradient: 'Gradient de',
    from: (p: number) => `de ${p}`,
    bias: 'biais',
    row: (layer: number, k: number) => `couche ${layer}, neurone ${k}`,
    rowShort: (layer: number, k: number) => `${layer}.${k}`,
    layer: (layer: number) => `Couche ${layer}`,
    neuron: (k: number) => `neurone ${k}`,
    copyWeights: 'Copier les poids',
    copyGradient: 'Copier le gradient',
    copyTable: 'Copier le tableau',
    heatMap: (shape: string) => `les nombres, ${shape}, en carte de chaleur`,
    firstOf: (shown: number, all: number) => `les ${grouped(shown)} premiers sur ${grouped(all)}`,
    sum: 'somme',
    outcome: 'Issue',
  },
  distribution: {
    probabilities: 'Probabilités',
    outcome: 'issue',
    walk: 'La somme des termes donne la divergence',
    totals: 'Totaux',
    why: 'Pourquoi',
    more: 'Autres divergences',
    jensenShannon: 'Jensen–Shannon',
    jeffreys: 'Jeffreys',
    totalVariation: 'variation totale',
    hellinger: 'Hellinger',
    chiSquare: 'χ²',
    renyi2: 'Rényi, ordre 2',
    unit: mathematics.unit,
    asGiven: 'nombres tels quels',
    afterNormalising: 'après normalisation',
    bars: (labels: string) => `barres de ${labels}`,
    walkName: (value: string) => `cumul des termes signés jusqu’à ${value}`,
    identityName: 'entropie croisée, somme de l’entropie et de la divergence',
    groups: (n: number) => `Chaque barre et chaque pas est la somme sur ${n} issues voisines.`,
    alone: 'Une loi seule a une entropie. Une seconde, Q, à côté d’elle donne la divergence.',
  },
  continuous: {
    densities: 'Densités',
    probabilities: 'Probabilités',
    curves: (labels: string) => `courbes de ${labels}`,
    integrand: 'Ce que l’on intègre',
    summand: 'Ce que l’on somme',
    integrandName: (value: string) => `aire signée de p ln(p/q), ${value} en tout`,
    absent: (name: string) => `${name} = 0`,
    how: 'méthode',
    value: 'valeur',
    integral: 'intégrale',
    table: 'Valeurs',
    noPicture: 'Les deux lois n’ont pas d’axe commun : il n’y a que des nombres.',
  },
  states: {
    lead: 'Sélectionnez un réseau ou une loi de probabilité.',
    about: 'Nabla le dessine, écrit chaque équation avec vos nombres et vérifie les gradients.',
    tryIt: 'Essayer',
    tryNamed: (text: string) => `Essayer ${text}`,
    showNetwork: 'afficher le réseau',
    evaluate: 'évaluer la sélection',
    openExample: 'Ouvrir un exemple',
    keys: { control: 'Ctrl', option: 'Option', command: 'Cmd', alt: 'Alt' },
    missing: 'manquant',
    numbers: (n: number) => counted(n, 'nombre', 'nombres'),
    numbersMissing: (n: number, missing: number) =>
      `${counted(n, 'nombre', 'nombres')}, ${missing === 1 ? 'il en manque un' : `il en manque ${missing}`}`,
    numbersOver: (n: number, over: number) =>
      `${counted(n, 'nombre', 'nombres')}, ${over === 1 ? 'un' : over} de trop`,
    goToLine: (line: number) => `Aller à la ligne ${line}`,
    copyMessage: 'Copier le message',
    lastGood: 'Dernière lecture sans erreur :',
    tooLarge: (shape: string) =>
      `${shape} nombres, c’est plus que le panneau n’en montre. La commande Copier le résultat les donne tous.`,
    problems: 'Remarques',
  },
  activation,
  details,
};
