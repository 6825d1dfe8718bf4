import { planDivergence } from '../../../core/derivation/divergence/plan';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { type NetworkSubject, planNetwork } from '../../../core/derivation/network/plan';
import { contextOf } from '../../../core/derivation/network/quantities';
import { type NotationName, notationOf } from '../../../core/derivation/notations';
import { type PrintedEquation, printEquation } from '../../../core/derivation/print';
import type { Printer } from '../../../core/derivation/printers/printer';
import type { Derivation } from '../../../core/derivation/step';
import type { Study } from '../../../core/study';

export interface PrintedStep {
  readonly key: string;
  readonly equations: readonly PrintedEquation[];
}

/** Every step of a network, or of KL(P‖Q) and KL(Q‖P), as a printer writes it. */
export function printed(
  study: Study,
  notation: NotationName,
  printer: Printer,
  subject: NetworkSubject = { kind: 'network' },
  sample = 0,
): readonly PrintedStep[] {
  const derivations: readonly Derivation[] =
    study.kind === 'network'
      ? [planNetwork(study, subject, { notation: notationOf(notation), sample })]
      : study.kind === 'distribution'
        ? [planDivergence(study, 'P'), planDivergence(study, 'Q')]
        : [];
  const options: LayoutOptions = {
    notation: notationOf(notation),
    context:
      study.kind === 'network'
        ? contextOf(study)
        : { layers: 0, outputs: 1, isBatch: false, activations: [] },
    digits: 6,
    most: 8,
  };
  return derivations.flatMap(({ steps, values }) =>
    steps.map((planned) => ({
      key: planned.key,
      equations: planned
        .make()
        .equations.map((equation) => printEquation(equation, values, options, printer)),
    })),
  );
}

/** As a page to read: one equation a paragraph, its lines under each other. */
export function page(steps: readonly PrintedStep[]): string {
  return steps
    .map(({ key, equations }) =>
      [
        `# ${key}`,
        ...equations.map(({ left, lines }) =>
          [left, ...lines.map(({ relation, text }) => `  ${relation} ${text}`)].join('\n'),
        ),
      ].join('\n\n'),
    )
    .join('\n\n')
    .concat('\n');
}
