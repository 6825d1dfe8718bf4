import type { NetworkStudy } from '../../core/network/networkStudy';

/** Input first, then the width of each layer after its activation. */
export function widthsOf({ network }: NetworkStudy): readonly number[] {
  const inputs = network.layers[0]?.weights.columns ?? 0;
  return [inputs, ...network.layers.map((_, layer) => widthAfter(network, layer))];
}

export function widthAfter(network: NetworkStudy['network'], layer: number): number {
  const { activation } = network.layers[layer].activation;
  const fanOut = network.layers[layer].weights.rows;
  return activation.elementwise ? fanOut : activation.outputWidth(fanOut);
}
