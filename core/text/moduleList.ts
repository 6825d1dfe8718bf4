import { findActivation } from '../network/activations';
import { isWordStart } from './characters';
import { onFirstUse } from './onFirstUse';
import { closingParenthesis } from './skip';

/** Longer lists of modules are not looked at. */
const longest = 10_000;
const opening = onFirstUse(() => /(?:[\p{L}_][\p{L}\p{N}_]*\.)*Sequential[ \t]*\(/uy);
const module = onFirstUse(() => /(?:[\p{L}_][\p{L}\p{N}_]*\.)*([A-Z][\p{L}\p{N}]*)[ \t]*\([^()]*\)/gu);

export interface ModuleList {
  /** The Linear modules by their places in the list, as keys of a state dict count them. */
  readonly layers: readonly {
    readonly place: number;
    readonly at: number;
    /** Where the activation after it stands; null where another module follows, or none. */
    readonly activation: number | null;
  }[];
  readonly end: number;
}

/** `nn.Sequential(nn.Linear(3, 2), nn.ReLU(), …)`; null where `at` is none with a Linear in it. */
export function readModuleList(text: string, at: number, limit: number): ModuleList | null {
  if (!isWordStart(text.charCodeAt(at))) return null;
  const whole = text.slice(at, Math.min(limit, at + longest));
  opening().lastIndex = 0;
  const open = opening().exec(whole);
  const end = open === null ? null : closingParenthesis(whole, open[0].length);
  if (open === null || end === null) return null;
  const start = open[0].length;
  const modules = [...whole.slice(start, end).matchAll(module())].map(({ 1: kind = '', index }) => ({
    kind,
    at: at + start + index,
  }));
  const layers = modules.flatMap((own, place) => {
    if (own.kind !== 'Linear') return [];
    // What changes nothing once the network is trained.
    const next = modules.slice(place + 1).find(({ kind }) => !/^(?:Dropout|Flatten|Identity)/.test(kind));
    const isFunction = next !== undefined && findActivation(next.kind).found !== null;
    return [{ place, at: own.at, activation: isFunction ? next.at : null }];
  });
  return layers.length === 0 ? null : { layers, end: at + end + 1 };
}
