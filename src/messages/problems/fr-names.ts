/** Names, files and catalogues; in French. */
export const namesFr = {
  'there is no {kind*} "{name}" in the catalogue': 'le catalogue ne connaît pas "{name}" ({kind*})',
  'another one is never put in its place': "aucun autre n'est jamais mis à sa place",
  '"ai-footprint catalog {table}" searches': '"ai-footprint catalog {table}" cherche',
  'the nearest are {names}; "ai-footprint catalog {table}" searches':
    'les plus proches sont {names} ; "ai-footprint catalog {table}" cherche',
  '"{name}" names more than one {kind*}': '"{name}" désigne plus d\'un choix ({kind*})',
  '"{name}" is a model for {kind*}, not for {wanted*}': '"{name}" est un modèle pour {kind*}, et non pour {wanted*}',
  'add {example}, or choose a model for {wanted*}: "ai-footprint catalog models"':
    'ajoutez {example}, ou choisissez un modèle pour {wanted*} : "ai-footprint catalog models"',
  'choose a model for {wanted*}: "ai-footprint catalog models"':
    'choisissez un modèle pour {wanted*} : "ai-footprint catalog models"',
  '{figure*} of "{name}" is not published': '{figure*} de "{name}" : rien n\'est publié',
  'the size': 'la taille',
  'the power': 'la puissance',
  'the power or the peak FLOP/s': 'la puissance ou les FLOP/s de crête',
  'the peak FLOP/s or the memory bandwidth': 'les FLOP/s de crête ou la bande passante de la mémoire',
  'the greenhouse gases': 'les gaz à effet de serre',
  'an unknown figure is never replaced by a guess': "un chiffre inconnu n'est jamais remplacé par une supposition",
  'choose another accelerator (ai-footprint catalog hardware), or give "measured: { energy: ... }"':
    'choisissez un autre accélérateur (ai-footprint catalog hardware), ou donnez "measured: { energy: ... }"',
  'give "energy:" of the run, or another accelerator': 'donnez "energy:" de l\'exécution, ou un autre accélérateur',
  'give "parameters:" of the run': 'donnez "parameters:" de l\'exécution',
  'give a factor of your own: "factor: 1.1 kgCO2e/km"': 'donnez un facteur à vous : "factor: 1.1 kgCO2e/km"',
  'describe the model in place, as a range: model: { total_parameters: 20 to 70, active_parameters: ... }; or give "measured: { energy: ... }"':
    'décrivez le modèle sur place, par une plage : model: { total_parameters: 20 to 70, active_parameters: ... } ; ou donnez "measured: { energy: ... }"',

  // Kinds of names
  model: 'modèle',
  region: 'région',
  'grid zone': 'zone de réseau',
  provider: 'fournisseur',
  cloud: 'nuage',
  continent: 'continent',
  accelerator: 'accélérateur',
  task: 'tâche',
  'spend sector': 'secteur de dépense',
  equivalence: 'équivalence',
  question: 'question',
  'class of model size': 'classe de taille de modèle',
  input: 'entrée',
  image: "l'image",
  video: 'la vidéo',
  audio: 'le son',
  embedding: 'les vecteurs (embeddings)',

  '"extends" goes in a circle: {chain}': '"extends" tourne en rond : {chain}',
  'remove one of the links': "retirez l'un des liens",
  '"extends: {target}" leaves the folder of the scenario ({root})':
    '"extends: {target}" sort du dossier du scénario ({root})',
  'a scenario from a stranger must not read files elsewhere':
    "le scénario d'un inconnu ne doit pas lire de fichiers ailleurs",
  'put the base scenario in the same folder or below it':
    'mettez le scénario de base dans le même dossier ou en dessous',
  '"extends" is nested more than {limit} deep': '"extends" est imbriqué sur plus de {limit} niveaux',
  'flatten the chain': 'aplatissez la chaîne',

  'row "{row}" of {table}: {reason*}': 'ligne "{row}" de {table} : {reason*}',
  'the catalogue: {reason*}': 'le catalogue : {reason*}',
  'table "{table}": {reason*}': 'table "{table}" : {reason*}',
  'own rows obey the rules of the shipped ones: unit, source, year and confidence are required':
    'vos lignes suivent les règles de celles qui sont livrées : unité, source, année et confiance sont demandées',
  'write it as in {page}': 'écrivez-la comme dans {page}',
  'it should hold tables of rows': 'il devrait contenir des tables de lignes',
  'there is no such table; the tables are {names}': "cette table n'existe pas ; les tables sont {names}",
  'there is no such table; the nearest is "{name}"': 'cette table n\'existe pas ; la plus proche est "{name}"',
  'a table is a list of rows': 'une table est une liste de lignes',
} as const;
