/**
 * Measures inside the real extension host. Called by VS Code as a test module; says its figures on
 * the console, which `extensionHost.mjs` reads.
 */
import { type Profiler, Session } from 'node:inspector';
import * as vscode from 'vscode';
import type { Figure } from './figure.mjs';
import { median } from './figure.mjs';

const hovers = 60;
const keys = 30;
/** A fast typist's pause between two keys, in milliseconds. */
const keyPause = 60;
/** Microseconds between two samples of the profiler. */
const samplingInterval = 500;

export async function run(): Promise<void> {
  const figures = [await measureActivation(), ...(await measureHovers()), ...(await measureTyping())];
  console.log(`nabla-bench ${JSON.stringify(figures)}`);
}

/**
 * Code load and activate(), once the host has nothing else to do. The extension that runs here is a copy
 * that no event activates: else it would share the time with all others that start with the window.
 */
async function measureActivation(): Promise<Figure> {
  const extension = vscode.extensions.getExtension('nabla.nabla');
  if (extension === undefined || extension.isActive) throw new Error('Nabla is missing, or active already.');
  await quiet();
  const began = performance.now();
  await extension.activate();
  const took = performance.now() - began;
  return {
    name: 'Activation of the client: code load and activate()',
    value: took,
    unit: 'ms',
    goal: 20,
    about: 'vscode.Extension.activate() in a host that has nothing else to do',
  };
}

/** Until timers have come in time for a quarter of a second; after ten seconds in any case. */
async function quiet(): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (let calm = 0; calm < 10 && performance.now() < deadline; ) {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 25));
    calm = performance.now() - began < 35 ? calm + 1 : 0;
  }
}

/**
 * The textbook network as plain text: nothing has started the server before, and no other extension's
 * hovers are waited for.
 */
async function measureHovers(): Promise<Figure[]> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const exercises = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, 'exercises.md'));
  const content = new TextDecoder().decode(exercises);
  const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
  const editor = await vscode.window.showTextDocument(document);
  await quiet();
  const text = document.getText();
  const start = document.positionAt(text.indexOf('W1 ='));
  const end = document.positionAt(text.indexOf('y = 1') + 'y = 1'.length);
  editor.selection = new vscode.Selection(start, end);
  const hover = async () => {
    const began = performance.now();
    const answers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start.translate(0, 6),
    );
    const took = performance.now() - began;
    const said = answers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    return { took, said: said.join('\n') };
  };
  const first = await hover();
  if (!first.said.includes('0.160713')) throw new Error(`The hover does not say the loss: ${first.said}`);
  const later: number[] = [];
  for (let i = 0; i < hovers; i += 1) later.push((await hover()).took);
  return [
    {
      name: 'First hover, with the start of the server',
      value: first.took,
      unit: 'ms',
      goal: 400,
      about: 'textbook network, vscode.executeHoverProvider',
    },
    {
      name: 'Later hovers',
      value: median(later),
      unit: 'ms',
      goal: 20,
      about: `the same, median of ${hovers}; largest ${Math.max(...later).toFixed(1)} ms`,
    },
  ];
}

/** A network of one layer of 1 MiB of text. */
function largeText(): string {
  const columns = 100;
  const row = `      [${Array.from({ length: columns }, (_, i) => (0.001 * ((i * 37) % 89) - 0.04).toFixed(4)).join(', ')}]`;
  const rows = Math.ceil((1 << 20) / (row.length + 2));
  const weights = Array.from({ length: rows }, () => row).join(',\n');
  return `{\n  "layers": [\n    { "weights": [\n${weights}\n    ] }\n  ]\n}\n`;
}

async function measureTyping(): Promise<Figure[]> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = vscode.Uri.joinPath(folder.uri, 'large.nabla.json');
  const content = largeText();
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const row = Math.floor(document.lineCount / 2);
  const place = new vscode.Position(row, document.lineAt(row).text.lastIndexOf(']'));

  // Opened and checked once, with an error that then goes: the server has the text.
  const ownErrors = () =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'nabla').length;
  const until = (reached: () => boolean) =>
    new Promise<void>((resolve) => {
      if (reached()) {
        resolve();
        return;
      }
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        if (!reached()) return;
        listening.dispose();
        resolve();
      });
    });
  const type = async (text: string, at: vscode.Position) => {
    await editor.edit((edit) => edit.insert(at, text), { undoStopBefore: false, undoStopAfter: false });
  };
  await type(', 1', place);
  await until(() => ownErrors() > 0);
  await editor.edit((edit) => edit.delete(new vscode.Range(place, place.translate(0, 3))));
  await until(() => ownErrors() === 0);

  const profile = await profiled(async () => {
    // Digits of a number leave the text well formed; the last keys make the row one number too long.
    for (let i = 0; i < keys; i += 1) {
      await type('1', place);
      await new Promise((resolve) => setTimeout(resolve, keyPause));
    }
    await type(',', place.translate(0, keys));
    await type('1', place.translate(0, keys + 1));
    const began = performance.now();
    await until(() => ownErrors() > 0);
    return performance.now() - began;
  });
  return [
    {
      name: 'Typing in 1 MB: longest hold of the extension host by Nabla',
      value: longestHold(profile.profile),
      unit: 'ms',
      goal: 10,
      about: `${keys} keys, ${keyPause} ms apart; consecutive profiler samples (${samplingInterval} µs) with a frame of ours`,
    },
    {
      name: 'Typing in 1 MB: from the last key to diagnostics',
      value: profile.result,
      unit: 'ms',
      goal: 300,
      about: `${(content.length / 1e6).toFixed(2)} MB`,
    },
  ];
}

async function profiled<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; profile: Profiler.Profile }> {
  const session = new Session();
  session.connect();
  const post = (method: 'Profiler.enable' | 'Profiler.start') =>
    new Promise<void>((resolve, reject) =>
      session.post(method, (error) => (error ? reject(error) : resolve())),
    );
  await post('Profiler.enable');
  await new Promise<void>((resolve, reject) =>
    session.post('Profiler.setSamplingInterval', { interval: samplingInterval }, (error) =>
      error ? reject(error) : resolve(),
    ),
  );
  await post('Profiler.start');
  const result = await work();
  const profile = await new Promise<Profiler.Profile>((resolve, reject) =>
    session.post('Profiler.stop', (error, answer) => (error ? reject(error) : resolve(answer.profile))),
  );
  session.disconnect();
  return { result, profile };
}

/** The longest run of samples with a frame of Nabla's bundles on the stack, in milliseconds. */
function longestHold({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): number {
  const ours = new Set<number>();
  const visit = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number, within: boolean) => {
    const node = visit.get(id);
    if (node === undefined) return;
    const here = within || /\/dist\/(client|connection)\.node\.js$/.test(node.callFrame.url);
    if (here) ours.add(id);
    for (const child of node.children ?? []) mark(child, here);
  };
  mark(nodes[0].id, false);
  let longest = 0;
  let run = 0;
  for (const [index, id] of samples.entries()) {
    run = ours.has(id) ? run + (timeDeltas[index] ?? 0) : 0;
    longest = Math.max(longest, run);
  }
  return longest / 1000;
}
