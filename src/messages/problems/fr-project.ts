/** Saved results, and the budget of a project: config, lock, history. In French. */
export const projectFr = {
  '"{file}" is not a result of ai-footprint: {reason*}': '"{file}" n\'est pas un résultat de ai-footprint : {reason*}',
  'save one with "ai-footprint assess SCENARIO --output result.json"':
    'gardez-en un avec "ai-footprint assess SCENARIO --output result.json"',
  'it has no "schema"': 'il n\'a pas de "schema"',
  '"{name}" is not one of {names}': '"{name}" n\'est pas l\'un de {names}',
  '"{path}" should be {type}': '"{path}" devrait être {type}',
  '"{path}" has not the form of a result': '"{path}" n\'a pas la forme d\'un résultat',
  '"{path}" is missing': 'il manque "{path}"',
  'it is not JSON': "ce n'est pas du JSON",

  'there is no ai-footprint.config.yaml in {folder*} or above it':
    "il n'y a pas de ai-footprint.config.yaml dans {folder*} ni au-dessus",
  'this folder': 'ce dossier',
  'write one ("ai-footprint help budgets"), or name it with --config FILE':
    'écrivez-en un ("ai-footprint help budgets"), ou nommez-le avec --config FICHIER',
  '{owner*} limits "{key}", which is no criterion': '{owner*} limite "{key}", qui n\'est pas un critère',
  'a limit on something that is not computed would always hold':
    "une limite sur ce qui n'est pas calculé serait toujours tenue",
  'the criteria are {names}': 'les critères sont {names}',
  'the waiver names the budget "{name}", which this config does not have':
    'la dérogation nomme le budget "{name}", que cette configuration n\'a pas',
  'its budgets are {names}': 'ses budgets sont {names}',
  'scenario "{name}" is in none of the scenarios': 'le scénario "{name}" n\'est dans aucun des scénarios',
  'usage "{name}" is in none of the scenarios': 'l\'usage "{name}" n\'est dans aucun des scénarios',
  'a limit on nothing always holds, and hides what it was meant to guard':
    "une limite sur rien est toujours tenue, et cache ce qu'elle devait garder",
  'known are {names}': 'sont connus {names}',
  'the limit "{written}" judges none of the scenarios': 'la limite "{written}" ne juge aucun des scénarios',
  'it counts over time, and every scenario it selects is a job done once':
    "elle compte par unité de temps, et chaque scénario qu'elle choisit est un travail fait une seule fois",
  'it counts in all, and every scenario it selects counts over a period':
    "elle compte en tout, et chaque scénario qu'elle choisit compte sur une période",
  'give the limit without a time, as in "500 kgCO2e"': 'donnez la limite sans durée, comme "500 kgCO2e"',
  'give the limit a time, as in "{example}"': 'donnez une durée à la limite, comme "{example}"',
  '"{pattern}" leaves the folder of the config': '"{pattern}" sort du dossier de la configuration',
  '"{pattern}" names no file': '"{pattern}" ne désigne aucun fichier',
  '"{pattern}" stands for more than {count} patterns': '"{pattern}" vaut pour plus de {count} motifs',
  '"{pattern}" is a folder that holds no {files}': '"{pattern}" est un dossier qui ne contient aucun {files}',
  'patterns are relative to the folder of the config: "ai/*.yaml", "ai/**/*.yaml", "!ai/base.yaml"':
    'les motifs partent du dossier de la configuration : "ai/*.yaml", "ai/**/*.yaml", "!ai/base.yaml"',
  'check the path; in quotes a pattern is expanded here: "ai/*.yaml", "ai/**/*.yaml", "ai/{a,b}.yaml"':
    'vérifiez le chemin ; entre guillemets un motif est développé ici : "ai/*.yaml", "ai/**/*.yaml", "ai/{a,b}.yaml"',
  '"{field}" is "{found}", which is no day': '"{field}" est "{found}", qui n\'est pas un jour',
  'write it as YYYY-MM-DD, as in 2027-01-31': 'écrivez-le AAAA-MM-JJ, comme 2027-01-31',
  'there is no lock "{file}", which {needed*} needs': 'il n\'y a pas de verrou "{file}", dont a besoin {needed*}',
  'the budget "{name}" on a change': 'le budget "{name}" sur un changement',
  '--update-lock': '--update-lock',
  'write it with "ai-footprint check --save-baseline", and commit it':
    'écrivez-le avec "ai-footprint check --save-baseline", et versionnez-le',
  'the lock "{file}" was written by {written*}; this is ai-footprint {version}':
    'le verrou "{file}" a été écrit par {written*} ; ceci est ai-footprint {version}',
  'ai-footprint {version}, as {schema}': 'ai-footprint {version}, selon {schema}',
  'an older version could take newer data and methods for a change of yours':
    'une version plus ancienne pourrait prendre des données et méthodes plus récentes pour un changement de votre part',
  'run the same version everywhere, or a newer one': 'utilisez partout la même version, ou une plus récente',
  '"{file}" is not a lock of ai-footprint: {reason*}': '"{file}" n\'est pas un verrou de ai-footprint : {reason*}',
  'restore it from the last commit, or write it anew with "ai-footprint check --save-baseline"':
    'reprenez celui du dernier commit, ou réécrivez-le avec "ai-footprint check --save-baseline"',
  'it is no block of fields': "ce n'est pas un bloc de champs",
  'it has no "schema" of a lock': 'il n\'a pas de "schema" de verrou',
  'it has no "version"': 'il n\'a pas de "version"',
  'it has no "scenarios"': 'il n\'a pas de "scenarios"',
  '"{name}", "{key}" should be a block': '"{name}", "{key}" devrait être un bloc',
  '"{name}" should be a block': '"{name}" devrait être un bloc',
  '"{name}", "{key}" should be text': '"{name}", "{key}" devrait être un texte',
  '"{name}", "{key}" should be a list': '"{name}", "{key}" devrait être une liste',
  '"{name}", "{key}" should hold impacts, inputs and places':
    '"{name}", "{key}" devrait contenir impacts, inputs et places',
  '"{name}", "{key}" should hold figures': '"{name}", "{key}" devrait contenir des chiffres',
  '"{name}", "{key}" should be an input': '"{name}", "{key}" devrait être une entrée',
  '"{name}", "{key}" should hold figures and inputs with their values':
    '"{name}", "{key}" devrait contenir des chiffres et des entrées avec leurs valeurs',
  '"{file}" holds a merge conflict': '"{file}" contient un conflit de fusion',
  'which of the two sides counts is yours to say': "c'est à vous de dire lequel des deux côtés compte",
  'take one side ("git checkout --ours" or "--theirs" with the file), then run "ai-footprint check --update-lock"':
    'prenez un côté ("git checkout --ours" ou "--theirs" avec le fichier), puis lancez "ai-footprint check --update-lock"',
  'resolve it and remove the marks': 'résolvez-le et retirez les marques',
  'git could not give the file: {reason*}': "git n'a pas pu donner le fichier : {reason*}",
  'git is not installed': "git n'est pas installé",
  'git ended with {status}': "git s'est terminé par {status}",
  'it cannot be started: {said}': 'il ne peut pas être lancé : {said}',
  'name a commit, branch or tag that is there; in CI, fetch it first (actions/checkout with "fetch-depth: 0")':
    'nommez un commit, une branche ou une étiquette qui existe ; en intégration continue, récupérez-le avant (actions/checkout avec "fetch-depth: 0")',

  // The config
  'the config': 'la configuration',
  'budget {number}': 'le budget {number}',
  '"change" of budget {number}': '"change" du budget {number}',
  'waiver {number}': 'la dérogation {number}',
  'a budget limits one thing': 'un budget limite une seule chose',
  '"ghg: +10 %", or another criterion': '"ghg: +10 %", ou un autre critère',
  'one of {criteria} (each also with _per_unit), change, assumed_width, data_quality, verdict':
    "l'un de {criteria} (chacun aussi avec _per_unit), change, assumed_width, data_quality, verdict",
  '"{key}" is known of a whole scenario': '"{key}" n\'est connu que d\'un scénario entier',
  'a change of -100 % leaves nothing, and one above +1000 % is another scenario':
    "un changement de -100 % ne laisse rien, et au-dessus de +1000 % c'est un autre scénario",
  'it is a part of the width': "c'est une partie de la largeur",
  'a limit has a unit': 'une limite a une unité',
  'a limit is one number': 'une limite est un seul nombre',
  '"floor: 5 kgCO2e/year": a smaller increase never fails; "floor: 0 kgCO2e/year" counts every increase':
    '"floor: 5 kgCO2e/year" : une hausse plus petite n\'échoue jamais ; "floor: 0 kgCO2e/year" compte toute hausse',
  '"budget: ghg", the key or the id of a budget': '"budget: ghg", la clé ou l\'identifiant d\'un budget',
  'a number with its unit': 'un nombre avec son unité',
  'give the unit, as in "500 kgCO2e/year", "3 gCO2e", "20 m3/year"':
    'donnez l\'unité, comme "500 kgCO2e/year", "3 gCO2e", "20 m3/year"',
  'give the unit and the time, as in "500 kgCO2e/year", "3 gCO2e", "20 m3/year"':
    'donnez l\'unité et la durée, comme "500 kgCO2e/year", "3 gCO2e", "20 m3/year"',
} as const;
