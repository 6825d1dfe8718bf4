import { ConnectionError } from 'vscode-languageserver';

/**
 * Sends what nobody waits for, unless the other side has hung up: what is still computed for it then ends in silence, where
 * an error would end the process of whoever hosts the server.
 */
export function ifConnected(send: () => void): void {
  try {
    send();
  } catch (reason) {
    if (!(reason instanceof ConnectionError)) throw reason;
  }
}
