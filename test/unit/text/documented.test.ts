import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { read } from '../../../core/text';
import { derivativeNameAt, derivedBy } from '../../../core/text/derivativeName';
import { namedForm } from '../../../core/text/measureForm';
import { parseName } from '../../../core/text/names';
import { choicesIn, isSettledChoices } from '../../../core/text/settled';
import { described, documentedExamples, documentedRows, textsInProse } from './documented';

const fileOf = (path: string) => new URL(`../../../${path}`, import.meta.url);

describe('examples of docs/notations.md', () => {
  const examples = documentedExamples();

  it('has some for most notations', () => {
    assert.ok(new Set(examples.flatMap(({ notations }) => notations)).size > 30);
  });

  for (const { notations, text, said } of examples) {
    it(`reads ${JSON.stringify(text)} as ${said}`, () => {
      const reading = read(text);
      assert.equal(described(reading), said);
      assert.ok(notations.includes(reading.notation), reading.notation);
    });
  }

  for (const [written = [], worth = []] of documentedRows('Written', 'Worth', 'Where and how')) {
    it(`reads the numbers ${written.join(', ')}`, () => {
      assert.equal(written.length, worth.length);
      written.forEach((text, index) => {
        const reading = read(`[${text}, 0]`);
        assert.ok(reading.kind === 'matrix', text);
        assert.deepEqual([...reading.array.values], [Number(worth[index]), 0], text);
        assert.equal(
          text.slice(reading.array.places.startOf(0) - 1, reading.array.places.endOf(0) - 1),
          text,
        );
      });
    });
  }

  for (const [names = [], role = []] of documentedRows('Names', 'Stand for')) {
    it(`knows ${names.join(', ')} for ${role.join()}`, () => {
      for (const name of names) assert.equal(parseName(name).role, role[0], name);
    });
  }

  for (const [texts = [], problems = []] of documentedRows('Text', 'Problem', 'Why, and what to write')) {
    it(`refuses ${JSON.stringify(texts)} as ${problems.join(', ')}`, () => {
      assert.equal(texts.length, problems.length);
      texts.forEach((text, index) => {
        const reading = read(text);
        assert.equal(reading.kind, 'error', text);
        const [problem] = reading.problems;
        const found = problem?.code === 'syntax' ? problem.data.reason : problem?.code;
        assert.equal(found, problems[index], text);
      });
    });
  }

  for (const [[written = ''] = [], [name = ''] = []] of documentedRows('Written', 'Read as')) {
    it(`reads the arguments of ${written}`, () => {
      const reading = read(`W1 = [1, 2]; x = [1, 2]; activation = ${written}`);
      assert.ok(reading.kind === 'network', JSON.stringify(reading.problems));
      const choice = reading.layers[0]?.activation;
      assert.equal(choice?.name, name);
      assert.equal(Object.keys({ ...choice?.parameters, ...choice?.words }).length, 1);
    });
  }

  it('names every rule that a reading may have applied, and no other', () => {
    const declared = readFileSync(fileOf('core/text/reading.ts'), 'utf8').matchAll(
      /readonly rule: '([a-z-]+)'/g,
    );
    const said = documentedRows('`rule`', 'What was decided').flatMap(([rules = []]) => rules);
    assert.deepEqual([...said].sort(), [...new Set([...declared].map(([, rule]) => rule))].sort());
  });

  it('has comments that settle what they say', () => {
    const words = documentedRows('Comment', 'What it settles').flatMap(([comments = []]) => comments);
    for (const word of words) {
      const text = `# nabla: ${word.replace('# nabla: ', '')}\n[1]`;
      const choices = choicesIn(text, { offset: 0, length: text.length });
      assert.ok(Object.keys(choices).length === 1 && isSettledChoices(choices), word);
    }
  });

  it('gives no other text that is not read, but names of our own and what stands in texts of others', () => {
    const isRead = (text: string) => [text, `[${text}, 0]`].some((whole) => read(whole).kind !== 'error');
    const other = textsInProse().filter((text) => !isOurs(text) && !mentioned.has(text) && !isRead(text));
    assert.deepEqual(other, []);
  });
});

/** A name of the table above or of a form of numbers, a file, a command, a function, an option, a problem, a mark. */
function isOurs(text: string): boolean {
  return (
    parseName(text).role !== null ||
    derivedBy(derivativeNameAt(text, 0, text.length)?.text ?? text) !== null ||
    namedForm(text) !== null ||
    ['', 'core/text/', 'core/text/notations/'].some((folder) => existsSync(fileOf(`${folder}${text}`))) ||
    /^(?:nabla\.)?[A-Za-z_.-]+(?:\(\))?$/.test(text) ||
    /^(?:read\(text, \{ choices \}\)|\{ (?:uri, range|text), to \}|\{ text, losses, lost \})$/.test(text) ||
    /^(?:[^\w\s]{1,4}|\/\* \*\/|\w+ =)$/.test(text)
  );
}

/** Parts of texts, and options of other programs. */
const mentioned: ReadonlySet<string> = new Set([
  ...['D_{KL}', 'in bits', 'base=2', 'q(x)', 'P(X = x)', 'dtype: float64', '[7] 0.5', '\\\\[2pt]', '^T'],
  ...['zeros(3)', 'display2d: false', 'format hex', '.unsqueeze(0)', '[:, None]', '>>> W'],
]);
