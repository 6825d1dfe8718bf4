import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { badInputs } from '../language/badInput';
import { distributions, network } from '../language/texts';
import { commandLine, nabla } from './nabla';

describe('the command line', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'nabla-cli-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  it('evaluates the exercise from standard input', () => {
    const { stdout, stderr, status } = nabla(['eval', '--json'], network);
    const result = JSON.parse(stdout);
    assert.equal(result.loss, 0.16071321517014325);
    assert.equal(result.gradients.weights[0][0][1], -0.11871944641765923);
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('prints numbers that read back as they were computed, and nothing but one object', () => {
    for (const text of [network, distributions, '[[1, NaN], [Infinity, 1e-300]]']) {
      const { stdout } = nabla(['eval', '-', '--json'], text);
      assert.equal(`${JSON.stringify(JSON.parse(stdout))}\n`, stdout);
    }
  });

  it('prints a prime above 2⁵³ with all its digits, and the sums where one is not one', () => {
    const long =
      '{"p": ["1000000000000000009/3000000000000000000", "1999999999999999991/3000000000000000000"]}';
    assert.match(nabla(['eval', '--json'], long).stdout, /"prime":1000000000000000009,/);
    const { sumP, sumQ } = JSON.parse(
      nabla(['eval', '--json'], '{"p": [0.5, 0.4], "q": ["1/2", "2/3"]}').stdout,
    );
    assert.deepEqual([sumP, sumQ], [0.9, 7 / 6]);
  });

  it('reads a file, with a byte order mark and with Windows line ends', () => {
    const path = file('windows.nabla.json', `\uFEFF${network.replaceAll('\n', '\r\n')}`);
    const { stdout, status } = nabla(['eval', path, '--json']);
    assert.equal(JSON.parse(stdout).loss, 0.16071321517014325);
    assert.equal(status, 0);
  });

  it('writes a network for people', () => {
    const { stdout } = nabla(['eval'], network);
    assert.match(stdout, /^Network 3–2–1, softplus, softplus\n\nŷ = 0\.433055\nℒ = 0\.160713\n/);
    assert.match(stdout, / {2}1 {6}−0\.059360 {2}−0\.118719 {2}−0\.178079 {2}−0\.059360\n/);
    assert.match(stdout, /Gradients agree: matrix, edges, differences\.\n$/);
  });

  it('writes divergences for people, the exact form with them', () => {
    const { stdout } = nabla(['eval', '--as', 'distribution'], distributions);
    assert.match(stdout, /KL\(P ‖ Q\) {8}0\.085300 {2}nat/);
    assert.match(stdout, /KL\(P ‖ Q\) = \(32 ln 2 \+ 55 ln 3 − 50 ln 5\)\/25/);
  });

  it('writes families for people: their parameters, each value with how it was got, the closed forms', () => {
    const { stdout, status } = nabla(['eval'], 'KL(cauchy(0, 1) || N(0, 1))');
    assert.match(stdout, /^P = cauchy\(loc = 0, scale = 1\)\nQ = normal\(loc = 0, scale = 1\)\n\n/);
    assert.match(stdout, /KL\(P ‖ Q\) +∞ {2}nat {2}infinite: the integral diverges at −∞ and ∞\n/);
    assert.match(stdout, /KL\(Q ‖ P\) +0\.25924 {2}nat {2}quadrature ± \d/);
    assert.match(stdout, /\n {2}H\(P\) = ln\(4πγ\)\n/);
    assert.equal(status, 0);
  });

  it('takes a text for what it is told to', () => {
    const rows = '[[0.5, 0.5], [0.25, 0.75]]';
    assert.equal(JSON.parse(nabla(['eval', '--json', '--as', 'matrix'], rows).stdout).kind, 'matrix');
    assert.equal(
      JSON.parse(nabla(['eval', '--json', '--as=distribution'], rows).stdout).kind,
      'distribution',
    );
    assert.equal(JSON.parse(nabla(['eval', '--json', '--as', 'network'], rows).stdout).kind, 'network');
  });

  it('notes for people how the text was read, and what was left out', () => {
    const text = '{a: 1, b: [2, 3]}';
    const note =
      'standard input:1:5 note left-out The number 1 of the text stands in no array and is left out.\n';
    assert.equal(nabla(['eval'], text).stderr, note);
    assert.equal(nabla(['eval', '--json'], text).stderr, '');
  });

  for (const { title, text, code, message, fails } of badInputs) {
    it(`says where and what is wrong, and exits ${fails ? 2 : 0}: ${title}`, () => {
      const path = file('bad.nabla.json', text);
      const { stdout, stderr, status } = nabla(['eval', path, '--json']);
      const problem = JSON.parse(stdout).problems.find(
        (candidate: { code: string }) => candidate.code === code,
      );
      const line = `${path}:${problem.line}:${problem.column} ${problem.severity} ${code} ${message}`;
      assert.ok(stderr.split('\n').includes(line), stderr);
      assert.equal(status, fails ? 2 : 0);
      assert.equal(nabla(['check', path]).status, problem.severity === 'error' ? 1 : 0);
    });
  }

  it('checks several files and says nothing of those that are right', () => {
    const right = file('right.nabla.json', network);
    const wrong = file('wrong.nabla.json', network.replace('"softplus"', '"sofplus"'));
    const { stdout, stderr, status } = nabla(['check', right, wrong, right]);
    assert.equal(stdout, '');
    const column = (network.split('\n')[2]?.indexOf('"softplus"') ?? 0) + 1;
    const message = 'Unknown activation “sofplus”. Did you mean “softplus”?';
    assert.equal(stderr, `${wrong}:3:${column} error unknown-activation ${message}\n`);
    assert.equal(status, 1);
    assert.deepEqual(nabla(['check', right]).status, 0);
  });

  it('checks the fenced blocks of a Markdown text, each by itself, and nothing around them', () => {
    const notes = file(
      'notes.md',
      'About [[1, 2], [3]].\n\n```nabla\n[[1, 2], [3]]\n```\n\n```python\n[[1], [2, 3]]\n```\n\n~~~nabla\n[1, 2\n~~~\n',
    );
    const { stderr, status } = nabla(['check', notes]);
    const found = stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(`${notes}:`, '').split(' ', 3).join(' '));
    assert.deepEqual(found, ['4:12 error ragged', '13:1 error syntax']);
    assert.equal(status, 1);
    assert.equal(nabla(['check', file('prose.md', 'About [[1, 2], [3]].\n')]).status, 0);
  });

  it('gives the choices of the reading beside the numbers, what is left out among them', () => {
    const result = JSON.parse(nabla(['eval', '--json'], 'We have\n3 of these: 2*[0.1, 4]\n').stdout);
    assert.deepEqual(
      result.choices.map(({ rule, line, column, data }: Record<string, unknown>) => [
        rule,
        line,
        column,
        data,
      ]),
      [
        ['factor', 2, 13, { factor: '2' }],
        ['left-out', 2, 1, { count: 1, first: '3' }],
      ],
    );
    assert.match(result.choices[0].message, /multiplied by 2/);
    assert.ok(!('choices' in JSON.parse(nabla(['eval', '--json'], '[1, 2]').stdout)));
  });

  it('says in a sentence that a file cannot be read', () => {
    const missing = join(folder, 'missing.json');
    assert.deepEqual(nabla(['eval', missing]).stderr, `${missing}: there is no such file.\n`);
    assert.equal(nabla(['eval', missing]).status, 2);
    assert.match(nabla(['eval', folder]).stderr, /: this is a folder\.\n$/);
    const { stderr, status } = nabla(['check', missing, file('right.nabla.json', network)]);
    assert.deepEqual([stderr, status], [`${missing}: there is no such file.\n`, 2]);
  });

  it('says in a sentence what of its arguments it does not understand', () => {
    const misuses: readonly (readonly [string[], RegExp])[] = [
      [[], /^Say what to do: eval or check\./],
      [['draw'], /^Unknown command “draw”\./],
      [['eval', 'a', 'b'], /^nabla eval takes one file\./],
      [['check'], /^nabla check needs at least one file\./],
      [['eval', '--as', 'poem'], /^--as takes auto, network, distribution, matrix, not “poem”\./],
      [['eval', '--language', 'la'], /^--language takes en, fr, not “la”\./],
      [['eval', '--jsn'], /^Unknown option '--jsn'\. See nabla --help\.\n$/],
    ];
    for (const [given, sentence] of misuses) {
      const { stdout, stderr, status } = nabla(given);
      assert.match(stderr, sentence);
      assert.deepEqual([stdout, status], ['', 2]);
    }
  });

  it('has help and a version', () => {
    const { stdout, status } = nabla(['--help']);
    assert.match(stdout, /^Usage:\n {2}nabla eval/);
    assert.equal(status, 0);
    assert.equal(nabla(['--version']).stdout, `${version}\n`);
  });

  it('speaks French where that is asked for', () => {
    assert.match(
      nabla(['eval', '--language', 'fr'], '[[1, 2], [3]]').stderr,
      /La ligne 2 a 1 nombre\. La ligne 1 en a 2\./,
    );
  });

  it('writes a decimal comma where that is asked for, and never in JSON', () => {
    const text = '{"p": [0.5, 0.5], "q": [0.25, 0.75]}';
    const spoken = nabla(['eval', '--decimal-comma'], text).stdout;
    assert.match(spoken, /KL\(P ‖ Q\)\s+0,143841/);
    assert.match(spoken, /0 +0,5 +0,25/);
    assert.doesNotMatch(spoken, /\d\.\d/);
    const said = JSON.parse(nabla(['eval', '--decimal-comma', '--json'], text).stdout);
    assert.ok(Math.abs(said.klPQ - 0.14384103622589) < 1e-15);
  });

  it('writes it in French sentences too, whose words are a file of their own', () => {
    const text = '{"p": [0.5, 0.54], "q": [0.25, 0.75]}';
    const spoken = nabla(['eval', '--decimal-comma', '--language', 'fr', '-', '--as', 'distribution'], text);
    assert.match(spoken.stderr, /La somme de P est 1,04, et non 1/);
  });

  it('ends quietly when its reader is gone', async () => {
    const numbers = `[${Array.from({ length: 40_000 }, (_, index) => index / 8).join(', ')}]`;
    const path = file('long.json', `[${numbers}]`);
    const child = spawn(process.execPath, [commandLine, 'eval', path, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)));
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    assert.deepEqual([said.join(''), status], ['', 0]);
  });

  it('writes all of a long result into a pipe', () => {
    const numbers = `[${Array.from({ length: 40_000 }, (_, index) => index / 8).join(', ')}]`;
    const path = file('long.json', `[${numbers}]`);
    const { stdout } = nabla(['eval', path, '--json']);
    assert.equal(JSON.parse(stdout).values[0].length, 40_000);
  });
});
