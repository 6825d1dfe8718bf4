import type { Span } from '../problem';
import type { Reading, ReadOptions } from './reading';

/**
 * Reads numbers from text. Spans in the result count from the start of `text`, also where
 * `options.within` names a part. A generator that yields at least every 10 ms, so that the one
 * who drives it can cancel; `read` drives it to its end.
 */
export declare function readSteps(text: string, options?: ReadOptions): Generator<undefined, Reading>;
export declare function read(text: string, options?: ReadOptions): Reading;

/**
 * The smallest network, distribution or matrix around an offset, or null where there is none.
 * In `{"layers": …}` that is the whole network object, wherever inside it the offset stands.
 */
export declare function valueAround(text: string, offset: number): Span | null;
