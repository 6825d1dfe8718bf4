import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { activations } from '../../../core/network/activations';
import { completionsAt } from '../../../extension/language/completion/completion';
import { wordsOf } from '../../../extension/language/words/words';
import { marked } from './context';

function items(withMark: string, hasSchema = false) {
  const { text, offset } = marked(withMark);
  const document = TextDocument.create('', 'markdown', 1, text);
  return completionsAt(document, { offset: 0, length: text.length }, offset, hasSchema, wordsOf('en'));
}

const labels = (text: string, hasSchema = false) => items(text, hasSchema).map(({ label }) => label);

/** The text after the item of that label. */
function completed(withMark: string, label: string): string {
  const { text } = marked(withMark);
  const item = items(withMark).find((candidate) => candidate.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is not offered`);
  const { range, newText } = item.textEdit;
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), [{ range, newText }]);
}

describe('completion in a fenced block', () => {
  it('offers every activation with its formula', () => {
    const offered = items('{"layers": [{"weights": [[1]], "activation": "|"}]}');
    assert.deepEqual(
      offered.map(({ label }) => label),
      activations.map(({ name }) => name),
    );
    assert.equal(offered.find(({ label }) => label === 'relu')?.detail, 'max(0, x)');
  });

  it('writes quotes where there are none, and no second ones', () => {
    assert.equal(completed('{"activation": so|', 'softplus'), '{"activation": "softplus"');
    assert.equal(completed('{"activation": "so|"}', 'softplus'), '{"activation": "softplus"}');
    assert.equal(completed('activation = so|', 'softplus'), 'activation = softplus');
  });

  it('offers the parameters of the activation that is named', () => {
    assert.deepEqual(labels('{"layers": [{"activation": {"name": "elu", "|"}}]}'), ['alpha']);
    assert.equal(
      items('{"layers": [{"activation": {"name": "leaky_relu", |}}]}')[0]?.detail,
      'finite (0.01)',
    );
  });

  it('offers the keys of the place, without those that stand there', () => {
    assert.deepEqual(labels('{"layers": [{"weights": [[1]], |}]}'), [
      'kernel',
      'biases',
      'activation',
      'dialect',
    ]);
    assert.equal(completed('{"layers": [], "in|": 1}', 'input'), '{"layers": [], "input": 1}');
    assert.equal(completed('{lo|}', 'loss'), '{"loss": }');
    assert.ok(!labels('{"layers": [], |}').includes('layers'));
  });

  it('offers losses, reductions, optimizers, dialects and families', () => {
    assert.ok(labels('{"loss": "|"}').includes('mse_loss'));
    assert.ok(labels('{"reduction": "|"}').includes('batchmean'));
    assert.ok(labels('{"optimizer": "|"}').includes('adam'));
    assert.ok(labels('{"dialect": "|"}').includes('keras3'));
    assert.ok(labels('{"p": {"family": "|"}}').includes('laplace'));
    assert.deepEqual(labels('{"p": {"family": "normal", |}}').slice(-2), ['loc', 'scale']);
    assert.ok(labels('loss = |').includes('cross_entropy'));
  });

  it('offers families in a call of KL, and the parameters of each', () => {
    assert.equal(completed('KL(nor|', 'normal'), 'KL(normal(');
    assert.deepEqual(labels('KL(normal(|'), ['loc', 'scale']);
    assert.equal(completed('KL(normal(0, sc|', 'scale'), 'KL(normal(0, scale=');
  });

  it('offers nothing among numbers and in comments', () => {
    assert.deepEqual(labels('{"layers": [{"weights": [[1, |]]}]}'), []);
    assert.deepEqual(labels('{ // the |\n}'), []);
    assert.deepEqual(labels('% activation = |'), []);
  });
});

describe('completion where there is a schema', () => {
  it('offers only what the schema does not: the functions of a density', () => {
    assert.deepEqual(labels('{"activation": "|"}', true), []);
    assert.deepEqual(labels('{|}', true), []);
    assert.ok(labels('{"p": {"density": "ex|"}}', true).includes('exp'));
    assert.equal(completed('{"p": {"density": "x * sq|"}}', 'sqrt'), '{"p": {"density": "x * sqrt("}}');
  });
});
