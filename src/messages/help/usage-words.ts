/** What `usage --help` says of its options and arguments. */
import type { Facts, Said } from './said.ts';

export const ofLogs = {
  'usage [file...]': {
    en: 'csv, json, jsonl or parquet files, also .gz and .zst; patterns ("logs/**/*.jsonl") or folders; "-" reads one from standard input',
    fr: 'fichiers csv, json, jsonl ou parquet, aussi .gz et .zst ; motifs ("logs/**/*.jsonl") ou dossiers ; "-" en lit un sur l\'entrée standard',
  },
  'usage --by': {
    en: 'groups, such as model,month: model, region, month, day, and what the format has (team, project, user ...)',
    fr: "groupes, comme model,month : model, region, month, day, et ce qu'a le format (team, project, user ...)",
  },
  'usage --map': {
    en: 'a model, region or host of the log by its name in the catalogue; repeatable',
    fr: 'un modèle, une région ou un hébergeur du journal par son nom au catalogue ; répétable',
  },
  'usage --region': {
    en: 'where the machines stand, of rows that do not say it',
    fr: 'où sont les machines, pour les lignes qui ne le disent pas',
  },
  'usage --defaults': {
    en: 'a scenario whose "defaults:" hold of every call: grid, pue, serving ...',
    fr: 'un scénario dont les "defaults:" valent pour chaque appel : grid, pue, serving ...',
  },
  'usage --plan': {
    en: 'a scenario against what was logged, model by model, over the days of the log',
    fr: 'un scénario face à ce qui est au journal, modèle par modèle, sur les jours du journal',
  },
  'usage --to-scenario': {
    en: 'write a scenario with the measured numbers; it assesses at once',
    fr: 'écrit un scénario avec les nombres mesurés ; il se calcule aussitôt',
  },
  'usage --reader': {
    en: 'read as this format; recognised by its fields where left out',
    fr: 'lit comme ce format ; reconnu à ses champs si absent',
  },
  'usage --mapping': {
    en: 'which field is which, of a csv or of JSON that no reader knows',
    fr: "quel champ est lequel, d'un csv ou d'un JSON qu'aucun lecteur ne connaît",
  },
  'usage --max-refused': {
    en: 'rows that may be left out because their counts or times are wrong',
    fr: 'lignes qui peuvent être écartées parce que leurs comptes ou leurs dates sont faux',
  },
  'usage --engine': {
    en: 'what adds the rows up (default: "built-in"; "duckdb" for parquet and .zst)',
    fr: 'ce qui additionne les lignes (par défaut : "built-in" ; "duckdb" pour parquet et .zst)',
  },
  'usage --url': {
    en: 'the server of "--engine clickhouse"; CLICKHOUSE_USER and CLICKHOUSE_PASSWORD let in',
    fr: 'le serveur de "--engine clickhouse" ; CLICKHOUSE_USER et CLICKHOUSE_PASSWORD donnent l\'accès',
  },
  'usage --table': {
    en: 'a table of that server, or the one that "--print-sql" reads',
    fr: 'une table de ce serveur, ou celle que lit "--print-sql"',
  },
  'usage --print-sql': {
    en: 'print the query that does all of it, to be run elsewhere',
    fr: 'imprime la requête qui fait tout, à lancer ailleurs',
  },
  'usage --top': {
    en: 'groups of the table; the other formats have all',
    fr: 'groupes du tableau ; les autres formats les ont tous',
  },
  'usage --strict': {
    en: 'exit 4 when rows are left out, or a part of the greenhouse gases is unknown',
    fr: 'sortie 4 quand des lignes sont écartées, ou quand une partie des gaz à effet de serre est inconnue',
  },
  'usage --output': ({ extensions }: Facts): Said => ({
    en: `also write to a file, in the format of its extension: ${extensions.usage}; repeatable`,
    fr: `écrit aussi dans un fichier, au format de son extension : ${extensions.usage.replace(' and ', ' et ')} ; répétable`,
  }),
} as const;
