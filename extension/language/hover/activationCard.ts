import type { ActivationStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { formatNumber } from '../../../core/derivation/formatNumber';
import { fromWire, type WireNumber } from '../../protocol/wire';
import { activationView } from '../activation/view';
import { activationPicture } from './activationPicture';
import { showLink } from './footer';
import { colored, image, links, strong, verbatim } from './markup';
import { notes } from './notes';
import type { CardRequest, Section } from './request';

/** Numbers of the input that a card has room for. */
const mostPoints = 3;

/** What the function and its derivative are, one small picture, and the way to the whole study. */
export function activationCard(request: CardRequest, study: ActivationStudy): readonly Section[] {
  const { words, parts, palette, digits } = request;
  const say = words.activation;
  const { name, groups, plot, points } = activationView(study, words);
  const [definition] = groups;
  const [value, derivative] = (definition?.facts ?? []).flatMap(({ math }) =>
    math === null ? [] : [math.plain],
  );
  const picture = parts.picture && plot !== null ? activationPicture(plot, say.picture(name), palette) : null;
  const sections: Section[] = [
    { markdown: `${strong(verbatim(name))}&emsp;${verbatim(value ?? '')}` },
    ...(derivative === undefined ? [] : [{ markdown: strong(verbatim(derivative)) }]),
  ];
  for (const { at, value, slope } of points.slice(0, mostPoints)) {
    const number = (one: WireNumber) => formatNumber(fromWire(one), digits);
    const said = [`φ(${number(at)}) = ${number(value)}`, `φ′(${number(at)}) = ${number(slope)}`];
    sections.push({ markdown: verbatim(said.join(' · ')) });
  }
  const { shape } = study;
  if (shape !== null) {
    const said = [
      say.monotony(shape.monotony.kind, shape.monotony.strictly),
      say.convexity(shape.convexity),
      ...(plot?.corners ?? []).map((corner) => corner.name),
    ];
    sections.push({ markdown: colored(verbatim(said.join(' · ')), palette.quiet) });
  }
  sections.push(...notes(request));
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  sections.push({ markdown: links([showLink(request, say.show, 'nabla.evaluateSelection')]) });
  return sections;
}
