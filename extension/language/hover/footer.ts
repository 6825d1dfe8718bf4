import { type Link, links } from './markup';
import { type CardRequest, documentSpan, type Section } from './request';

/** Opens what the hover speaks of in the panel. */
export function showLink(request: CardRequest, title: string, command: string): Link {
  const { uri } = request;
  return { title, command, argument: { uri, range: documentSpan(request), show: true } };
}

export function copyLink(request: CardRequest, title: string): Link {
  return { title, command: 'nabla.copyResult', argument: { uri: request.uri, range: documentSpan(request) } };
}

/** The card's actions, and where it has a picture the way to turn pictures off. */
export function footer(request: CardRequest, actions: readonly Link[], hasPicture: boolean): Section {
  const settings: Link = {
    title: request.words.hover.pictureSettings,
    command: 'workbench.action.openSettings',
    argument: 'nabla.hover.picture',
  };
  return { markdown: links(hasPicture ? [...actions, settings] : actions) };
}
