import type { EvaluateParams, EvaluateResponse } from '../../../extension/protocol/requests';
import { Notifications, Requests, sliceLength } from '../../../extension/protocol/requests';
import type { Session } from './session';

export const uri = 'file:///exercise.nabla.json';

export const hoverParts = { values: true, gradients: true, picture: true };

/** The parameters of a request for a text that is sent along, with what a test changes. */
export function parametersFor(text: string, changed: Partial<EvaluateParams> = {}): EvaluateParams {
  return {
    uri: 'file:///notes.md',
    version: 1,
    source: { from: 'message', text },
    offset: 0,
    selections: [],
    as: 'auto',
    kinks: 'least-magnitude',
    digits: 6,
    language: 'en',
    ...changed,
  };
}

export function evaluate({ client }: Session, parameters: unknown): Promise<EvaluateResponse> {
  return client.sendRequest(Requests.evaluate, parameters);
}

export async function sendSlices({ client }: Session, textId: string, text: string): Promise<void> {
  let index = 0;
  for (let offset = 0; offset < text.length; offset += sliceLength) {
    const slice = text.slice(offset, offset + sliceLength);
    await client.sendNotification(Notifications.textSlice, { textId, index, last: false, text: slice });
    index += 1;
  }
  await client.sendNotification(Notifications.textSlice, { textId, index, last: true, text: '' });
}

export async function open({ client }: Session, text: string, at = uri): Promise<void> {
  const textDocument = { uri: at, languageId: 'jsonc', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

/** Replaces a part of the open document. */
export async function change(
  { client }: Session,
  version: number,
  range: { line: number; start: number; end: number },
  text: string,
): Promise<void> {
  const { line, start, end } = range;
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
  });
}
