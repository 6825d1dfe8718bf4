import type { ThemeKind } from '../../protocol/requests';
import { type Hex, mix, mixInOklab } from './color';

/** The colours of a hover, which takes no theme variables: hex for one kind of theme. */
export interface Palette {
  readonly ground: Hex;
  readonly ink: Hex;
  /** Secondary text. */
  readonly quiet: Hex;
  /** Axes and quiet strokes, never text. */
  readonly stroke: Hex;
  /** Strokes by sign. */
  readonly positive: Hex;
  readonly negative: Hex;
  /** Text by sign. */
  readonly positiveText: Hex;
  readonly negativeText: Hex;
  /** The text that an error is about. */
  readonly error: Hex;
  /** The band under a selected path. */
  readonly casing: Hex;
  /** The ground of a cell that holds text: `part` from −1 to 1 on the diverging scale. */
  cell(part: number): Hex;
  /** A cell without text, which takes the whole of the scale. */
  heat(part: number): Hex;
}

/** A theme kind's colours as VS Code's default theme of that kind has them, and how they are mixed. */
interface Recipe {
  /** `editorHoverWidget.background` and `.foreground`. */
  readonly ground: Hex;
  readonly ink: Hex;
  /** `charts.blue`, `charts.yellow`, `charts.red`. */
  readonly blue: Hex;
  readonly yellow: Hex;
  readonly red: Hex;
  /** `editorError.foreground`. */
  readonly error: Hex;
  /** How much ink is in secondary text and in strokes, and how much of a sign in its text and cells. */
  readonly quiet: number;
  readonly stroke: number;
  readonly positiveText: number;
  readonly errorText: number;
  readonly cell: number;
}

const recipes: Readonly<Record<ThemeKind, Recipe>> = {
  dark: {
    ground: '#202020',
    ink: '#cccccc',
    blue: '#3794ff',
    yellow: '#cca700',
    red: '#f14c4c',
    error: '#f14c4c',
    errorText: 0.85,
    quiet: 0.74,
    stroke: 0.46,
    positiveText: 0.72,
    cell: 0.46,
  },
  light: {
    ground: '#f8f8f8',
    ink: '#3b3b3b',
    blue: '#1a85ff',
    yellow: '#bf8803',
    red: '#e51400',
    error: '#e51400',
    errorText: 0.85,
    quiet: 0.76,
    stroke: 0.58,
    positiveText: 0.62,
    cell: 0.4,
  },
  'high-contrast': {
    ground: '#0c141f',
    ink: '#ffffff',
    blue: '#3794ff',
    yellow: '#ffd370',
    red: '#f48771',
    error: '#f48771',
    errorText: 1,
    quiet: 1,
    stroke: 0.46,
    positiveText: 0.72,
    cell: 0.5,
  },
  'high-contrast-light': {
    ground: '#ffffff',
    ink: '#292929',
    blue: '#1a85ff',
    yellow: '#895503',
    red: '#b5200d',
    error: '#b5200d',
    errorText: 1,
    quiet: 1,
    stroke: 0.58,
    positiveText: 0.72,
    cell: 0.34,
  },
};

const negativeText = 0.72;
const casing = 0.26;

export function paletteOf(theme: ThemeKind): Palette {
  const { ground, ink, blue, yellow, red, error, ...amounts } = recipes[theme];
  // `charts.orange` is a blue in High Contrast Light, so orange is mixed.
  const negative = mixInOklab(yellow, red, 0.5);
  return {
    ground,
    ink,
    quiet: mix(ink, ground, amounts.quiet),
    stroke: mix(ink, ground, amounts.stroke),
    positive: blue,
    negative,
    positiveText: mix(blue, ink, amounts.positiveText),
    negativeText: mix(negative, ink, negativeText),
    error: mix(error, ink, amounts.errorText),
    casing: mix(ink, ground, casing),
    heat: (part) => mixInOklab(part < 0 ? negative : blue, ground, Math.min(1, Math.abs(part))),
    cell: (part) => {
      const amount = Math.min(1, Math.abs(part)) * amounts.cell;
      return mixInOklab(part < 0 ? negative : blue, ground, Number.isNaN(part) ? 0 : amount);
    },
  };
}
