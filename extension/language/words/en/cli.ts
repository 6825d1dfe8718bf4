/** What the command line says beside results. */
export const cli = {
  usage: `Usage:
  nabla eval [FILE|-] [--as auto|network|distribution|matrix] [--json]
             [--detail TOPIC,...] [--language en|fr] [--decimal-comma]
  nabla check FILE...
  nabla --help | --version

nabla eval reads a network, a distribution or a matrix from FILE, or from standard input
(- or no FILE), and prints its values: outputs, loss and gradients, or entropies and
divergences. With --json it prints one object; --detail adds to it
what the panel's sections show: measures, bounds, divergenceGradients, wouldPrint, jointTable,
pairwise, exactDecimals, gradientCheck, conventions, frameworks, descentStep, lossAlongStep,
training, diagnosis, hessian, jacobian, inputJacobian. With --decimal-comma, numbers other than those of
JSON have a decimal comma. Problems go to standard error as
FILE:LINE:COLUMN severity code message.

nabla check prints the problems alone.

Exit codes: 0 when there is a result; 1 when nabla check finds an error; 2 when nothing
can be computed, when a file cannot be read, or when the command line is not understood.
`,
  seeHelp: 'See nabla --help.',
  unknownCommand: (command: string) => `Unknown command “${command}”.`,
  missingCommand: 'Say what to do: eval or check.',
  oneFile: 'nabla eval takes one file.',
  detailNeedsJson: '--detail needs --json.',
  filesNeeded: 'nabla check needs at least one file.',
  unknownChoice: (option: string, value: string, choices: string) =>
    `--${option} takes ${choices}, not “${value}”.`,
  notFound: (file: string) => `${file}: there is no such file.`,
  isDirectory: (file: string) => `${file}: this is a folder.`,
  notAllowed: (file: string) => `${file}: not allowed to read it.`,
  cannotRead: (file: string, reason: string) => `${file}: cannot be read (${reason}).`,
  standardInput: 'standard input',
};
