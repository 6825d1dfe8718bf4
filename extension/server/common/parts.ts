/** The answers to details, a sixth of the code, are loaded with the first question. */
export const loadDetails = () => import('../../language/details');

/** Hovers, with the equations in them, are written when the first is asked for. */
export const loadHover = () => import('../../language/hover/hover');

/** What a person may do is made when an editor first asks for it. */
export const loadActions = () => import('../../language/actions');
