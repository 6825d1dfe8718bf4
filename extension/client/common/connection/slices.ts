import { Notifications, type TextSliceParams } from '../../../protocol/requests';

type Notify = (method: string, parameters: TextSliceParams) => Promise<void>;

let lastId = 0;

/** A turn of the event loop, so that nothing else in the extension host waits for a long text. */
export function yieldToHost(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Sends a long text in pieces and answers the name under which the server keeps it. Each piece is made
 * when it is its turn. Where `abandoned` turns true, the server's copy is replaced by nothing and the
 * answer is null.
 */
export async function sendSlices(
  notify: Notify,
  pieces: Iterable<string>,
  abandoned: () => boolean,
): Promise<string | null> {
  lastId += 1;
  const textId = `text-${lastId}`;
  let index = 0;
  for (const text of pieces) {
    await notify(Notifications.textSlice, { textId, index, last: false, text });
    index += 1;
    await yieldToHost();
    if (abandoned()) return forget(notify, textId);
  }
  await notify(Notifications.textSlice, { textId, index, last: true, text: '' });
  return abandoned() ? forget(notify, textId) : textId;
}

async function forget(notify: Notify, textId: string): Promise<null> {
  await notify(Notifications.textSlice, { textId, index: 0, last: true, text: '' });
  return null;
}
