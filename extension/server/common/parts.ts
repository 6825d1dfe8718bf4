/** The answers to details, a sixth of the code, are loaded with the first question. */
export const loadDetails = () => import('../../language/details');

/** Hovers, with the equations in them, are written when the first is asked for. */
export const loadHover = () => import('../../language/hover/hover');

/** What a person may do is made when an editor first asks for it. */
export const loadActions = () => import('../../language/actions');

/** What an editor asks of a document that it shows. */
export const loadFeatures = () => import('../../language/documentFeatures');

/** What the panel draws. */
export const loadView = () => import('../../language/view');

/** What commands return. */
export const loadResult = () => import('../../language/result');
