import type { Command } from 'vscode-languageserver-protocol';
import type { FeatureContext } from './feature';

/** Shows the value in the panel, as a person's own command would. */
export function openCommand({ document, study }: FeatureContext, title: string): Command {
  const argument = { uri: document.uri, range: study.reading.span, show: true };
  return { title, command: commandFor(study.kind), arguments: [argument] };
}

function commandFor(kind: FeatureContext['study']['kind']): string {
  switch (kind) {
    case 'network':
      return 'nabla.showNetwork';
    case 'distribution':
    case 'continuous':
      return 'nabla.computeDivergence';
    case 'activation':
    case 'matrix':
    case 'matrices':
    case 'error':
      return 'nabla.evaluateSelection';
  }
}
