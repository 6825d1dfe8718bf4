import { fr } from './fr';
import { panel } from './fr/panel';
import type { FrenchScope } from './frenchApart';

// The entry of dist/words.fr.js, for the server and the panel alike.
(globalThis as FrenchScope).nablaFrench = { words: fr, panel };
