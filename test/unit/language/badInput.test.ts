import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../../../extension/language/diagnostics';
import { verbatim } from '../../../extension/language/hover/markup';
import { resultOf } from '../../../extension/language/result';
import { viewOf } from '../../../extension/language/view';
import { badInputs } from './badInput';
import { hoverOfText, studyOfText, words } from './texts';

/** The same text further down in a document. */
const [offset, line] = [100, 7];

describe('bad input', () => {
  for (const { title, text, code, message, at, fails } of badInputs) {
    it(`says the same sentence at the same place on every surface: ${title}`, () => {
      const study = studyOfText(text);
      assert.equal(study.kind === 'error', fails, JSON.stringify(study.problems));
      const problem = resultOf(study, words).problems.find((candidate) => candidate.code === code);
      assert.ok(problem, JSON.stringify(study.problems));
      assert.equal(problem.message, message);
      assert.ok(
        text.slice(problem.offset).startsWith(at),
        `at ${JSON.stringify(text.slice(problem.offset, problem.offset + 20))}`,
      );

      const document = TextDocument.create('file:///a.nabla.json', 'jsonc', 1, text);
      const diagnostic = diagnosticsOf(study, document, words).find((candidate) => candidate.code === code);
      assert.equal(diagnostic?.message, message);
      assert.equal(diagnostic?.source, 'nabla');
      assert.deepEqual(diagnostic?.range, {
        start: document.positionAt(problem.offset),
        end: document.positionAt(problem.offset + problem.length),
      });
      assert.deepEqual(diagnostic?.range.start, { line: problem.line - 1, character: problem.column - 1 });

      const shown = viewOf({ study, offset, line }, words).problems.find(
        (candidate) => candidate.code === code,
      );
      assert.equal(shown?.message, message);
      assert.deepEqual(shown?.span, { offset: problem.offset + offset, length: problem.length });
      assert.equal(shown?.line, problem.line + line);

      const hover = hoverOfText(text);
      if (hover !== null) assert.ok(hover.includes(verbatim(message)), hover);
    });
  }

  it('is not spoken of in a hover where nobody meant numbers', () => {
    assert.equal(hoverOfText('The quick brown fox (jumps) over 3 dogs.'), null);
    assert.equal(hoverOfText(''), null);
    assert.equal(hoverOfText('42'), null);
  });

  it('is spoken of in a hover where numbers were meant', () => {
    assert.match(hoverOfText('[[1, 2, 3], [4, 5]]') ?? '', /^<strong>Row 2 has 2 numbers/);
  });

  it('has a remedy where one is known', () => {
    const view = viewOf({ study: studyOfText('[[1, 2, 3], [4, 5]]'), offset: 0, line: 0 }, words);
    assert.equal(view.problems[0]?.remedy, 'Add 1 number to the row.');
  });
});
