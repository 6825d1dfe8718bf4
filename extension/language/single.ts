import { formatNumber } from '../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../core/network/networkStudy';
import { shortestSingle } from '../../core/numeric/dtype';
import type { Study } from '../../core/study';
import type { SingleResult } from '../protocol/result';
import { toWire } from '../protocol/wire';
import type { Words } from './words/words';

/** All digits of a double's loss that are of use beside one of float32. */
const digits = 9;

/** Of a study in float32: that it is, and how far doubles are from it; null of others. */
export function singleText(study: Study, { precision }: Words): string | null {
  if (study.kind !== 'network' || study.single === undefined) return null;
  const { loss, gradientDifference, gradientBound } = study.single;
  if (loss === null || gradientDifference === null) return precision.single;
  const allowed = gradientBound === null ? null : formatNumber(gradientBound, 2);
  return `${precision.single} ${precision.doubles(
    formatNumber(loss, digits),
    formatNumber(gradientDifference, 2),
    allowed,
  )}`;
}

export function singleResult({ single }: NetworkStudy): SingleResult | null {
  if (single === undefined || single.loss === null || single.gradientDifference === null) return null;
  const { loss, gradientDifference, gradientBound } = single;
  return {
    loss: toWire(loss),
    gradientDifference: toWire(gradientDifference),
    ...(gradientBound === null ? {} : { gradientBound: toWire(gradientBound) }),
  };
}

/** A study with each number of float32 as the shortest decimal that means it. Of doubles the study itself. */
export function inShortestDecimals(study: NetworkStudy): NetworkStudy {
  if (study.single === undefined) return study;
  const numbers = (values: Float64Array) => values.map(shortestSingle);
  const matrix = <Value extends { readonly values: Float64Array }>(of: Value): Value => ({
    ...of,
    values: numbers(of.values),
  });
  return {
    ...study,
    layers: study.layers.map((layer) => ({
      ...layer,
      preActivation: matrix(layer.preActivation),
      output: matrix(layer.output),
    })),
    loss: study.loss === null ? null : shortestSingle(study.loss),
    ...(study.losses === undefined ? {} : { losses: matrix(study.losses) }),
    gradients:
      study.gradients?.map(({ weights, biases, parameters }) => ({
        weights: matrix(weights),
        biases: biases === null ? null : numbers(biases),
        ...(parameters === undefined ? {} : { parameters: numbers(parameters) }),
      })) ?? null,
    inputGradient: study.inputGradient === null ? null : matrix(study.inputGradient),
  };
}
