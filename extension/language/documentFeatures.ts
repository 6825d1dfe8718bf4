// What an editor asks of a document that it shows: a part of its own, which is loaded with the first question.
export { completionsAt } from './completion/completion';
export { hintsOf } from './hints';
export { lensesOf } from './lenses';
export { definitionAt, referencesAt } from './symbols/definition';
export { foldingOf } from './symbols/folding';
export { selectionRangeAt } from './symbols/selectionRanges';
export { symbolsOf } from './symbols/symbols';
