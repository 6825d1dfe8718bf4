import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { detailSteps } from '../../../extension/language/details';
import { wordsOf } from '../../../extension/language/words/words';
import type { DetailAnswer, DetailQuestion, Topic } from '../../../extension/protocol/details';

const sheet = 'P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)';

function answer<Name extends Topic>(question: DetailQuestion<Name>, text = sheet): DetailAnswer<Name> | null {
  const evaluation = { study: evaluate(read(text)), offset: 0, line: 0 };
  return finish(detailSteps(question, { evaluation, digits: 6, words: wordsOf('fr') }));
}

function measuresOf(text: string, orders?: DetailQuestion<'measures'>['orders']) {
  const found = answer({ topic: 'measures', ...(orders === undefined ? {} : { orders }) }, text);
  assert.ok(found !== null);
  return new Map(found.groups.flatMap(({ rows }) => rows.map((row) => [row.name, row] as const)));
}

describe('details of distributions', () => {
  it('give every measure both ways, by its name in the language', () => {
    const rows = measuresOf(sheet);
    assert.equal(rows.size, 63);
    assert.equal(rows.get('crossEntropy')?.title, 'entropie croisée');
    assert.equal(rows.get('neyman')?.pq, rows.get('chiSquare')?.qp);
    assert.equal(rows.get('hellinger')?.qp, null);
  });

  it('take the order from the question, else from the text, else the usual one', () => {
    const document = (alpha: number) => JSON.stringify({ p: [0.5, 0.5], q: [0.2, 0.8], alpha });
    assert.equal(measuresOf(document(3)).get('renyi')?.order?.value, 3);
    assert.equal(measuresOf(document(3), { renyi: 'Infinity' }).get('renyi')?.order?.value, 'Infinity');
    assert.equal(measuresOf(document(3), { renyi: -1 }).get('renyi')?.order?.value, 3);
    assert.equal(measuresOf(sheet, { renyi: 'NaN' }).get('renyi')?.order?.value, 0.5);
    assert.equal(measuresOf(document(0.25)).get('minkowski')?.order?.value, 3);
    assert.equal(evaluate(read(document(-1))).problems[0]?.code, 'parameter-domain');
  });

  it('give spreads alone of P alone, and both values where a sum is not one', () => {
    const alone = measuresOf('P = (1/2, 1/4, 1/4)');
    assert.ok([...alone.values()].every(({ role, qp }) => role === 'spread' && qp === null));
    const rows = measuresOf('P = (0.50, 0.30, 0.30)\nQ = (0.20, 0.50, 0.30)');
    assert.equal(rows.get('manhattan')?.pq, 0.5);
    assert.ok(Math.abs(Number(rows.get('manhattan')?.normalised?.pq) - 0.509_090_909) < 1e-9);
    assert.equal(rows.get('wasserstein1')?.pq, 'NaN');
  });

  it('check every bound, in nats whatever the base', () => {
    const found = answer({ topic: 'bounds' }, `${sheet}\nbase = 2`);
    assert.deepEqual(
      found?.rows.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'holds'),
      [],
    );
    assert.ok(Math.abs(Number(found?.rows.find(({ name }) => name === 'klChi')?.left.value) - 0.0853) < 1e-5);
    const infinite = answer({ topic: 'bounds' }, 'P = (1/2, 1/2)\nQ = (1, 0)');
    assert.ok(infinite?.rows.every(({ verdict }) => verdict !== 'fails'));
  });

  it('give gradients as fractions and decimals, and the Jacobian of few outcomes alone', () => {
    const found = answer({ topic: 'divergenceGradients' });
    assert.deepEqual(found?.rows[2].exact, { byQ: '-12/25', byLogits: '13/75' });
    assert.equal(found?.jacobian?.length, 3);
    const many = Array.from({ length: 300 }, () => '1/300').join(', ');
    const large = answer({ topic: 'divergenceGradients' }, `P = (${many})\nQ = (${many})`);
    assert.deepEqual([large?.rows.length, large?.outcomes, large?.jacobian], [200, 300, null]);
  });

  it('hand counts to other libraries as they are written', () => {
    const found = answer({ topic: 'wouldPrint' }, 'counts1 = [3, 5, 2]\ncounts2 = [1, 1, 1]');
    const by = (call: string) => found?.rows.find((row) => row.call.startsWith(call));
    assert.equal(by('scipy.stats.entropy(P, Q)')?.verdict, 'same');
    assert.equal(by('scipy.special.rel_entr')?.verdict, 'differs');
    const alone = answer({ topic: 'wouldPrint' }, 'P = (1/2, 1/2)');
    assert.deepEqual(
      alone?.rows.map(({ call }) => call),
      ['scipy.stats.entropy(P)'],
    );
  });

  it('certify as many digits as asked, up to a thousand', () => {
    const found = answer({ topic: 'exactDecimals', digits: 5_000 });
    assert.equal(found?.digits, 1000);
    assert.equal(found?.rows[0].decimal.length, '0.0'.length + 1000);
    assert.deepEqual(
      answer({ topic: 'exactDecimals', digits: 7 }, 'P = (1/2, 1/2)\nQ = (1/2, 1/2)')?.rows.find(
        ({ name }) => name === 'klPQ',
      ),
      { name: 'klPQ', text: '0', sign: 0, decimal: '0' },
    );
  });

  it('are nothing for a network, and a joint table for a matrix of probabilities', () => {
    const network = '{"layers": [{"weights": [[1, 2]]}], "input": [1, 2]}';
    for (const question of [
      { topic: 'measures' },
      { topic: 'bounds' },
      { topic: 'divergenceGradients' },
      { topic: 'wouldPrint' },
      { topic: 'jointTable' },
      { topic: 'exactDecimals', digits: 5 },
    ] as const) {
      assert.equal(answer(question, network), null);
    }
    const joint = answer({ topic: 'jointTable' }, '[[0.5, 0], [0, 0.5]]');
    assert.equal(joint?.measures.find(({ name }) => name === 'mutualInformation')?.exact, 'ln 2');
  });
});
