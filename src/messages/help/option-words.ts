/**
 * What `--help` says of options and arguments. Names are `--option` and `<argument>`, with the command before them where it
 * has words of its own. Commands name them (src/cli/described.ts); the words are loaded when a help is printed.
 */
import { practiceIds, verdictCodes } from '../../assessment.ts';
import type { Facts, Said } from './said.ts';
import { ofLogs } from './usage-words.ts';

const practiceNames = practiceIds.join(', ');
const verdicts = verdictCodes.join(', ');

/** A list of names, which ends in "and". */
const inFrench = (list: string): string => list.replace(' and ', ' et ');

const general = {
  '--version': { en: 'print the version', fr: 'imprime la version' },
  '--help': { en: 'print this help', fr: 'imprime cette aide' },
  '--lang': {
    en: 'language of what is printed (default: from LANG)',
    fr: 'langue de ce qui est imprimé (par défaut : selon LANG)',
  },
  '--width': ({ piped }: Facts): Said => ({
    en: `columns of what is printed (default: the terminal, else ${piped})`,
    fr: `colonnes de ce qui est imprimé (par défaut : le terminal, sinon ${piped})`,
  }),
  '--no-color': {
    en: 'no colour (also NO_COLOR; FORCE_COLOR forces it)',
    fr: "pas de couleur (aussi NO_COLOR ; FORCE_COLOR l'impose)",
  },
  '--ascii': { en: 'charts in plain ASCII', fr: 'graphiques en ASCII pur' },
  '--quiet': { en: 'no progress on standard error', fr: "pas d'avancement sur la sortie d'erreur" },
  '--catalog': {
    en: 'own models, regions and factors, added to the shipped ones',
    fr: 'modèles, régions et facteurs à vous, ajoutés à ceux qui sont fournis',
  },
  '--format': { en: 'what to print', fr: "ce qu'il faut imprimer" },
  '--format, or files: table': {
    en: 'what to print (default: "table"; with --output, nothing)',
    fr: 'ce qu\'il faut imprimer (par défaut : "table" ; rien avec --output)',
  },
  '--format, or files: text': {
    en: 'what to print (default: "text"; with --output, nothing)',
    fr: 'ce qu\'il faut imprimer (par défaut : "text" ; rien avec --output)',
  },
  '--method': {
    en: 'what estimates text usages; ecologits is a second opinion, pinned',
    fr: 'ce qui estime les usages de texte ; ecologits est un second avis, figé',
  },
  '--samples': {
    en: 'draws behind each interval; 0 propagates errors, which is faster',
    fr: 'tirages derrière chaque intervalle ; 0 propage les erreurs, ce qui est plus rapide',
  },
  '--seed': { en: 'seed of the draws', fr: 'graine des tirages' },
  '--max-errors': {
    en: 'rows with errors after which reading stops',
    fr: "lignes fautives après lesquelles la lecture s'arrête",
  },
  '<file>': {
    en: 'scenario file; "-" reads one from standard input',
    fr: 'fichier de scénario ; "-" en lit un sur l\'entrée standard',
  },
  '<file...>': {
    en: 'scenario files, patterns ("ai/**/*.yaml") or folders; "-" reads one from standard input',
    fr: 'fichiers de scénario, motifs ("ai/**/*.yaml") ou dossiers ; "-" en lit un sur l\'entrée standard',
  },
} as const;

const ofAssessment = {
  'assess --output': ({ extensions }: Facts): Said => ({
    en: `also write to a file, in the format of its extension: ${extensions.assess}; repeatable`,
    fr: `écrit aussi dans un fichier, au format de son extension : ${inFrench(extensions.assess)} ; répétable`,
  }),
  'assess --methods': {
    en: 'also give each text usage by both methods, and what makes them differ',
    fr: 'donne aussi chaque usage de texte par les deux méthodes, et ce qui les sépare',
  },
  'assess --practice': {
    en: `good practices to compute, of ${practiceNames}; "all" or "none" (default: all)`,
    fr: `bonnes pratiques à calculer, parmi ${practiceNames} ; "all" ou "none" (par défaut : all)`,
  },
  'assess --fail-on': {
    en: `exit 1 when value versus impact is one of these, for the whole or for a usage: ${verdicts}`,
    fr: `sort avec 1 quand le verdict est l'un de ceux-ci, pour le tout ou pour un usage : ${verdicts}`,
  },
  'assess --strict': {
    en: 'exit 4 when a part of the greenhouse gases is unknown',
    fr: "sort avec 4 quand une partie des gaz à effet de serre n'est pas connue",
  },
  'report --output': {
    en: 'file of the page, .html; other results beside it by their extension (.json, .csv, .md ...); repeatable (default: standard output, where it is no terminal)',
    fr: "fichier de la page, .html ; d'autres résultats à côté selon leur extension (.json, .csv, .md ...) ; répétable (par défaut : la sortie standard, si ce n'est pas un terminal)",
  },
  'report --date': {
    en: 'a day to print on it, YYYY-MM-DD; without it the page has none, and never changes by itself',
    fr: "un jour à y imprimer, AAAA-MM-JJ ; sans lui la page n'en a pas, et ne change jamais d'elle-même",
  },
  'report --width': {
    en: 'columns of errors, and of a .txt beside the page; the page itself fits its window and its paper',
    fr: "colonnes des erreurs, et d'un .txt à côté de la page ; la page s'adapte à sa fenêtre et au papier",
  },
  'explain --usage': {
    en: 'the usage to open below the sums (default: the one with the most greenhouse gases)',
    fr: "l'usage à ouvrir sous les sommes (par défaut : celui qui a le plus de gaz à effet de serre)",
  },
  'explain --place': {
    en: 'which of its places or parts (default: the one with the most)',
    fr: 'lequel de ses lieux ou laquelle de ses parties (par défaut : là où il y en a le plus)',
  },
  'explain --depth': {
    en: 'how many steps down (default: all)',
    fr: 'à combien de pas de profondeur (par défaut : tous)',
  },
  'explain --practice': {
    en: `open the figure after these good practices, of ${practiceNames}; "all" or "none" (default: none)`,
    fr: `ouvre le chiffre après ces bonnes pratiques, parmi ${practiceNames} ; "all" ou "none" (par défaut : none)`,
  },
  'explain [quantity]': { en: 'the figure to open', fr: 'le chiffre à ouvrir' },
} as const;

const ofProject = {
  '--config': {
    en: 'the config (default: ai-footprint.config.yaml, searched upwards)',
    fr: 'la configuration (par défaut : ai-footprint.config.yaml, cherché en remontant)',
  },
  'check [file...]': {
    en: 'scenario files, in place of those that the config lists',
    fr: "fichiers de scénario, à la place de ceux qu'énumère la configuration",
  },
  'check --judge': {
    en: 'what of the interval is held against a limit (default: the config, else range)',
    fr: "ce qui de l'intervalle est comparé à une limite (par défaut : la configuration, sinon range)",
  },
  'check --save-baseline': {
    en: 'write the lock: everything of today is accepted',
    fr: "écrit le verrou : tout ce qui est vrai aujourd'hui est accepté",
  },
  'check --update-lock': {
    en: 'renew the lock: data and method updates and what is better are accepted, what is worse is not',
    fr: "renouvelle le verrou : les mises à jour des données et de la méthode et ce qui est mieux sont acceptés, ce qui est pire ne l'est pas",
  },
  'check --today': {
    en: 'the day on which waivers are judged, YYYY-MM-DD (default: the system date, UTC)',
    fr: 'le jour où sont jugées les dérogations, AAAA-MM-JJ (par défaut : la date du système, UTC)',
  },
  'check --output': ({ extensions }: Facts): Said => ({
    en: `also write to a file, in the format of its name: ${extensions.check}; repeatable`,
    fr: `écrit aussi dans un fichier, au format de son nom : ${inFrench(extensions.check)} ; répétable`,
  }),
  'check --recompute': {
    en: 'compute also what the lock has as it is',
    fr: 'calcule aussi ce que le verrou contient déjà tel quel',
  },
  'check --strict': {
    en: 'exit 4 when a limit of level error cannot be settled',
    fr: 'sort avec 4 quand une limite de niveau error ne peut pas être tranchée',
  },
  'check --exit-zero': {
    en: 'report, and exit 0 whatever is breached',
    fr: 'rend compte, et sort avec 0 quel que soit le dépassement',
  },
  'diff <file...>': {
    en: 'BEFORE and AFTER, scenarios or saved results; with --git one scenario',
    fr: 'AVANT et APRÈS, scénarios ou résultats gardés ; avec --git un seul scénario',
  },
  'diff --git': {
    en: 'BEFORE is the file at this commit, branch or tag',
    fr: 'AVANT est le fichier à ce commit, cette branche ou cette étiquette',
  },
  'diff --fail-on-increase': {
    en: 'exit 1 when it surely rises (default criterion: "ghg")',
    fr: 'sort avec 1 quand il monte à coup sûr (critère par défaut : "ghg")',
  },
  'diff --output': ({ extensions }: Facts): Said => ({
    en: `also write to a file, in the format of its name: ${extensions.diff}; repeatable`,
    fr: `écrit aussi dans un fichier, au format de son nom : ${inFrench(extensions.diff)} ; répétable`,
  }),
  'budget <what>': { en: 'what to do', fr: "ce qu'il faut faire" },
  'budget [file...]': {
    en: 'scenario files (default: those of the config)',
    fr: 'fichiers de scénario (par défaut : ceux de la configuration)',
  },
} as const;

const ofMany = {
  'compare --by': { en: 'what a row is', fr: "ce qu'est une ligne" },
  'compare --criterion': { en: 'what is ranked', fr: 'ce qui est classé' },
  'compare --sort': {
    en: 'largest first; names A to Z, grades and verdicts best first',
    fr: "le plus grand d'abord ; les noms de A à Z, les notes et les verdicts du meilleur au pire",
  },
  'compare --reverse': {
    en: 'the other way round; what is unknown stays last',
    fr: "dans l'autre sens ; l'inconnu reste en dernier",
  },
  'compare --top': { en: 'only so many rows', fr: 'seulement autant de lignes' },
  'compare --where': {
    en:
      'only rows that keep it, such as "ghg > 10 kg and region ~ aws"; names: a criterion, CRITERION_per_unit, share, ' +
      'name, scenario, file, usage, model, region, tag, grade, verdict; signs: < <= > >= = != ~ (holds) !~; and, or, not, ( )',
    fr:
      'seulement les lignes qui la tiennent, comme "ghg > 10 kg and region ~ aws" ; noms : un critère, CRITÈRE_per_unit, share, ' +
      'name, scenario, file, usage, model, region, tag, grade, verdict ; signes : < <= > >= = != ~ (contient) !~ ; and, or, not, ( )',
  },
  'compare --baseline': {
    en: 'differences against this row, on common draws: its name or its file',
    fr: 'écarts par rapport à cette ligne, sur des tirages communs : son nom ou son fichier',
  },
  'compare --output': ({ extensions }: Facts): Said => ({
    en: `also write to a file, in the format of its extension: ${extensions.compare}; repeatable`,
    fr: `écrit aussi dans un fichier, au format de son extension : ${inFrench(extensions.compare)} ; répétable`,
  }),
  'sweep --vary': { en: 'a field and its values; repeatable', fr: 'un champ et ses valeurs ; répétable' },
  'sweep --format': {
    en: 'what to print: a table of the best, or all rows',
    fr: "ce qu'il faut imprimer : un tableau des meilleures, ou toutes les lignes",
  },
  'sweep --output': {
    en: 'write all rows to a file, .csv or .jsonl; repeatable',
    fr: 'écrit toutes les lignes dans un fichier, .csv ou .jsonl ; répétable',
  },
  'sweep --top': { en: 'rows of the table', fr: 'lignes du tableau' },
  'sweep --objective': { en: 'what the table is sorted by', fr: "ce d'après quoi le tableau est trié" },
  'sweep --constraint': {
    en: 'only rows within it, such as "water < 20 m3"; repeatable',
    fr: 'seulement les lignes qui la respectent, comme "water < 20 m3" ; répétable',
  },
  'sweep --sample': {
    en: 'so many combinations by Latin hypercube, instead of all',
    fr: 'autant de combinaisons par hypercube latin, au lieu de toutes',
  },
  'sweep --seed': { en: 'seed of --sample', fr: 'graine de --sample' },
  'sweep --jobs': {
    en: 'threads that compute; what is written is the same',
    fr: "fils d'exécution qui calculent ; ce qui est écrit reste le même",
  },
  'advise --target': {
    en: 'greenhouse gases to reach, such as "40 kgCO2e/year" or "3 gCO2e/unit"',
    fr: 'gaz à effet de serre à atteindre, comme "40 kgCO2e/year" ou "3 gCO2e/unit"',
  },
  'advise --solve': {
    en: 'with --target: the value of one input that reaches it, such as tokens.output',
    fr: "avec --target : la valeur d'une entrée qui l'atteint, comme tokens.output",
  },
  'advise --top': { en: 'steps of each practice; 0 for all', fr: 'étapes de chaque pratique ; 0 pour toutes' },
  'advise --all': {
    en: 'compare every region and text model of the catalogue',
    fr: 'compare toutes les régions et tous les modèles de texte du catalogue',
  },
} as const;

const ofFilesAndData = {
  'init [file]': {
    en: 'file to write (default: scenario.yaml in a terminal, else standard output); "-" prints it',
    fr: 'fichier à écrire (par défaut : scenario.yaml dans un terminal, sinon la sortie standard) ; "-" l\'imprime',
  },
  'init --template': {
    en: 'what to start from (default: asks, else chatbot)',
    fr: 'ce dont on part (par défaut : la question est posée, sinon chatbot)',
  },
  'init --list': { en: 'what there is to start from', fr: 'ce dont on peut partir' },
  'init --yes': {
    en: 'ask nothing: the values of the template',
    fr: 'ne demande rien : les valeurs du modèle de départ',
  },
  'init --force': { en: 'write over a file that exists', fr: 'remplace un fichier qui existe' },
  'catalog <table>': { en: 'what to search', fr: 'où chercher' },
  'catalog [words...]': { en: 'rows must hold every word', fr: 'les lignes doivent contenir chaque mot' },
  'questions --search': {
    en: 'only questions that hold every word',
    fr: 'seulement les questions qui contiennent chaque mot',
  },
  'questions --open': {
    en: 'only those that the scenario leaves open',
    fr: 'seulement celles que le scénario laisse ouvertes',
  },
  'schema [what]': { en: 'whose schema', fr: 'le schéma de quoi' },
  'verify <result>': { en: 'result saved as JSON or YAML', fr: 'résultat gardé en JSON ou en YAML' },
  'verify [scenario...]': {
    en: 'the scenario it came from; of several results, all, in their order',
    fr: "le scénario d'où il vient ; pour plusieurs résultats, tous, dans leur ordre",
  },
  'verify --catalog': {
    en: 'own models, regions and factors, as the result was made with',
    fr: 'modèles, régions et facteurs à vous, avec lesquels le résultat a été fait',
  },
  'completion <shell>': { en: 'which shell', fr: 'quel interpréteur de commandes' },
  'help [topic]': { en: 'a topic or a command', fr: 'un sujet ou une commande' },
} as const;

const words = { ...general, ...ofAssessment, ...ofProject, ...ofMany, ...ofLogs, ...ofFilesAndData };
export type TextName = keyof typeof words;

export const optionWords: Readonly<Record<TextName, Said | ((facts: Facts) => Said)>> = words;

/** Placeholders of the command line, `<file>` and `--top <n>`, in French; in English they are written as they are. */
export const placeholdersFr: Readonly<Record<string, string>> = {
  address: 'adresse', amount: 'quantité', columns: 'colonnes', command: 'commande', condition: 'condition', criterion: 'critère', database: 'base', day: 'jour', end: 'borne',
  file: 'fichier', format: 'format', id: 'id', input: 'entrée', keys: 'clés', language: 'langue', limit: 'limite', method: 'méthode', n: 'n',
  name: 'nom', names: 'noms', number: 'numéro', 'old=new': 'ancien=nouveau', options: 'options', 'path=values': 'chemin=valeurs', quantity: 'grandeur', ref: 'réf', region: 'région',
  result: 'résultat', scenario: 'scénario', shell: 'shell', steps: 'pas', table: 'table', thing: 'chose', topic: 'sujet',
  verdicts: 'verdicts', what: 'quoi', words: 'mots', column: 'colonne',
}; // prettier-ignore
