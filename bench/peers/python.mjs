// PyTorch and NumPy, in a process of their own that is asked a line and answers a line.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Null where they are not installed.
 * @param {readonly import('./cases.mjs').Case[]} cases
 */
export async function startPython(cases) {
  const program = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  const child = spawn(program, [new URL('gradients.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (/** @type {unknown} */ line) => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
    const { value, done } = await lines.next();
    return done ? null : JSON.parse(value);
  };
  /** @type {Readonly<Record<'torch' | 'numpy', string>> | null} */
  const names = await ask(Object.fromEntries(cases.map((one) => [one.name, one])));
  return names === null ? null : { names, ask, stop: () => child.kill() };
}
