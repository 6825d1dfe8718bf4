import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formula } from '../../../extension/language/words/fr/formulas';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const texts = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, file), 'utf8'));

const client = readdirSync(join(root, 'extension/client'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'extension/client', file), 'utf8'))
  .join('\n');

/** What stands in `l10n.t(…)`, the way VS Code looks it up. */
const said = [...client.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
  ([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'),
);

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\d\}|command:[\w.]+|`[^`]+`|\$\([\w-]+\)/g) ?? [])].sort();

describe('what VS Code shows by itself', () => {
  it('stands in French, key by key', () => {
    assert.deepEqual(Object.keys(texts('package.nls.fr.json')), Object.keys(texts('package.nls.json')));
  });

  it('has a text for every key that the manifest names, and no more', () => {
    const named = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)];
    const keys = [...new Set(named.map(([, key = '']) => key))].sort();
    assert.deepEqual(keys, Object.keys(texts('package.nls.json')).sort());
  });

  it('is declared, so that VS Code finds what the client says', () => {
    assert.equal(texts('package.json').l10n, './l10n');
  });

  it('has every text of the client in French, and no more', () => {
    assert.ok(said.length > 10);
    assert.equal(said.length, client.match(/l10n\.t\(/g)?.length, 'each text is written out in the call');
    assert.deepEqual(Object.keys(texts('l10n/bundle.l10n.fr.json')).sort(), [...new Set(said)].sort());
  });

  it('offers in French what it offers in English, and says of it the same', () => {
    const schema = (language: 'nls' | 'nls.fr') =>
      readFileSync(join(root, texts(`package.${language}.json`).schema ?? ''), 'utf8');
    const said: [string[], string[]] = [[], []];
    const structure = (text: string, sentences: string[]) =>
      JSON.parse(text, (key, value) => {
        if (key === 'label' || /^(markdownD|d)escription$/.test(key)) sentences.push(value);
        else if (/^(markdownE|e)numDescriptions$/.test(key)) sentences.push(...value);
        else return value;
      });
    assert.deepEqual(structure(schema('nls.fr'), said[1]), structure(schema('nls'), said[0]));
    assert.equal(said[1].length, said[0].length);
    for (const [index, english] of said[0].entries()) {
      const french = said[1][index] ?? '';
      const names = /[a-z]+_[a-z_]+(?=:)|`[^`]*`/g;
      assert.deepEqual(french.replaceAll('\u202f', '').match(names), english.match(names), french);
      assert.doesNotMatch(french, /\b(?:the|of|is|are|and|with|for|default|else|layers|weights|sum)\b/i);
      assert.doesNotMatch(french.replaceAll(/`[^`]*`/g, ''), / [;:]|[^\u202f\d]; |\p{L}'\p{L}/u, french);
      // What has no words is the same formula.
      if (!/\b(?!max|min|sin|cos|tan|tanh|exp|else)[a-z]{3,}/i.test(english))
        assert.equal(french, formula(english));
    }
  });

  it('keeps placeholders, links, code and icons', () => {
    const english = texts('package.nls.json');
    const pairs = [
      ...Object.entries(texts('l10n/bundle.l10n.fr.json')),
      ...Object.entries(texts('package.nls.fr.json')).map(([key, french]) => [english[key] ?? '', french]),
    ] as const;
    for (const [text, french] of pairs) assert.deepEqual(placeholders(french), placeholders(text), french);
  });

  it('follows French typography', () => {
    const french = [
      ...Object.values(texts('l10n/bundle.l10n.fr.json')),
      ...Object.values(texts('package.nls.fr.json')),
    ].map((text) => text.replace(/`[^`]*`|\]\([^)]*\)/g, ''));
    for (const text of french) {
      assert.doesNotMatch(text, / [;:!?»]|« |«[^\u202f]|[\p{L})][:;!?]|\p{L}'\p{L}|[“”"]/u);
    }
  });
});
