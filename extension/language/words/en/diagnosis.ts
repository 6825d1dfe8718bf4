/** What is said of a gradient on its way back. */
export const diagnosis = {
  title: 'Diagnosis of the gradient',
  about: (of: 'loss' | 'outputs') =>
    of === 'loss'
      ? 'From the loss back to each layer the gradient is multiplied by the slopes φ′ and by the weights. In a chain the factors are |φ′(s)| and |w|; in wide layers they are ratios of norms over all neurons and samples, and multiply just so.'
      : 'There is no gradient of a loss here, so the sum of the outputs is followed back: multiplied by the slopes φ′ and by the weights. In a chain the factors are |φ′(s)| and |w|; in wide layers they are ratios of norms.',
  layer: 'layer',
  slope: 'factor φ′',
  weights: 'factor |w|',
  product: 'product to here',
  bound: 'bound of the slopes',
  slopes: 'product of the slopes',
  weightGradient: '‖∂ℒ/∂W‖',
  units: 'idle neurons',
  dead: (count: number, width: number) => `${count} of ${width} dead`,
  saturated: (count: number, width: number) => `${count} of ${width} saturated`,
  relative: 'Norms are relative to ‖∂ℒ/∂ŷ‖.',
  picture: (lowest: string) =>
    `products of the factors from the output back to each layer, down to ${lowest}`,
  series: (hasBound: boolean) => `log₁₀: all factors —${hasBound ? `, bound of the slopes alone - -` : ''}`,
  alternatives: 'With other activations and weights',
  aboutAlternatives:
    'What reaches layer 1 of a gradient at the output, computed by running the network: with the weights of the text, and with drawn ones and biases of 0: the median of 15 draws with the seeds 1 to 15, and their range.',
  activation: 'activation',
  asWritten: 'weights of the text',
  own: (name: string) => `${name} (here)`,
  initialisations: { xavier: 'Xavier', he: 'He', lecun: 'LeCun' } as Readonly<Record<string, string>>,
  range: (low: string, high: string) => `${low} … ${high}`,
  tooLarge: 'The network is too large to run it with other choices here.',
};
