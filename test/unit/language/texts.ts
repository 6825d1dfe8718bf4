import type { NotationName } from '../../../core/derivation/notations';
import { evaluate, type Study } from '../../../core/study';
import { read } from '../../../core/text';
import { hoverOf } from '../../../extension/language/hover/hover';
import { wordsOf } from '../../../extension/language/words/words';
import type { HoverParts, Surroundings, ThemeKind } from '../../../extension/protocol/requests';

export const words = wordsOf('en');

/** The sheet's first exercise. */
export const network = `{
  "layers": [
    { "weights": [[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]], "biases": [0.1, -0.2], "activation": "softplus" },
    { "weights": [[0.7, -0.8]], "biases": [0.05], "activation": "softplus" }
  ],
  "input": [1, 2, 3],
  "target": [1]
}
`;

export const distributions = 'P = [9/25, 12/25, 4/25]\nQ = [1/3, 1/3, 1/3]\n';

/** A network of one hidden layer with any width. */
export function wideNetwork(inputs: number, hidden: number): string {
  const row = (seed: number, length: number) =>
    Array.from({ length }, (_, index) => Number(Math.sin(seed * 31 + index * 7).toFixed(3)));
  return JSON.stringify({
    layers: [
      { weights: Array.from({ length: hidden }, (_, index) => row(index, inputs)), activation: 'tanh' },
      { weights: [row(hidden, hidden)], biases: [0.5] },
    ],
    input: row(1, inputs),
    target: [1],
  });
}

export function studyOfText(text: string): Study {
  return evaluate(read(text));
}

export const allParts: HoverParts = { values: true, gradients: true, picture: true };

export interface HoverOptions {
  readonly parts?: Partial<HoverParts>;
  readonly theme?: ThemeKind;
  /** Part of the text that is pointed at. */
  readonly focus?: string;
  readonly digits?: number;
  readonly notation?: NotationName;
  /** Where the text begins in its document, and what stands around it there. */
  readonly offset?: number;
  readonly surroundings?: Surroundings;
  readonly isDiagnosed?: boolean;
}

export function hoverOfText(
  text: string,
  {
    parts,
    theme = 'dark',
    focus,
    digits = 6,
    notation = 'sheet',
    offset = 0,
    surroundings,
    isDiagnosed = false,
  }: HoverOptions = {},
): string | null {
  return hoverOf({
    evaluation: { study: studyOfText(text), offset, line: 0 },
    uri: 'file:///exercise.nabla.json',
    theme,
    parts: { ...allParts, ...parts },
    digits,
    notation,
    words,
    isDiagnosed,
    ...(surroundings === undefined ? {} : { surroundings }),
    focus: focus === undefined ? null : { offset: text.indexOf(focus), length: focus.length },
  });
}
