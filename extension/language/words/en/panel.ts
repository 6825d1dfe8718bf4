import { details } from './details';

/** What the panel says. Counts arrive as numbers so that plurals are the table's affair. */
const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const panel = {
  header: {
    network: (widths: string) => `Network ${widths}`,
    distributions: (labels: string) => `Distributions ${labels}`,
    distribution: (label: string) => `Distribution ${label}`,
    matrix: (shape: string) => `Matrix ${shape}`,
    vector: (length: number) => `Vector of ${count(length, 'number', 'numbers')}`,
    matrices: (n: number) => count(n, 'array', 'arrays'),
    error: 'Not read',
    lines: (first: number, last: number) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    outcomes: (n: number) => count(n, 'outcome', 'outcomes'),
    samples: (n: number) => count(n, 'sample', 'samples'),
    exact: 'exact fractions',
    tools: 'Panel',
    pin: 'Pin: keep this while the selection moves',
    follow: 'Follow the selection',
    copy: 'Copy the result',
    stale: (line: string) => `The text has changed since this reading of ${line}.`,
  },
  layers: {
    label: 'Show in the drawing',
    weights: 'Weights',
    values: 'Values',
    gradients: 'Gradients',
    factors: 'Factors',
  },
  legend: {
    positive: 'positive',
    negative: 'negative',
    size: 'size',
    ofWeights: 'Edges show weights',
    ofGradients: 'Edges show gradients',
    strongest: (shown: number, all: number) =>
      `${shown.toLocaleString('en')} strongest of ${count(all, 'edge', 'edges')} and those of the selection`,
    bundles: (shown: number, all: number) =>
      `At most ${count(shown, 'bundle stands', 'bundles stand')} for ${count(all, 'edge', 'edges')}: width is the mean size, dashes are a negative sum`,
    index: 'from p to k, layer l',
  },
  columns: {
    input: 'input',
    layer: (number: number, activation: string) => `layer ${number} · ${activation}`,
    layerShort: (number: number) => `layer ${number}`,
    loss: 'loss',
  },
  drawing: {
    name: (widths: string, loss: string | null) =>
      loss === null ? `network ${widths}` : `network ${widths}, loss ${loss}`,
    input: (p: number, value: string | null) => (value === null ? `input ${p}` : `input ${p}, ${value}`),
    weight: (from: string, to: string, value: string, derivative: string | null) =>
      `weight from ${from} to ${to}, ${value}${derivative === null ? '' : `, derivative ${derivative}`}`,
    bias: (to: string, value: string, derivative: string | null) =>
      `bias of ${to}, ${value}${derivative === null ? '' : `, derivative ${derivative}`}`,
    neuron: (layer: number, k: number) => `neuron ${k} of layer ${layer}`,
    neuronValue: (neuron: string, s: string, o: string, derivative: string | null) =>
      `${neuron}, pre-activation ${s}, output ${o}${derivative === null ? '' : `, derivative ${derivative}`}`,
    inputName: (p: number) => `input ${p}`,
    neuronName: (k: number) => `neuron ${k}`,
    loss: (value: string) => `loss ${value}`,
    minus: 'minus ',
    heatMap: (layer: number) => `weights of layer ${layer} as a heat map`,
    neurons: (n: number) => count(n, 'neuron', 'neurons'),
    weights: (n: number) => count(n, 'weight', 'weights'),
    inputs: (n: number) => count(n, 'input', 'inputs'),
    gradientNorm: (value: string) => `‖∂ℒ/∂W‖ ${value}`,
    range: (low: string, high: string) => `${low} … ${high}`,
    outline: 'Too large to send every number to the panel: a cell shows the largest of its weights.',
  },
  formula: {
    label: 'Derivative',
    select: 'Select an edge or a neuron to see its derivative, factor by factor.',
    selectKeys:
      'Click, or use the arrow keys in the drawing and Enter. The cursor on a number in the text does the same.',
    forward: 'Select an edge or a neuron to see its number. A target beside the input makes gradients.',
    drawingOnly:
      'Without an input there is the drawing alone. Add an input to compute, and a target for gradients.',
    raise: (by: string, amount: string, rises: boolean) =>
      [`Raise `, ` by ${by} and the loss ${rises ? 'rises' : 'falls'} by about ${amount}.`] as const,
    flat: [`Raise `, ` a little and the loss stays, to first order.`] as const,
    agree: (compared: number, parameters: number, difference: string) =>
      compared === parameters
        ? `agrees with central differences: ${count(compared, 'parameter', 'parameters')}, largest relative difference ${difference}`
        : `agrees with central differences: ${compared.toLocaleString('en')} of ${count(parameters, 'parameter', 'parameters')}, largest relative difference ${difference}`,
    disagree: (difference: string) =>
      `differs from central differences: largest relative difference ${difference}`,
    undecided: 'central differences do not decide here (a kink or rounding is near)',
    sumOverSamples: (n: number) => `sum over ${count(n, 'sample', 'samples')}`,
    thisSample: (number: number) => `sample ${number}`,
    previousSample: 'Previous sample',
    nextSample: 'Next sample',
    sampleOf: (number: number, n: number) => `sample ${number} of ${n.toLocaleString('en')}`,
    values: 'Factors',
    loss: 'Loss',
  },
  table: {
    label: 'Numbers',
    weights: 'Weights',
    gradient: 'Gradient of',
    from: (p: number) => `from ${p}`,
    bias: 'bias',
    row: (layer: number, k: number) => `layer ${layer}, neuron ${k}`,
    rowShort: (layer: number, k: number) => `${layer}.${k}`,
    layer: (layer: number) => `Layer ${layer}`,
    neuron: (k: number) => `neuron ${k}`,
    copyWeights: 'Copy weights',
    copyGradient: 'Copy gradient',
    copyTable: 'Copy table',
    firstOf: (shown: number, all: number) =>
      `first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
    sum: 'sum',
    outcome: 'Outcome',
  },
  distribution: {
    probabilities: 'Probabilities',
    outcome: 'outcome',
    walk: 'Terms add up to the divergence',
    totals: 'Totals',
    why: 'Why',
    more: 'More divergences',
    jensenShannon: 'Jensen–Shannon',
    jeffreys: 'Jeffreys',
    totalVariation: 'total variation',
    hellinger: 'Hellinger',
    chiSquare: 'χ²',
    renyi2: 'Rényi, order 2',
    unit: (base: number) => (base === 2 ? 'bit' : base === 10 ? 'ban' : 'nat'),
    asGiven: 'numbers as given',
    afterNormalising: 'after normalising',
    bars: (labels: string) => `bars of ${labels}`,
    walkName: (value: string) => `walk of signed terms to ${value}`,
    identityName: 'cross-entropy as entropy and divergence',
    alone: 'One distribution alone has an entropy. A second one, Q, beside it gives the divergence.',
  },
  continuous: {
    densities: 'Densities',
    probabilities: 'Probabilities',
    curves: (labels: string) => `curves of ${labels}`,
    integrand: 'What is integrated',
    summand: 'What is summed',
    integrandName: (value: string) => `signed area of p ln(p/q), ${value} in all`,
    absent: (name: string) => `${name} = 0`,
    how: 'how it was got',
    value: 'value',
    integral: 'integral',
    table: 'Values',
    noPicture: 'The two share no axis, so there are numbers alone.',
  },
  details,
  states: {
    lead: 'Select a network or a distribution.',
    about: 'Nabla draws it, writes out each equation with your numbers, and checks the gradients.',
    tryIt: 'Try it',
    tryNamed: (text: string) => `Try ${text}`,
    showNetwork: 'show network',
    evaluate: 'evaluate selection',
    openExample: 'Open an example',
    keys: { control: 'Ctrl', option: 'Option', command: 'Cmd', alt: 'Alt' },
    missing: 'missing',
    numbers: (n: number) => count(n, 'number', 'numbers'),
    numbersMissing: (n: number, missing: number) =>
      `${count(n, 'number', 'numbers')}, ${missing === 1 ? 'one is' : `${missing} are`} missing`,
    numbersOver: (n: number, over: number) =>
      `${count(n, 'number', 'numbers')}, ${over === 1 ? 'one' : over} too many`,
    goToLine: (line: number) => `Go to line ${line}`,
    copyMessage: 'Copy message',
    lastGood: 'Last reading without an error:',
    readAs: (notation: string) => `read as ${notation}`,
    tooLarge: (shape: string) =>
      `${shape} numbers are more than the panel shows. The command Copy Result has them all.`,
    problems: 'Notes',
  },
} as const;

export type PanelWords = typeof panel;
