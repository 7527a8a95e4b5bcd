/** The command line, and what it writes; in French. */
export const commandLineFr = {
  'ai-footprint {version} contradicted itself; this is a bug of ours, not of your scenario':
    "ai-footprint {version} s'est contredit ; c'est un défaut de notre part, et non de votre scénario",
  'please report it, with the scenario, at {bugs}': "signalez-le, s'il vous plaît, avec le scénario, à {bugs}",
  'unknown option "{option}"': 'option inconnue "{option}"',
  'unknown option "{option}" (Did you mean {near}?)': 'option inconnue "{option}" (vouliez-vous dire {near} ?)',
  'unknown option "{option}" (Did you mean one of {near}?)':
    'option inconnue "{option}" (vouliez-vous dire l\'une de {near} ?)',
  'unknown command "{command}"': 'commande inconnue "{command}"',
  'unknown command "{command}" (Did you mean {near}?)': 'commande inconnue "{command}" (vouliez-vous dire {near} ?)',
  'unknown command "{command}" (Did you mean one of {near}?)':
    'commande inconnue "{command}" (vouliez-vous dire l\'une de {near} ?)',
  'missing required argument "{name}"': 'il manque l\'argument "{name}"',
  'option "{option}" argument missing': 'il manque la valeur de l\'option "{option}"',
  'required option "{option}" not specified': 'il manque l\'option "{option}", qui est demandée',
  'too many arguments for "{command}". Expected {expected} arguments but got {found}.':
    'trop d\'arguments pour "{command}" : {expected} attendus, {found} donnés',
  'too many arguments for "{command}". Expected {expected} argument but got {found}.':
    'trop d\'arguments pour "{command}" : {expected} attendu, {found} donnés',
  'option "{option}" argument "{value}" is invalid. {reason*}':
    'l\'option "{option}" ne peut pas valoir "{value}" : {reason*}',
  'command-argument value "{value}" is invalid for argument "{name}". {reason*}':
    'l\'argument "{name}" ne peut pas valoir "{value}" : {reason*}',
  'Allowed choices are {names}.': 'les choix sont {names}',
  'Allowed choices are {names}. (Did you mean {near}?)': 'les choix sont {names} (vouliez-vous dire {near} ?)',
  'it must be a whole number from {least} to {most}': 'il faut un nombre entier de {least} à {most}',
  'it must be 0, or a whole number from {least} to {most}': 'il faut 0, ou un nombre entier de {least} à {most}',
  'there is no verdict "{name}": one of {names}': 'il n\'y a pas de verdict "{name}" : l\'un de {names}',
  'there is no verdict "{name}": did you mean "{near}"?':
    'il n\'y a pas de verdict "{name}" : vouliez-vous dire "{near}" ?',
  'there is no practice "{name}": one of {names}, or "all" or "none"':
    'il n\'y a pas de pratique "{name}" : l\'une de {names}, ou "all" ou "none"',
  'there is no practice "{name}": did you mean "{near}"?':
    'il n\'y a pas de pratique "{name}" : vouliez-vous dire "{near}" ?',
  'name a scenario; "ai-footprint init" writes one to start from':
    'nommez un scénario ; "ai-footprint init" en écrit un pour commencer',
  'option "{option}" cannot be used with option "{other}"': 'l\'option "{option}" ne va pas avec l\'option "{other}"',
  '"--list" prints what there is to start from, and writes no file: leave out "--list" to write "{file}"':
    '"--list" imprime ce dont on peut partir, et n\'écrit pas de fichier : retirez "--list" pour écrire "{file}"',
  'see "ai-footprint --help"': 'voyez "ai-footprint --help"',
  'there is no quantity "{name}" to explain': 'il n\'y a pas de grandeur "{name}" à expliquer',
  'a key of the result (ghg, water, ghg.operation), or a name of {page}':
    'une clé du résultat (ghg, water, ghg.operation), ou un nom de {page}',
  'the nearest are {names}; a key of the result (ghg, water, ghg.operation), or a name of {page}':
    'les plus proches sont {names} ; une clé du résultat (ghg, water, ghg.operation), ou un nom de {page}',
  'the scenario has no usage "{name}"': 'le scénario n\'a pas d\'usage "{name}"',
  'its usages are {names}': 'ses usages sont {names}',
  'no usage of the scenario has an input "{name}" to solve for':
    'aucun usage du scénario n\'a d\'entrée "{name}" à résoudre',
  'its inputs are {names}': 'ses entrées sont {names}',
  'there is no help on "{name}"': 'il n\'y a pas d\'aide sur "{name}"',
  'the topics are {names}, and every command': 'les sujets sont {names}, et chaque commande',
  '"{file}" does not end in .yaml': '"{file}" ne finit pas par .yaml',
  'a starter is YAML with comments, and editors know it by its name':
    'un scénario de départ est du YAML commenté, que les éditeurs reconnaissent à son nom',
  'for this template: "{command}"': 'pour ce modèle : "{command}"',
  '"{file}" exists already': '"{file}" existe déjà',
  'a scenario that somebody wrote is never written over unasked':
    "un scénario que quelqu'un a écrit n'est jamais remplacé sans qu'on le demande",
  'name another file, or write over it with --force': 'nommez un autre fichier, ou remplacez-le avec --force',
  'the output "{file}" is one of the inputs': 'la sortie "{file}" est l\'une des entrées',
  'a scenario, what it extends and an own catalogue are never written over':
    "un scénario, ce qu'il étend et un catalogue à vous ne sont jamais remplacés",
  'write to another file': 'écrivez dans un autre fichier',
  'cannot write "{file}": {reason*}': '"{file}" ne peut pas être écrit : {reason*}',
  'check the folder and its permissions': 'vérifiez le dossier et ses droits',
  'the disk is read-only': 'le disque est en lecture seule',
  'the disk is full': 'le disque est plein',
  'the folder does not exist': "le dossier n'existe pas",
  'it is a folder': "c'est un dossier",
  'it is a symbolic link, which may lead anywhere: name the file itself':
    "c'est un lien symbolique, qui peut mener n'importe où : nommez le fichier lui-même",
  'it is a device or a pipe': "c'est un périphérique ou un tube",
  'a part of the path is not a folder': "une partie du chemin n'est pas un dossier",
  'make room, or write elsewhere: what was printed is not whole':
    "faites de la place, ou écrivez ailleurs : ce qui est imprimé n'est pas entier",
  '"--output {file}": no format has this extension; {names} and {last} do':
    '"--output {file}" : aucun format n\'a cette extension ; {names} et {last} en ont un',
  '"--output {file}": the file is given twice': '"--output {file}" : le fichier est donné deux fois',
  '"--vary {path}" is given twice': '"--vary {path}" est donné deux fois',
  '"--sort change" needs "--baseline NAME"': '"--sort change" a besoin de "--baseline NOM"',
  'diff takes two files, BEFORE and AFTER': 'diff prend deux fichiers, AVANT et APRÈS',
  'diff --git REF takes one file': 'diff --git REF prend un fichier',
  '--save-baseline accepts everything, --update-lock all but what is worse: choose one':
    "--save-baseline accepte tout, --update-lock tout sauf ce qui est pire : choisissez l'un",
  '"--fail-on": usages from a table get no verdict': '"--fail-on" : les usages d\'un tableau n\'ont pas de verdict',
  'a page is no text for a terminal: name its file, "--output report.html", or send it through a pipe':
    'une page n\'est pas un texte pour un terminal : nommez son fichier, "--output report.html", ou envoyez-la dans un tube',
  'a report is a page, and "--output {file}" is none: name one that ends in .html':
    'un rapport est une page, et "--output {file}" n\'en est pas une : nommez un fichier qui finit par .html',
} as const;
