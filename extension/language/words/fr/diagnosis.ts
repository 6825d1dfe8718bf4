export const diagnosis = {
  title: 'Diagnostic du gradient',
  about: (of: 'loss' | 'outputs') =>
    of === 'loss'
      ? 'De la perte vers chaque couche, le gradient est multiplié par les pentes φ′ et par les poids. Dans une chaîne, les facteurs sont |φ′(s)| et |w|\u202f; dans des couches larges, ce sont des rapports de normes sur tous les neurones et exemples, qui se multiplient de même.'
      : 'Il n’y a pas ici de gradient d’une perte\u202f: on suit la somme des sorties, multipliée par les pentes φ′ et par les poids. Dans une chaîne, les facteurs sont |φ′(s)| et |w|\u202f; dans des couches larges, ce sont des rapports de normes.',
  layer: 'couche',
  slope: 'facteur φ′',
  weights: 'facteur |w|',
  product: 'produit jusqu’ici',
  bound: 'borne des pentes',
  slopes: 'produit des pentes',
  weightGradient: '‖∂ℒ/∂W‖',
  units: 'neurones inactifs',
  dead: (count: number, width: number) => `${count} sur ${width} morts`,
  saturated: (count: number, width: number) => `${count} sur ${width} saturés`,
  relative: 'Les normes sont relatives à ‖∂ℒ/∂ŷ‖.',
  picture: (lowest: string) => `produits des facteurs de la sortie vers chaque couche, jusqu’à ${lowest}`,
  series: (hasBound: boolean) =>
    `log₁₀ : tous les facteurs —${hasBound ? `, borne des pentes seules - -` : ''}`,
  alternatives: 'Avec d’autres activations et d’autres poids',
  aboutAlternatives:
    'Ce qui atteint la couche 1 d’un gradient à la sortie, calculé en exécutant le réseau\u202f: avec les poids du texte, puis avec des poids tirés au hasard et des biais de 0\u202f: médiane de 15 tirages de graines 1 à 15, et leur étendue.',
  activation: 'activation',
  asWritten: 'poids du texte',
  own: (name: string) => `${name} (ici)`,
  initialisations: { xavier: 'Xavier', he: 'He', lecun: 'LeCun' } as Readonly<Record<string, string>>,
  range: (low: string, high: string) => `${low} … ${high}`,
  tooLarge: 'Le réseau est trop grand pour être exécuté ici avec d’autres choix.',
};
