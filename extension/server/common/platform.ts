/** What differs between a Node process and a Web Worker. */
export interface Platform {
  /** A turn of the event loop, in which waiting messages are taken: a cancellation among them. */
  turn(): Promise<void>;
}
