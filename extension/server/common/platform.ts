import type { Kernels } from '../../../core/kernels/kernels';

/** What differs between a Node process and a Web Worker. */
export interface Platform {
  /** The fastest that this host runs. */
  readonly kernels: Kernels;
  /** A turn of the event loop, in which waiting messages are taken: a cancellation among them. */
  turn(): Promise<void>;
}
