/** Engines that add up logs of usage, and what they cannot read; in French. */
export const logEngineFr = {
  'the engine "{engine}" needs the package "{library}", which is not installed':
    'le moteur "{engine}" a besoin du paquet "{library}", qui n\'est pas installé',
  'it is large, and most users never need it': "il est gros, et la plupart des gens n'en ont jamais besoin",
  'npm install {library} (with "-g" where ai-footprint was installed so), or "--engine built-in" for csv and JSON':
    'npm install {library} (avec "-g" si ai-footprint a été installé ainsi), ou "--engine built-in" pour csv et JSON',
  '"{file}" cannot be read to its end: {reason*}': '"{file}" ne se lit pas jusqu\'à la fin : {reason*}',
  'a part of a log is no total: nothing of it is counted':
    "une partie d'un journal n'est pas un total : rien n'en est compté",
  'export the file again, or leave it out': 'exportez le fichier à nouveau, ou laissez-le de côté',
  'this is no JSON': "ceci n'est pas du JSON",
  'this line is no JSON object': "cette ligne n'est pas un objet JSON",
  'a record has more than {bytes} bytes': 'un enregistrement a plus de {bytes} octets',
  'the header has {expected} columns, and this line has {found}':
    "l'en-tête a {expected} colonnes, et cette ligne en a {found}",
  'a quote opens here and is never closed': "un guillemet s'ouvre ici et ne se ferme jamais",
  'a line has more than {bytes} bytes': 'une ligne a plus de {bytes} octets',
  'this is no csv: quotes or line ends are mixed up':
    "ceci n'est pas du csv : guillemets ou fins de ligne sont mélangés",
  'this is no UTF-8': "ceci n'est pas de l'UTF-8",
  'this is no whole parquet file: its end is missing': "ceci n'est pas un parquet entier : la fin manque",
  'a column has another type than in the files before it':
    'une colonne a un autre type que dans les fichiers qui précèdent',
  'there is no such file': "il n'y a pas de tel fichier",
  'its compression is broken or cut off': 'sa compression est abîmée ou coupée',
  'its content is broken': 'son contenu est abîmé',
  'the log needs more than the {megabytes} MB that the database may hold and the disk has room for':
    'le journal demande plus que les {megabytes} Mo que la base peut tenir et que le disque peut loger',
  'make room in the folder for temporary files (TMPDIR), group by fewer keys, or use "--engine clickhouse"':
    'faites de la place dans le dossier des fichiers temporaires (TMPDIR), groupez par moins de clés, ou prenez "--engine clickhouse"',
  '{url} does not answer: {reason*}': '{url} ne répond pas : {reason*}',
  'what was received until then is no total: nothing of it is counted':
    "ce qui est arrivé jusque-là n'est pas un total : rien n'en est compté",
  'check the address, and that the server runs and lets this machine in':
    "vérifiez l'adresse, et que le serveur marche et laisse entrer cette machine",
  '{url} refuses the query: {reason*}': '{url} refuse la requête : {reason*}',
  'check the name and the password in CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, and the rights of that user to read the table':
    'vérifiez le nom et le mot de passe dans CLICKHOUSE_USER et CLICKHOUSE_PASSWORD, et le droit de cet utilisateur de lire la table',
  '{url} ended the query: {reason}': '{url} a mis fin à la requête : {reason}',
  'see the log of the server; "--print-sql clickhouse" prints what was asked':
    'voyez le journal du serveur ; "--print-sql clickhouse" imprime ce qui a été demandé',
  'it knows no user of that name': "il ne connaît pas d'utilisateur de ce nom",
  'the password is wrong': 'le mot de passe est faux',
  'it asks for a password': 'il demande un mot de passe',
  'the user may not read the table': "l'utilisateur n'a pas le droit de lire la table",
  'the name or the password is wrong': 'le nom ou le mot de passe est faux',
  'nothing listens there': "rien n'y écoute",
  'the connection broke off': "la connexion s'est rompue",
  'there is no machine of that name': "il n'y a pas de machine de ce nom",
  'it took too long': 'cela a pris trop de temps',
  'there is no way to that machine': 'aucun chemin ne mène à cette machine',
  'what answers there is no ClickHouse': "ce qui y répond n'est pas un ClickHouse",
  'its certificate is not to be trusted ({code})': "son certificat n'est pas digne de confiance ({code})",
  '{url} has no such table, or hides it from this user': "{url} n'a pas de telle table, ou la cache à cet utilisateur",
  'name it with its database: "--table database.table"': 'nommez-la avec sa base : "--table base.table"',
  '{url} is no address of a server': "{url} n'est pas l'adresse d'un serveur",
  'write it so: --url https://clickhouse.example.org:8443':
    'écrivez-la ainsi : --url https://clickhouse.example.org:8443',
  'the address {url} holds a name, a password or settings':
    "l'adresse {url} contient un nom, un mot de passe ou des réglages",
  'a command line is seen by others on the machine, and kept in its history':
    "d'autres sur la machine voient une ligne de commande, et l'historique la garde",
  'put them in the environment: CLICKHOUSE_USER and CLICKHOUSE_PASSWORD':
    "mettez-les dans l'environnement : CLICKHOUSE_USER et CLICKHOUSE_PASSWORD",
  'no database takes the name {name}: {reason*}': 'aucune base ne prend le nom {name} : {reason*}',
  'it holds a NUL byte': 'il contient un octet NUL',
  'it holds a backslash beside one of * ? [': "il contient une barre oblique inverse à côté d'un de * ? [",
  'a part of it is empty': 'une partie en est vide',
  'rename it': 'renommez-le',
  '"--url" is the address of a server': '"--url" est l\'adresse d\'un serveur',
  'say "--engine clickhouse" with it': 'dites "--engine clickhouse" avec',
  '"--engine clickhouse" needs a server and a table': '"--engine clickhouse" a besoin d\'un serveur et d\'une table',
  'name them: --url https://HOST:8443 --table DATABASE.TABLE':
    'nommez-les : --url https://HÔTE:8443 --table BASE.TABLE',
  '"--engine clickhouse" reads a table, and no files': '"--engine clickhouse" lit une table, et pas de fichiers',
  'leave the files out': 'laissez les fichiers de côté',
  '"--table" is a table of a database': '"--table" est une table d\'une base',
  'say "--engine clickhouse --url ..." or "--print-sql" with it':
    'dites "--engine clickhouse --url ..." ou "--print-sql" avec',
  'no log is named': "aucun journal n'est nommé",
  'name files, or a table: --engine clickhouse --url ... --table ...':
    'nommez des fichiers, ou une table : --engine clickhouse --url ... --table ...',
  '"--engine duckdb" reads files, and no standard input':
    '"--engine duckdb" lit des fichiers, et pas l\'entrée standard',
  'write the log to a file first': "écrivez d'abord le journal dans un fichier",
  '"--engine duckdb" reads files of one format at a time: {files}':
    '"--engine duckdb" lit des fichiers d\'un format à la fois : {files}',
  'run the command on each format by itself': 'lancez la commande sur chaque format séparément',
  '"{file}" does not say its format': '"{file}" ne dit pas son format',
  'name it .csv, .json, .jsonl or .parquet, with .gz or .zst behind it where it is packed':
    "nommez-le .csv, .json, .jsonl ou .parquet, suivi de .gz ou .zst s'il est comprimé",
  '"--print-sql {name}" is not for the server of "--engine clickhouse"':
    '"--print-sql {name}" n\'est pas pour le serveur de "--engine clickhouse"',
  'say "--print-sql clickhouse", or leave "--engine" out': 'dites "--print-sql clickhouse", ou laissez "--engine"',
  'nothing says what the columns of the table hold': 'rien ne dit ce que contiennent les colonnes de la table',
  'say "--reader litellm" or the like, or "--mapping FILE.yaml"':
    'dites "--reader litellm" ou semblable, ou "--mapping FICHIER.yaml"',
  '"--print-sql {name}" reads a table': '"--print-sql {name}" lit une table',
  'name it: --table NAME': 'nommez-la : --table NOM',
  '"--{option} -": standard input is the log': '"--{option} -" : l\'entrée standard est le journal',
  '"--print-sql" prints a query, and leaves "--{option}" undone':
    '"--print-sql" imprime une requête, et ne ferait rien de "--{option}"',
  'leave one of the two out': "laissez l'une des deux",
};
