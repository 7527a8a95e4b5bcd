/** What the options of `sweep`, `compare`, `advise`, `explain` and `verify` ask for, and cannot have; in French. */
export const askedFr = {
  // sweep --vary
  '"--vary {written}": {reason*}': '"--vary {written}" : {reason*}',
  'write PATH=VALUES, such as iterations=1..5': 'écrivez CHEMIN=VALEURS, comme iterations=1..5',
  'there is no field "{path}" to vary': 'il n\'y a pas de champ "{path}" à faire varier',
  'a value is missing': 'il manque une valeur',
  '"{text}" is no number': '"{text}" n\'est pas un nombre',
  'a factor is above 1': 'un facteur est supérieur à 1',
  'a step is above 0': 'un pas est supérieur à 0',
  '{first} is above {last}': '{first} est plus grand que {last}',
  'factors start above 0': 'le départ doit être supérieur à 0',
  'these are {count} values; {most} is the most': 'cela fait {count} valeurs ; {most} au plus',
  'there is no query "{text}" of a region; there are {known} and all':
    'il n\'y a pas de requête "{text}" pour une région ; il y a {known} et all',
  'there is no query "{text}" of a model; there are {known} and all':
    'il n\'y a pas de requête "{text}" pour un modèle ; il y a {known} et all',
  'the catalogue holds no region for "{text}"': 'le catalogue n\'a pas de région pour "{text}"',
  'the catalogue holds no model for "{text}"': 'le catalogue n\'a pas de modèle pour "{text}"',
  'the functional unit of the scenario has no volume, or it varies: nothing is known per unit':
    "l'unité fonctionnelle du scénario n'a pas de volume, ou il varie : rien n'est connu par unité",

  // sweep --constraint
  '"--constraint {written}": {reason*}': '"--constraint {written}" : {reason*}',
  'write it like "water < 20 m3"': 'écrivez-le comme "water < 20 m3"',
  'there is no result "{name}"; there are {names}': 'il n\'y a pas de résultat "{name}" ; il y a {names}',
  'did you mean "{near}"?': 'vouliez-vous dire "{near}" ?',
  '"{amount}" does not measure {name}, which is in {units}': '"{amount}" ne mesure pas {name}, qui est en {units}',

  // compare --where, --sort, --baseline
  '"--where {written}": {reason*}': '"--where {written}" : {reason*}',
  'write it like "ghg > 10 kg and region ~ aws"': 'écrivez-la comme "ghg > 10 kg and region ~ aws"',
  'a value is missing; write it like {example}': 'il manque une valeur ; écrivez-la comme {example}',
  'a ")" is missing; write it like {example}': 'il manque une ")" ; écrivez-la comme {example}',
  '"{name}" is a figure: compare it by <, <=, > or >=': '"{name}" est un chiffre : comparez-le par <, <=, > ou >=',
  '"{name}" is a text: compare it by =, !=, ~ (holds) or !~':
    '"{name}" est un texte : comparez-le par =, !=, ~ (contient) ou !~',
  'it is nested deeper than {levels} levels': 'elle est imbriquée sur plus de {levels} niveaux',
  'there is no "{name}"; there are {names}': 'il n\'y a pas de "{name}" ; il y a {names}',
  'after "{name}" comes one of {signs}': 'après "{name}" vient l\'un de {signs}',
  'nothing is expected after "{text}"': 'rien n\'est attendu après "{text}"',
  '"{asked}" needs one functional unit, and there are {units}: a gram of the one is no more than a gram of the other; compare scenarios of one unit, or by total':
    "\"{asked}\" demande une seule unité fonctionnelle, et il y a {units} : un gramme de l'une ne vaut pas un gramme de l'autre ; comparez des scénarios d'une même unité, ou par le total",
  '"{asked}" needs rows of one scenario each: a row by {by} adds up several; use --by scenario or --by usage, or compare one file':
    '"{asked}" demande des lignes d\'un seul scénario chacune : une ligne par {by} en additionne plusieurs ; prenez --by scenario ou --by usage, ou comparez un seul fichier',
  '"--baseline {name}" is no row; the nearest are {names}':
    '"--baseline {name}" n\'est pas une ligne ; les plus proches sont {names}',
  '"--baseline {name}" is no row; there are {names}': '"--baseline {name}" n\'est pas une ligne ; il y a {names}',
  '"--baseline {name}" names several rows: {names}; say which':
    '"--baseline {name}" désigne plusieurs lignes : {names} ; dites laquelle',

  // advise
  '"--target {written}" is per unit, and the functional unit of the scenario has no volume':
    '"--target {written}" est par unité, et l\'unité fonctionnelle du scénario n\'a pas de volume',
  '"--target {written}": a target is one amount, such as "40 kgCO2e/year" or "3 gCO2e/unit"':
    '"--target {written}" : un but est une seule quantité, comme "40 kgCO2e/year" ou "3 gCO2e/unit"',
  '"--solve {path}" needs what to reach: --target "40 kgCO2e/year"':
    '"--solve {path}" a besoin de ce qu\'il faut atteindre : --target "40 kgCO2e/year"',
  'the greenhouse gases of "{file}" are unknown, so that no step can be ranked':
    'les gaz à effet de serre de "{file}" ne sont pas connus : aucune étape ne peut être classée',
  'an amount of greenhouse gases': 'une quantité de gaz à effet de serre',
  'nothing emits less than nothing': "rien n'émet moins que rien",

  // explain
  '"--place {place}": usage "{usage}" has {count} place': '"--place {place}" : l\'usage "{usage}" a {count} lieu',
  '"--place {place}": usage "{usage}" has {count} places': '"--place {place}" : l\'usage "{usage}" a {count} lieux',
  '"--place {place}": usage "{usage}" has {count} part': '"--place {place}" : l\'usage "{usage}" a {count} partie',
  '"--place {place}": usage "{usage}" has {count} parts': '"--place {place}" : l\'usage "{usage}" a {count} parties',

  // verify, diff
  '"{file}" is the result itself, not its scenario': '"{file}" est le résultat lui-même, et non son scénario',
  'a result does not say where its scenario lies: name it, "{command}" ({wanted*})':
    'un résultat ne dit pas où se trouve son scénario : nommez-le, "{command}" ({wanted*})',
  '"{file}" needs {wanted*}; {count} are named': '"{file}" demande {wanted*} ; {count} sont nommés',
  'one scenario': 'un scénario',
  '{count} scenarios, in the order of its results': "{count} scénarios, dans l'ordre de ses résultats",
  '"{label}" holds {count} results; a diff is between two':
    '"{label}" contient {count} résultats ; une comparaison se fait entre deux',
  '"{before}" counts by "{one}" and "{after}" by "{two}": give both the same period':
    '"{before}" compte par "{one}" et "{after}" par "{two}" : donnez la même période aux deux',
} as const;
