import type { ReadAs } from '../../../../core/text/reading';

export const commandNames = {
  showNetwork: 'nabla.showNetwork',
  computeGradients: 'nabla.computeGradients',
  computeDivergence: 'nabla.computeDivergence',
  evaluateSelection: 'nabla.evaluateSelection',
  studyActivation: 'nabla.studyActivation',
  openFile: 'nabla.openFile',
  copyResult: 'nabla.copyResult',
  copyDerivation: 'nabla.copyDerivation',
  insertDerivation: 'nabla.insertDerivation',
  applyDescentStep: 'nabla.applyDescentStep',
  convertSelection: 'nabla.convertSelection',
  expandSelection: 'nabla.expandSelection',
  pasteAsMatrix: 'nabla.pasteAsMatrix',
  showLog: 'nabla.showLog',
  openExample: 'nabla.openExample',
  restartServer: 'nabla.restartServer',
} as const;

export interface EvaluatingCommand {
  readonly name: string;
  readonly as: ReadAs;
  /** Whether the drawing begins with the gradients on its edges. */
  readonly gradients?: boolean;
}

/** What each evaluating command takes the text for. */
export const evaluatingCommands: readonly EvaluatingCommand[] = [
  { name: commandNames.showNetwork, as: 'network' },
  { name: commandNames.computeGradients, as: 'network', gradients: true },
  { name: commandNames.computeDivergence, as: 'distribution' },
  { name: commandNames.evaluateSelection, as: 'auto' },
];

/** Commands that a link in a hover may run: ours, and the way to the switch that turns a part of it off. */
export const trustedCommands: readonly string[] = [
  ...Object.values(commandNames),
  'workbench.action.openSettings',
];
