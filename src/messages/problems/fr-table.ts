/** Usages from a table; in French. */
export const tableFr = {
  '"from: {target}" leaves the folder of the scenario ({root})':
    '"from: {target}" sort du dossier du scénario ({root})',
  'put the table in the same folder or below it': 'mettez le tableau dans le même dossier ou en dessous',
  '"{file}" is no table that is read here': '"{file}" n\'est pas un tableau lu ici',
  'the extension says how a table is read': "l'extension dit comment un tableau est lu",
  'name a file that ends in .csv or .jsonl': 'nommez un fichier qui finit par .csv ou .jsonl',
  'this command does not read usages from a table': "cette commande ne lit pas les usages d'un tableau",
  'it works on usages one by one, and a table is added up row by row':
    "elle travaille usage par usage, et un tableau s'additionne ligne par ligne",
  '"ai-footprint assess", "report", "compare" and "verify" read it; or list the usages in the scenario':
    '"ai-footprint assess", "report", "compare" et "verify" le lisent ; ou énumérez les usages dans le scénario',
  '"{field}" cannot stand beside usages from a table': '"{field}" ne va pas avec des usages tirés d\'un tableau',
  'remove it, or list the usages in the scenario': 'retirez-le, ou énumérez les usages dans le scénario',
  'it is weighed usage by usage, and a table is added up row by row':
    "cela se pèse usage par usage, et un tableau s'additionne ligne par ligne",
  'runs are shared among usages by their requests': 'les exécutions se partagent entre les usages selon leurs requêtes',
  '"{file}" has no column "{column}"': '"{file}" n\'a pas de colonne "{column}"',
  'rename the column to "{name}"': 'nommez la colonne "{name}"',
  'its columns are {names}': 'ses colonnes sont {names}',
  'the header of "{file}" is one column, "{header}"': 'l\'en-tête de "{file}" est une seule colonne, "{header}"',
  'another separator than the one that is read leaves every field without its column':
    'un autre séparateur que celui qui est lu laisse tous les champs sans colonne',
  'say it beside "from:" in the scenario: delimiter: "{delimiter}"':
    'dites-le à côté de "from:" dans le scénario : delimiter: "{delimiter}"',
  '"{file}" has two columns "{column}"': '"{file}" a deux colonnes "{column}"',
  'only one of them could count, and nobody could tell which': 'une seule pourrait compter, et nul ne saurait laquelle',
  'rename one of them': "renommez-en l'une",
  'this row cannot be read: {reason*}': 'cette ligne ne se lit pas : {reason*}',
  'it is no JSON object': "ce n'est pas un objet JSON",
  'write one object a line': 'écrivez un objet par ligne',
  'it is longer than {letters} letters': 'elle a plus de {letters} lettres',
  'close the quote that is open in it': 'fermez le guillemet qui y est ouvert',
  'a quote is opened and never closed': 'un guillemet est ouvert et jamais fermé',
  'something stands between a closing quote and the next separator':
    'quelque chose se trouve entre un guillemet fermant et le séparateur suivant',
  'put the whole cell in quotes, and write a quote in it twice':
    "mettez toute la cellule entre guillemets, et doublez ceux qu'elle contient",
  'it has {cells} cells, and the header names {columns}': "elle a {cells} cellules, et l'en-tête en nomme {columns}",
  'put a cell that holds "{delimiter}" in quotes': 'mettez entre guillemets une cellule qui contient "{delimiter}"',
  '"{file}" holds no row': '"{file}" ne contient aucune ligne',
  'a table has a row for each usage': 'un tableau a une ligne par usage',
  'the rows have more than {limit} combinations of values that are no plain numbers':
    'les lignes ont plus de {limit} combinaisons de valeurs qui ne sont pas de simples nombres',
  'each combination is a usage of its own, and is kept until the end':
    "chaque combinaison est un usage à part, gardé jusqu'à la fin",
  'the column "{column}" has {values} different values so far: round them, or leave the column out':
    'la colonne "{column}" a déjà {values} valeurs différentes : arrondissez-les, ou laissez la colonne de côté',
  '"{file}" was not read to its end: it has {limit} row with errors, or more':
    '"{file}" n\'a pas été lu jusqu\'au bout : il a {limit} ligne ou plus avec des erreurs',
  '"{file}" was not read to its end: it has {limit} rows with errors, or more':
    '"{file}" n\'a pas été lu jusqu\'au bout : il a {limit} lignes ou plus avec des erreurs',
  'mend these first, or see more of them with "--max-errors {limit}"':
    'corrigez celles-ci, ou voyez-en plus avec "--max-errors {limit}"',
  'a row of "{file}" uses more tokens than its model is expected to serve in its life':
    'une ligne de "{file}" utilise plus de jetons que son modèle ne devrait en servir dans sa vie',
  'the share of its training would be more than the whole': 'la part de son entraînement dépasserait le tout',
  'check the unit of requests and tokens, or say "training: exclude"':
    'vérifiez l\'unité des requêtes et des jetons, ou dites "training: exclude"',
  '{fix*}; or give the column its unit in the scenario: "{field}: { column: {column}, unit: ... }"':
    '{fix*} ; ou donnez à la colonne son unité dans le scénario : "{field}: { column: {column}, unit: ... }"',
  'or give the column its unit in the scenario: "{field}: { column: {column}, unit: ... }"':
    'ou donnez à la colonne son unité dans le scénario : "{field}: { column: {column}, unit: ... }"',
} as const;
