import { bytes } from 'nabla-kernels/scanner.wasm';
import { withDecimalMark } from '../../core/derivation/decimalMark';
import type { WebAssemblyEngine } from '../../core/kernels/createKernels';
import { hasError, type Span } from '../../core/problem';
import { finish } from '../../core/steps';
import type { Study } from '../../core/study';
import { read } from '../../core/text';
import type { ReadAs } from '../../core/text/reading';
import { createScanner } from '../../core/text/scanner/createScanner';
import { version } from '../../package.json';
import { stepsInParts } from '../language/evaluateInParts';
import { regionsOf } from '../language/regions';
import { resultOf } from '../language/result';
import { type Command, readArguments } from './arguments';
import { detailsOf } from './details';
import { humanText } from './humanText';
import { readInput } from './input';
import { jsonLine } from './json';
import { choiceLines, problemLines, write, writeAll } from './report';
import { wordsFor } from './wordsFor';

declare const WebAssembly: WebAssemblyEngine;

/** 0 with a result, 1 where `check` finds an error, 2 where nothing can be computed or read. */
async function run(command: Command): Promise<0 | 1 | 2> {
  switch (command.kind) {
    case 'help':
      write(1, wordsFor(command.language).cli.usage);
      return 0;
    case 'version':
      write(1, `${version}\n`);
      return 0;
    case 'misuse':
      write(2, `${command.message} ${wordsFor(command.language).cli.seeHelp}\n`);
      return 2;
    case 'eval':
      return runEval(command);
    case 'check':
      return runCheck(command);
  }
}

async function runEval({
  file,
  as,
  json,
  details,
  decimalComma,
  language,
}: Extract<Command, { kind: 'eval' }>): Promise<0 | 2> {
  const words = wordsFor(language);
  const input = readInput(file, words);
  if (input.text === null) {
    write(2, `${input.message}\n`);
    return 2;
  }
  const study = await studyOf(input.text, as);
  const mark = decimalComma ? ',' : '.';
  const answers = details.length === 0 ? {} : { details: await detailsOf(study, details, words) };
  const output = json
    ? jsonLine({ ...resultOf(study, words), ...answers })
    : [withDecimalMark(mark, () => humanText(study, words))];
  const problems = withDecimalMark(mark, () => [
    ...problemLines(study, input.name, words),
    ...(json ? [] : choiceLines(study, input.name, words)),
  ]);
  if (writeAll(1, output)) report(problems);
  return study.kind === 'error' ? 2 : 0;
}

async function runCheck({ files, as, language }: Extract<Command, { kind: 'check' }>): Promise<0 | 1 | 2> {
  const words = wordsFor(language);
  let [foundError, unreadable] = [false, false];
  for (const file of files) {
    const input = readInput(file, words);
    if (input.text === null) {
      write(2, `${input.message}\n`);
      unreadable = true;
      continue;
    }
    for await (const study of studiesOf(input.text, file, as)) {
      report(problemLines(study, input.name, words));
      if (hasError(study.problems)) foundError = true;
    }
  }
  return unreadable ? 2 : foundError ? 1 : 0;
}

/** What an editor reports of the file: of each fenced block that says `nabla` in Markdown, else of all of it. */
async function* studiesOf(text: string, file: string, as: ReadAs): AsyncGenerator<Study> {
  const regions = regionsOf(text, /\.(?:md|markdown)$/i.test(file) ? 'markdown' : '');
  for (const region of regions) yield studyOf(text, as, region.length === text.length ? [] : [region]);
}

async function studyOf(text: string, as: ReadAs, within: readonly Span[] = []): Promise<Study> {
  const scanner = createScanner(WebAssembly, bytes, new TextEncoder());
  return finish(await stepsInParts(read(text, { as, scanner, within }), {}));
}

function report(lines: readonly string[]): void {
  if (lines.length > 0) write(2, `${lines.join('\n')}\n`);
}

void run(readArguments(process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});
