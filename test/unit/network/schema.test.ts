import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { activations } from '../../../core/network/activations';
import { dialects } from '../../../core/network/dialects';
import { losses } from '../../../core/network/losses';
import { optimizers } from '../../../core/network/training/optimizers';

interface Choice {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly description: string }>>;
}

interface Schema {
  readonly definitions: {
    readonly activation: { readonly anyOf: readonly Choice[] };
    readonly loss: { readonly anyOf: readonly Choice[] };
    readonly optimizer: { readonly anyOf: readonly Choice[] };
    readonly dialect: { readonly enum: readonly string[] };
  };
}

const { definitions } = JSON.parse(
  readFileSync(new URL('../../../media/nabla.schema.json', import.meta.url), 'utf8'),
) as Schema;

describe('the schema of *.nabla.json', () => {
  for (const [what, entries] of [
    ['activation', activations],
    ['loss', losses],
    ['optimizer', optimizers],
  ] as const) {
    const [named, , withParameters] = definitions[what].anyOf;

    it(`offers every ${what} by its name, with its formula`, () => {
      assert.deepEqual([...(named.enum ?? [])].sort(), entries.map(({ name }) => name).sort());
      named.enum?.forEach((name, i) => {
        assert.equal(named.enumDescriptions?.[i], entries.find((entry) => entry.name === name)?.plain);
      });
    });

    it(`describes every parameter of every ${what}, and no other`, () => {
      // The learning rate and the pair of decays are of no optimizer alone.
      const { name, lr, betas, ...parameters } = withParameters.properties ?? {};
      assert.ok(name !== undefined && (what === 'optimizer') === (lr !== undefined && betas !== undefined));
      const known = new Set(entries.flatMap((entry) => entry.parameters.map((spec) => spec.name)));
      assert.deepEqual(Object.keys(parameters).sort(), [...known].sort());
      for (const entry of entries) {
        for (const spec of entry.parameters) {
          assert.ok(
            parameters[spec.name]?.description.includes(`${entry.name}:`),
            `${entry.name}.${spec.name}`,
          );
        }
      }
    });
  }

  it('offers every dialect', () => {
    assert.deepEqual(definitions.dialect.enum, dialects);
  });
});
