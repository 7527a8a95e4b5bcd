/** Logs of usage; in French. */
export const usageFr = {
  'rows of {reader} cannot be grouped by "{key}"': 'les lignes de {reader} ne se groupent pas par "{key}"',
  'the log does not say it, and all rows would stand in one group without a name':
    'le journal ne le dit pas, et toutes les lignes seraient dans un groupe sans nom',
  'group by one of {names}': "groupez par l'un de {names}",
  '"{file}" cannot be read: {reason*}': '"{file}" ne se lit pas : {reason*}',
  'the gzip breaks off': "le gzip s'interrompt",
  'the gzip is damaged': 'le gzip est abîmé',
  'copy or export it again': 'copiez-le ou exportez-le de nouveau',
  'it holds a NUL byte': 'il contient un octet NUL',
  'some bytes are not UTF-8': 'certains octets ne sont pas UTF-8',
  'save it as UTF-8': 'enregistrez-le en UTF-8',
  'it is {kind}, which the built-in engine does not read': "c'est du {kind}, que le moteur interne ne lit pas",
  'unpack it first: "{command}"; or name it .zst, for DuckDB to read':
    'décompressez-le d\'abord : "{command}" ; ou nommez-le .zst, pour que DuckDB le lise',
  'unpack it first': "décompressez-le d'abord",
  'name it .parquet, for DuckDB to read; or export it as csv, json or json lines':
    'nommez-le .parquet, pour que DuckDB le lise ; ou exportez-le en csv, json ou json par lignes',
  'this record cannot be read: {reason*}': 'cet enregistrement ne se lit pas : {reason*}',
  'a part of a log is never passed off as the whole': "une partie d'un journal ne passe jamais pour le tout",
  'write one whole JSON object a line; a file that was cut off while it was written is exported again':
    "écrivez un objet JSON entier par ligne ; un fichier interrompu pendant l'écriture s'exporte de nouveau",
  'export the file again: it is a list of JSON objects, or objects one after the other':
    "exportez le fichier de nouveau : c'est une liste d'objets JSON, ou des objets l'un après l'autre",
  'something stands between the objects': 'quelque chose se trouve entre les objets',
  'a text stands where an object should': "un texte se trouve à la place d'un objet",
  'a list stands where an object should': "une liste se trouve à la place d'un objet",
  '"{sign}" closes nothing': '"{sign}" ne ferme rien',
  'the file breaks off inside of it': "le fichier s'interrompt au milieu",
  '"{file}" holds the same bytes as "{first}"': '"{file}" a les mêmes octets que "{first}"',
  'every call in it would count twice': 'chacun de ses appels compterait deux fois',
  'name one of them': "nommez l'un des deux",
  '"{file}" has no column "{column}", which the mapping names':
    '"{file}" n\'a pas de colonne "{column}", que la correspondance nomme',
  'the mapping cannot give "{key}": {reason*}': 'la correspondance ne peut pas donner "{key}" : {reason*}',
  '"--by" has this key already, and the label would never be reached':
    '"--by" a déjà cette clé, et le libellé ne serait jamais atteint',
  '"--by" could not name a label with a comma, or a blank at its ends':
    '"--by" ne pourrait pas nommer un libellé avec une virgule, ou un blanc aux bouts',
  'give the label another name': 'donnez un autre nom au libellé',
  '"{from}" is a model of the log, and "{to}" no model of the catalogue':
    '"{from}" est un modèle du journal, et "{to}" n\'est pas un modèle du catalogue',
  'take it for a model: "ai-footprint catalog models" lists them':
    'prenez-le pour un modèle : "ai-footprint catalog models" les liste',
  '"{from}" is a region of the log, and "{to}" no region of the catalogue':
    '"{from}" est une région du journal, et "{to}" n\'est pas une région du catalogue',
  'take it for a region: "ai-footprint catalog regions" lists them':
    'prenez-le pour une région : "ai-footprint catalog regions" les liste',
  '"{from}" is a host of the log, and "{to}" no host of the catalogue':
    '"{from}" est un hébergeur du journal, et "{to}" n\'est pas un hébergeur du catalogue',
  'take it for a host: "ai-footprint catalog providers" lists them':
    'prenez-le pour un hébergeur : "ai-footprint catalog providers" les liste',
  'the rows would lead to no figure, as if "--map" were not there':
    'les lignes ne mèneraient à aucun chiffre, comme sans "--map"',
  'take it for one of {names}': "prenez-le pour l'un de {names}",
  'its records stand in a list "data", which DuckDB does not open':
    'ses enregistrements sont dans une liste "data", que DuckDB n\'ouvre pas',
  'leave "--engine duckdb" out, or write one record a line':
    'retirez "--engine duckdb", ou écrivez un enregistrement par ligne',
  'a row of several requests is no call': "une ligne de plusieurs requêtes n'est pas un appel",
  'leave "{kind}" or "requests" out': 'retirez "{kind}" ou "requests"',
  'this is no record of {reader}, as which "--reader" asks to read it':
    'ce n\'est pas un enregistrement de {reader}, comme "--reader" demande de le lire',
  'its tokens would be read as unknown, and the total come out too low':
    'ses jetons seraient lus comme inconnus, et le total serait trop bas',
  'say with "--mapping FILE.yaml" which field is which': 'dites avec "--mapping FICHIER.yaml" quel champ est lequel',
  'leave "--reader" out: it is recognised as {known}': 'retirez "--reader" : il est reconnu comme {known}',
  '{option} reads no export of costs ({reader})': "{option} ne lit pas d'export de coûts ({reader})",
  'it adds up tokens of calls; costs are a few rows a day, which the built-in engine adds up':
    "il additionne des jetons d'appels ; des coûts sont quelques lignes par jour, que le moteur interne additionne",
  'no amount of "{file}" names its currency': 'aucun montant de "{file}" ne nomme sa monnaie',
  'export the costs again, as the API gives them': "exportez les coûts de nouveau, tels que l'API les donne",
  'leave {option} out': 'retirez {option}',
  '"--{option}" says nothing of an export of costs ({reader})':
    '"--{option}" ne dit rien d\'un export de coûts ({reader})',
  'a plan is set against calls, and money counts none': "un plan se compare à des appels, et l'argent n'en compte pas",
  'money is of no model and no host that could be taken for another':
    "l'argent n'est d'aucun modèle ni hébergeur qui pourrait être pris pour un autre",
  'the factor of a sector has no place': "le facteur d'un secteur n'a pas de lieu",
  'leave "--{option}" out, or export the usage': 'retirez "--{option}", ou exportez l\'usage',
  'this is a record of {other}, among those of {own} that "{first}" begins with':
    'c\'est un enregistrement de {other}, parmi ceux de {own} par lesquels "{first}" commence',
  'the same call may stand in both, and would count twice':
    'un même appel peut être dans les deux, et compterait deux fois',
  'run the command on each kind of log by itself': 'lancez la commande sur chaque sorte de journal à part',
  'write "{name}" in the mapping': 'écrivez "{name}" dans la correspondance',
  'compare the mapping with the first line of the file': 'comparez la correspondance à la première ligne du fichier',
  'no reader knows a csv with such a first line, of 1 column':
    'aucun lecteur ne connaît un csv avec une telle première ligne, de 1 colonne',
  'no reader knows a csv with such a first line, of {columns} columns':
    'aucun lecteur ne connaît un csv avec une telle première ligne, de {columns} colonnes',
  'no reader knows a record with such fields': 'aucun lecteur ne connaît un enregistrement avec de tels champs',
  'no reader knows a record with the fields {fields}': 'aucun lecteur ne connaît un enregistrement aux champs {fields}',
  'formats are recognised by their fields: {readers}': 'les formats se reconnaissent à leurs champs : {readers}',
  'say with "--mapping FILE.yaml" which field is which, or name the format with "--reader"; docs/usage.md has both':
    'dites par "--mapping FICHIER.yaml" quel champ est lequel, ou nommez le format par "--reader" ; docs/usage.md a les deux',
  '"{file}" holds no record': '"{file}" ne contient aucun enregistrement',
  'export the log again, or name another file': 'exportez le journal de nouveau, ou nommez un autre fichier',
  'none of the {records} records of "{file}" is a call of a text model':
    'aucun des {records} enregistrements de "{file}" n\'est un appel de modèle de texte',
  'as {reader} is read, a call has a model and tokens; costs, images and tools have none':
    "comme {reader} se lit, un appel a un modèle et des jetons ; coûts, images et outils n'en ont pas",
  'export the usage of completions or messages': "exportez l'usage des complétions ou des messages",
  '1 row of the log cannot count: {reason*}': '1 ligne du journal ne peut pas compter : {reason*}',
  '{rows} rows of the log cannot count: {reason*}': '{rows} lignes du journal ne peuvent pas compter : {reason*}',
  'a count is no number': "un compte n'est pas un nombre",
  'a count is negative': 'un compte est négatif',
  'a count is beyond 1e15, or beyond 1e9 tokens a request': 'un compte dépasse 1e15, ou 1e9 jetons par requête',
  'its counts are no tokens': 'ses comptes ne sont pas des jetons',
  'its id is a number beyond 2^53, of which the end is lost: write it as text, or take --engine duckdb':
    "son identifiant est un nombre au-delà de 2^53, dont la fin se perd : l'écrire comme texte, ou prendre --engine duckdb",
  'a part (cached, reasoning) is more than the tokens that hold it':
    'une partie (cache, raisonnement) dépasse les jetons qui la contiennent',
  'it has tokens and no requests': 'elle a des jetons et aucune requête',
  'its time is no instant from 2000 to 2099': "sa date n'est pas un instant de 2000 à 2099",
  'a total without them would be taken for the whole': 'un total sans elles passerait pour le tout',
  'mend them; or leave them out, counted in the result: "--max-refused {most}"':
    'corrigez-les ; ou écartez-les, comptées dans le résultat : "--max-refused {most}"',
  'the log has more than {limit} groups by {by} and model': 'le journal a plus de {limit} groupes par {by} et modèle',
  'the sums of each group are kept until the end': "les sommes de chaque groupe se gardent jusqu'à la fin",
  'group by less, or by something that fewer calls differ in':
    "groupez par moins, ou par ce qui diffère entre moins d'appels",
  '"{file}" plans for a {period}, and the log has no times':
    '"{file}" prévoit pour une période ({period}), et le journal n\'a pas de dates',
  'how much of the plan was due cannot be told': 'la part du plan qui était due ne peut pas se dire',
  'name the time of each row in the mapping, or write the plan with "period: once"':
    'nommez la date de chaque ligne dans la correspondance, ou écrivez le plan avec "period: once"',
  'no row of the log names "{name}", which "--map" takes for another':
    'aucune ligne du journal ne nomme "{name}", que "--map" prend pour un autre',
  'a name that is written otherwise than in the log would stay unmapped unseen':
    'un nom écrit autrement que dans le journal resterait hors du total sans être vu',
  'the log names {names}': 'le journal nomme {names}',
  'no row of "{file}" names a model with known figures: {names}':
    'aucune ligne de "{file}" ne nomme un modèle aux chiffres connus : {names}',
  'a footprint of nothing is no footprint': "l'empreinte de rien n'est pas une empreinte",
  'take it for a model of the catalogue: --map "{name}"': 'prenez-le pour un modèle du catalogue : --map "{name}"',
  'export the log with the model of each row: group the report by model':
    'exportez le journal avec le modèle de chaque ligne : groupez le rapport par modèle',
  '"{file}" has no "defaults:" at its left margin': '"{file}" n\'a pas de "defaults:" à sa marge gauche',
  'what a log cannot say, such as the region, is taken from there, and from no other part but "training" and "carbon_price"':
    'ce qu\'un journal ne peut pas dire, comme la région, en vient, et d\'aucune autre partie sauf "training" et "carbon_price"',
  'write "defaults:" and under it, indented, "region: aws/eu-west-3", "pue: 1.2" and the like':
    'écrivez "defaults:" et dessous, en retrait, "region: aws/eu-west-3", "pue: 1.2" et ainsi de suite',
  'with the defaults of "{file}" each row would need a calculation of its own: "{field}" decides the batch':
    'avec les valeurs de "{file}" chaque ligne demanderait son propre calcul : "{field}" décide du lot',
  'a log is added up, however long it is; a given speed makes the batch hang on the length of each text':
    "un journal s'additionne, si long soit-il ; une vitesse donnée fait dépendre le lot de la longueur de chaque texte",
  'give "serving: { batch: ... }" in place of a speed or a latency':
    'donnez "serving: { batch: ... }" à la place d\'une vitesse ou d\'une latence',
  '"--map {word}": write it as NAME-IN-THE-LOG=NAME-IN-THE-CATALOGUE':
    '"--map {word}" : écrivez NOM-DU-JOURNAL=NOM-DU-CATALOGUE',
  '"--map {name}" is given twice': '"--map {name}" est donné deux fois',
  '"--by {keys}": a key is empty': '"--by {keys}" : une clé est vide',
  'there is no reader "{name}"': 'il n\'y a pas de lecteur "{name}"',
  'write "{option}"': 'écrivez "{option}"',
  'the readers are {names}': 'les lecteurs sont {names}',
  '"--reader" and "--mapping" say the same thing twice: give one':
    '"--reader" et "--mapping" disent deux fois la même chose : donnez l\'un',
  '"--to-scenario {file}": {reason*}': '"--to-scenario {file}" : {reason*}',
  'it does not end in .yaml': 'il ne finit pas par .yaml',
  'name a file that ends in .yaml': 'nommez un fichier qui finit par .yaml',
  'the file exists already': 'le fichier existe déjà',
  'name another file, or remove it': 'nommez un autre fichier, ou supprimez-le',
  'add "{example}" where the number of the whole counts this part, else "false"':
    'ajoutez "{example}" là où le nombre du tout compte cette partie, sinon "false"',
  'the mapping needs "{key}"': 'il manque "{key}" à la correspondance',
  'the mapping has no field "{key}"': 'la correspondance n\'a pas de champ "{key}"',
  'the name of a field': "le nom d'un champ",
  'one of the words of docs/usage.md': "l'un des mots de docs/usage.md",
} as const;
