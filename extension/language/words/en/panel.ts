import { activation } from './activation';
import { counted, grouped } from './counting';
import { details } from './details';
import { mathematics } from './mathematics';

/** What the panel says. Counts arrive as numbers so that plurals are the table's affair. */
export const panel = {
  header: {
    network: (widths: string) => `Network ${widths}`,
    distributions: (labels: string) => `Distributions ${labels}`,
    distribution: (label: string) => `Distribution ${label}`,
    matrix: (shape: string) => `Matrix ${shape}`,
    number: 'Number',
    vector: (length: number) => `Vector of ${counted(length, 'number', 'numbers')}`,
    matrices: (n: number) => counted(n, 'array', 'arrays'),
    error: 'Not read',
    lines: (first: number, last: number) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    cell: (n: number) => `cell ${n}`,
    outcomes: (n: number) => counted(n, 'outcome', 'outcomes'),
    samples: (n: number) => counted(n, 'sample', 'samples'),
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
      `${grouped(shown)} strongest of ${counted(all, 'edge', 'edges')} and those of the selection`,
    bundles: (shown: number, all: number) =>
      `At most ${counted(shown, 'bundle stands', 'bundles stand')} for ${counted(all, 'edge', 'edges')}: width is the mean size of wx, dashes are a negative sum.`,
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
    neurons: (n: number) => counted(n, 'neuron', 'neurons'),
    weights: (n: number) => counted(n, 'weight', 'weights'),
    inputs: (n: number) => counted(n, 'input', 'inputs'),
    gradientNorm: (value: string) => `‖∂ℒ/∂W‖ ${value}`,
    range: (low: string, high: string) => `${low} … ${high}`,
    classes: (n: number) => counted(n, 'class', 'classes'),
    className: (k: number) => `class ${k}`,
    eachCell: (of: string) => `each cell the largest of ${of}`,
    spread: (mean: string, deviation: string, range: string) => `mean ${mean}, sd ${deviation}, ${range}`,
    into: (neuron: string) => `Into ${neuron}`,
    incoming: (n: number, layer: number) =>
      layer === 0
        ? `${counted(n, 'weight', 'weights')} in the shape of the input that they read`
        : `${counted(n, 'weight', 'weights')} in the shape of layer ${layer} that they read`,
  },
  formula: {
    label: 'Derivative',
    select: 'Select an edge or a neuron to see its derivative, factor by factor.',
    selectOfMany:
      'Select a neuron to see the weights that feed it. Too large to send every number to the panel.',
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
        ? `agrees with central differences: ${counted(compared, 'parameter', 'parameters')}, largest relative difference ${difference}`
        : `agrees with central differences: ${grouped(compared)} of ${counted(parameters, 'parameter', 'parameters')}, largest relative difference ${difference}`,
    disagree: (difference: string) =>
      `differs from central differences: largest relative difference ${difference}`,
    undecided: 'central differences do not decide here (a kink or rounding is near)',
    sumOverSamples: (n: number) => `sum over ${counted(n, 'sample', 'samples')}`,
    thisSample: (number: number) => `sample ${number}`,
    previousSample: 'Previous sample',
    nextSample: 'Next sample',
    sampleOf: (number: number, n: number) => `sample ${number} of ${grouped(n)}`,
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
    heatMap: (shape: string) => `the ${shape} numbers as a heat map`,
    firstOf: (shown: number, all: number) => `first ${grouped(shown)} of ${grouped(all)}`,
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
    unit: mathematics.unit,
    asGiven: 'numbers as given',
    afterNormalising: 'after normalising',
    bars: (labels: string) => `bars of ${labels}`,
    walkName: (value: string) => `walk of signed terms to ${value}`,
    identityName: 'cross-entropy as entropy and divergence',
    groups: (n: number) => `Each bar and each step is the sum over ${n} neighbouring outcomes.`,
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
  activation,
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
    numbers: (n: number) => counted(n, 'number', 'numbers'),
    numbersMissing: (n: number, missing: number) =>
      `${counted(n, 'number', 'numbers')}, ${missing === 1 ? 'one is' : `${missing} are`} missing`,
    numbersOver: (n: number, over: number) =>
      `${counted(n, 'number', 'numbers')}, ${over === 1 ? 'one' : over} too many`,
    goToLine: (line: number) => `Go to line ${line}`,
    copyMessage: 'Copy message',
    lastGood: 'Last reading without an error:',
    tooLarge: (shape: string) =>
      `${shape} numbers are more than the panel shows. The command Copy Result has them all.`,
    problems: 'Notes',
  },
};
