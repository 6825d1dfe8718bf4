/** A colour as `#rrggbb`, in sRGB. */
export type Hex = `#${string}`;

type Triple = readonly [number, number, number];

/** `amount` of the first in the second, channel by channel, as `color-mix(in srgb, …)`. */
export function mix(first: Hex, second: Hex, amount: number): Hex {
  return toHex(blend(channels(first), channels(second), amount));
}

/** The same in oklab, where steps look even. Source: B. Ottosson, "A perceptual color space for image processing", 2020. */
export function mixInOklab(first: Hex, second: Hex, amount: number): Hex {
  return toHex(fromOklab(blend(toOklab(first), toOklab(second), amount)));
}

/** From 1 to 21. Source: Web Content Accessibility Guidelines 2.2, "contrast ratio". */
export function contrast(first: Hex, second: Hex): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Hex): number {
  const [red, green, blue] = channels(color).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function blend(first: Triple, second: Triple, amount: number): Triple {
  const at = (index: 0 | 1 | 2) => first[index] * amount + second[index] * (1 - amount);
  return [at(0), at(1), at(2)];
}

function channels(color: Hex): Triple {
  const value = Number.parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function toHex(color: Triple): Hex {
  const digits = color.map((channel) => {
    return Math.round(Math.min(1, Math.max(0, channel)) * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function companded(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function toOklab(color: Hex): Triple {
  const [red, green, blue] = channels(color).map(linear);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    companded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    companded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    companded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}
