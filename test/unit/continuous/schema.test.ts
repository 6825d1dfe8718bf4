import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { families } from '../../../core/divergence/families';

interface Described {
  readonly description: string;
}

const { definitions } = JSON.parse(
  readFileSync(new URL('../../../media/nabla.schema.json', import.meta.url), 'utf8'),
) as {
  readonly definitions: {
    readonly family: {
      readonly properties: Readonly<Record<string, Described>> & {
        readonly family: Described & {
          readonly anyOf: readonly {
            readonly enum?: readonly string[];
            readonly enumDescriptions?: readonly string[];
          }[];
        };
      };
    };
  };
};

describe('families in the schema of *.nabla.json', () => {
  const { family, ...parameters } = definitions.family.properties;

  it('are offered by name, each with its density', () => {
    const [offered] = family.anyOf;
    assert.deepEqual(
      offered.enum,
      families.map(({ name }) => name),
    );
    assert.deepEqual(
      offered.enumDescriptions,
      families.map(({ density }) => density.plain),
    );
  });

  it('have every parameter described, also in its other forms, and no other', () => {
    const known = families.flatMap(({ name, parameters: own }) =>
      own.flatMap((parameter) => [
        { owner: name, parameter: parameter.name },
        ...(parameter.alternatives ?? []).map((other) => ({ owner: name, parameter: other.name })),
      ]),
    );
    assert.deepEqual(
      Object.keys(parameters).sort(),
      [...new Set(known.map(({ parameter }) => parameter))].sort(),
    );
    for (const { owner, parameter } of known) {
      assert.ok(parameters[parameter]?.description.includes(`${owner}:`), `${owner}.${parameter}`);
    }
  });
});
