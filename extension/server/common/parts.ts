/** The answers to details, a sixth of the code, are loaded with the first question. */
export const loadDetails = () => import('../../language/details');

/** What a person may do is made when an editor first asks for it. */
export const loadActions = () => import('../../language/actions');
