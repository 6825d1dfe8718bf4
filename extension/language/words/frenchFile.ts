import { fr } from './fr';
import type { FrenchScope } from './frenchApart';

// The entry of dist/words.fr.js, for the server and the panel alike.
(globalThis as FrenchScope).nablaFrench = fr;
