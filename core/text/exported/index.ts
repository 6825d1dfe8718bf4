import type { Steps } from '../../steps';
import type { JsonObject } from '../json';
import type { NetworkParts } from '../networkParts';
import type { Source } from '../source';
import { isBrainJs, readBrainJs } from './brainJs';
import { isKeras, readKeras } from './keras';
import { isScikitLearn, readScikitLearn } from './scikitLearn';

/** Whether the object has the form in which another program writes a network down. */
export function isExported(object: JsonObject): boolean {
  return isBrainJs(object) || isScikitLearn(object) || isKeras(object);
}

/** The network in an object that another program wrote; null, and a problem, where it cannot be read. */
export function* readExported(source: Source, object: JsonObject): Steps<NetworkParts | null> {
  if (isBrainJs(object)) return yield* readBrainJs(source, object);
  if (isScikitLearn(object)) return readScikitLearn(source, object);
  return yield* readKeras(source, object);
}
