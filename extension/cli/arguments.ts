import { parseArgs } from 'node:util';
import type { ReadAs } from '../../core/text/reading';
import type { Language, Words } from '../language/words/words';
import { type DetailTopic, detailTopics } from './details';
import { wordsFor } from './wordsFor';

const readAs: readonly ReadAs[] = ['auto', 'network', 'distribution', 'matrix'];
const languages: readonly Language[] = ['en', 'fr'];

export type Command =
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'eval';
      /** `-` is standard input. */
      readonly file: string;
      readonly as: ReadAs;
      readonly json: boolean;
      /** What the one object has beside the result, by topic. */
      readonly details: readonly DetailTopic[];
      /** Numbers for people have a comma for their decimal mark. */
      readonly decimalComma: boolean;
      readonly language: Language;
    }
  | {
      readonly kind: 'check';
      readonly files: readonly string[];
      readonly as: ReadAs;
      readonly language: Language;
    }
  /** The arguments are not understood; `message` is a sentence. */
  | { readonly kind: 'misuse'; readonly message: string; readonly language: Language };

const options = {
  as: { type: 'string', default: 'auto' },
  json: { type: 'boolean', default: false },
  detail: { type: 'string', multiple: true, default: [] as string[] },
  'decimal-comma': { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

export function readArguments(given: readonly string[]): Command {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(given);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message.replace(/\. .*$/s, '.') : String(reason);
    return { kind: 'misuse', message, language: 'en' };
  }
  const { values, positionals } = parsed;
  const language = languages.find((known) => known === values.language);
  const as = readAs.find((known) => known === values.as);
  const words = wordsFor(language ?? 'en');
  const misuse = (message: string): Command => ({ kind: 'misuse', message, language: language ?? 'en' });
  if (language === undefined) return misuse(wrongChoice(words, 'language', values.language, languages));
  if (as === undefined) return misuse(wrongChoice(words, 'as', values.as, readAs));
  if (values.help) return { kind: 'help', language };
  if (values.version) return { kind: 'version' };
  const details = values.detail.flatMap((given) => given.split(','));
  const unknown = details.find((given) => !detailTopics.some((topic) => topic === given));
  const [command, ...files] = positionals;
  switch (command) {
    case 'eval':
      if (files.length > 1) return misuse(words.cli.oneFile);
      if (unknown !== undefined) return misuse(wrongChoice(words, 'detail', unknown, detailTopics));
      if (details.length > 0 && !values.json) return misuse(words.cli.detailNeedsJson);
      return {
        kind: 'eval',
        file: files[0] ?? '-',
        as,
        json: values.json,
        details: detailTopics.filter((topic) => details.includes(topic)),
        decimalComma: values['decimal-comma'],
        language,
      };
    case 'check':
      if (files.length === 0) return misuse(words.cli.filesNeeded);
      return { kind: 'check', files, as, language };
    case undefined:
      return misuse(words.cli.missingCommand);
    default:
      return misuse(words.cli.unknownCommand(command));
  }
}

function parse(given: readonly string[]) {
  return parseArgs({ args: [...given], options, allowPositionals: true });
}

function wrongChoice(words: Words, option: string, value: string, choices: readonly string[]): string {
  return words.cli.unknownChoice(option, value, choices.join(', '));
}
