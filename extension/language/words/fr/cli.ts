/** What the command line says beside results. */
export const cli = {
  usage: `Usage :
  nabla eval [FICHIER|-] [--as auto|network|distribution|matrix] [--json]
             [--detail SUJET,...] [--language en|fr] [--decimal-comma]
  nabla check FICHIER...
  nabla --help | --version

nabla eval lit un réseau, une loi de probabilité ou une matrice dans FICHIER, ou sur l’entrée
standard (- ou aucun FICHIER), et en affiche les valeurs : sorties, perte et gradients, ou
entropies et divergences. Avec --json, il affiche un seul objet ; --detail y ajoute ce que montrent
les sections du panneau : measures, bounds, divergenceGradients, wouldPrint, jointTable,
pairwise, exactDecimals, gradientCheck, conventions, frameworks, descentStep, lossAlongStep,
training, diagnosis, hessian, jacobian, inputJacobian. Avec --decimal-comma, les nombres, hors JSON, ont
une virgule décimale. Les problèmes vont sur la sortie d’erreur, sous la forme
FICHIER:LIGNE:COLONNE gravité code message.

nabla check n’affiche que les problèmes.

Codes de retour : 0 s’il y a un résultat ; 1 si nabla check trouve une erreur ; 2 si rien ne
peut être calculé, si un fichier ne peut pas être lu ou si la ligne de commande n’est pas
comprise.
`,
  seeHelp: 'Voir nabla --help.',
  unknownCommand: (command: string) => `Commande inconnue : « ${command} ».`,
  missingCommand: 'Dites quoi faire : eval ou check.',
  oneFile: 'nabla eval prend un seul fichier.',
  detailNeedsJson: '--detail demande --json.',
  filesNeeded: 'nabla check demande au moins un fichier.',
  unknownChoice: (option: string, value: string, choices: string) =>
    `--${option} prend ${choices}, et non « ${value} ».`,
  notFound: (file: string) => `${file} : ce fichier n’existe pas.`,
  isDirectory: (file: string) => `${file} : c’est un dossier.`,
  notAllowed: (file: string) => `${file} : la lecture n’est pas autorisée.`,
  cannotRead: (file: string, reason: string) => `${file} : lecture impossible (${reason}).`,
  standardInput: 'entrée standard',
};
