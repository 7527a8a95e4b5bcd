/** The footprint of a log, in French. */
import type { CallsOf, UsageWords } from './en.ts';

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many);

const callsOf =
  (one: string, many: string) =>
  (a: CallsOf): string =>
    `${a.threads} ${plural(a.count, one, many)} (${a.field}) de ${a.mean} appels en moyenne : médiane ${a.median}, 95 % ont au plus ${a.p95}, maximum ${a.most}${a.without === null ? '' : ` ; ${a.without} appels n'en nomment pas`}`;

/** By reader. */
const caveats: Readonly<Record<string, string>> = {
  'openai-usage':
    'la page parle de la sortie en entier : que le raisonnement caché y soit découle du guide des modèles qui raisonnent',
  'anthropic-usage':
    'les requêtes ne sont pas dans le rapport : leur nombre est supposé, et ne compte que par la longueur des textes',
  litellm:
    "les jetons en cache et le raisonnement sont, s'ils y sont, dans la colonne metadata, à côté de ce que les appelants y mettent : elle n'est pas lue",
  langfuse:
    "les types d'usage sont des mots libres : ce qu'une intégration propre range sous d'autres que ceux-ci n'est pas compté, ni l'usage d'observations qui ne sont ni GENERATION ni EMBEDDING",
  'anthropic-costs': 'les coûts du niveau Priority ne sont pas dans ce rapport, comme le dit son éditeur',
  'claude-code': "l'éditeur ne documente pas les lignes : elles sont lues comme le font des outils publiés",
};

export const usageFr: UsageWords = {
  heading: {
    log: 'JOURNAL',
    by: 'PAR',
    trend: 'PAR MOIS',
    unmapped: 'HORS DU TOTAL',
    notes: 'CE QUE LE JOURNAL NE DIT PAS',
  },
  counts: {
    requests: 'les requêtes',
    input: "les jetons d'entrée",
    cached: 'les jetons en cache',
    output: 'les jetons de sortie',
    reasoning: 'le raisonnement caché',
  },
  columns: {
    requests: 'requêtes',
    spend: 'dépensé',
    in: 'jetons entrants',
    out: 'sortants',
    energy: 'énergie',
    ghg: 'gaz à effet de serre',
    share: 'part',
  },
  days: (first, last) => (first === last ? first : `du ${first} au ${last}`),
  requests: (text, count) => `${text} ${plural(count, 'requête', 'requêtes')}`,
  noDays: 'aucune date dans le journal',
  rows: (rows, count, files, fileCount) =>
    `${rows} ${plural(count, 'ligne', 'lignes')} de ${files} ${plural(fileCount, 'fichier', 'fichiers')}`,
  readAs: (reader, source, year) => `lu comme ${reader} (${source}, ${year})`,
  readByMapping: (name) => `lu selon la correspondance "${name}"`,
  holds: {
    cached: {
      inside: 'son entrée compte les jetons en cache : séparés là où il les dit',
      beside: 'son entrée ne compte pas les jetons en cache',
      untold: 'rien ne dit si son entrée compte les jetons en cache',
    },
    reasoning: {
      inside: 'sa sortie compte le raisonnement caché',
      beside: 'sa sortie ne compte pas le raisonnement caché',
      untold: 'rien ne dit si sa sortie compte le raisonnement caché : ce que le modèle écrit en plus est supposé',
    },
  },
  repeated: (rows, count) => `${rows} ${plural(count, 'copie de ligne comptée', 'copies de lignes comptées')} une fois`,
  differing: (rows, count) =>
    `${rows} ${plural(count, 'somme lue', 'sommes lues')} plusieurs fois avec des chiffres différents : la plus pleine compte, comme d'une période inachevée. Si ces lignes viennent de deux organisations, le total est trop bas : lisez chacune seule`,
  refused: (rows, count, reason, first) =>
    `${rows} ${plural(count, 'ligne écartée', 'lignes écartées')} : ${reason}${first === null ? '' : `, d'abord en ${first}`}`,
  faults: {
    'not-a-number': "un compte n'est pas un nombre",
    negative: 'un compte est négatif',
    absurd: 'un compte dépasse 1e15, ou 1e9 jetons par requête',
    'not-tokens': 'ses comptes ne sont pas des jetons',
    'inexact-id':
      "son identifiant est un nombre au-delà de 2^53, dont la fin se perd : l'écrire comme texte, ou prendre --engine duckdb",
    'part-over-whole': 'une partie dépasse son tout',
    'no-requests': 'des jetons sans requêtes',
    'bad-time': 'aucune date lisible',
  },
  callsPer: {
    conversation: callsOf('conversation', 'conversations'),
    session: callsOf('session', 'sessions'),
    trace: callsOf('trace', 'traces'),
  },
  renamed: (from, to) => `"${from}" est pris pour ${to}`,
  unknownCount: (rows, count, what) => `${rows} ${plural(count, 'ligne ne dit', 'lignes ne disent')} pas ${what}`,
  undated: (rows, count) => `${rows} ${plural(count, "ligne n'a", "lignes n'ont")} pas de date`,
  unknownHost: (name, rows, count) =>
    `l'hébergeur "${name}" de ${rows} ${plural(count, 'ligne', 'lignes')} n'est pas au catalogue : le lieu habituel du modèle est pris`,
  unmapped: (a) =>
    `${a.rows} ${plural(a.count, 'ligne', 'lignes')} ${
      a.kind === 'model'
        ? a.name === null
          ? 'sans modèle'
          : `du modèle "${a.name}"`
        : a.name === null
          ? 'sans région'
          : `de la région "${a.name}"`
    }`,
  ofCurrency: (rows, count, money) =>
    `${rows} ${plural(count, 'ligne', 'lignes')} ${money === null ? 'sans monnaie' : `de ${money}`}`,
  mapIt: (from, to) => `--map "${from}=${to}"`,
  noFigure: (code) =>
    code === 'wrong-kind-of-model'
      ? "ce n'est pas un modèle de texte : images, voix et vidéo ne se comptent pas par leurs jetons"
      : code === 'ambiguous-name'
        ? 'le catalogue en a plusieurs de ce nom : donnez-le en entier avec --map'
        : code === 'unpublished-figure'
          ? "sa taille n'est pas publiée : décrivez-le avec --catalog"
          : code === 'no-factor'
            ? "aucun facteur de cette monnaie n'est connu, et une monnaie n'est jamais prise pour une autre"
            : 'il ne peut pas être estimé',
  caveat: (reader, english) => (Object.hasOwn(caveats, reader) ? (caveats[reader] ?? english) : english),
  mapNone: "le catalogue n'a rien de proche : décrivez le modèle avec --catalog",
  nameless: 'non dit',
  rest: (count, share) =>
    `et ${count} de plus${share === null ? '' : `, ${share} des gaz à effet de serre`} : --top, ou --format csv`,
  partial: (rows, count) => `le total laisse ${rows} ${plural(count, 'ligne', 'lignes')} de côté`,
  leftOutShort: (rows, count) => `${rows} ${plural(count, 'ligne', 'lignes')} hors du total`,
  sentence: (a) =>
    `${a.files}, ${a.days} : ${a.requests}, ${a.ghg}, ${a.energy} d'énergie${a.ratio === null ? '' : ` ; ${a.ratio}`}${a.left === null ? '' : ` ; ${a.left}`}`,
  plan: {
    heading: 'PLAN CONTRE RÉEL',
    scaled: (plan, days, count) =>
      `le plan de ${plan} sur les ${days} ${plural(count, 'jour', 'jours')} du journal, du premier au dernier`,
    once: (plan) => `le plan de ${plan} en entier : il compte un travail fait une fois`,
    columns: { what: '', planned: 'prévu', actual: 'réel', ratio: 'réel / prévu' },
    whole: 'tout',
    onlyPlanned: 'absent du journal',
    noneCounted: 'aucune ligne comptée',
    without: (rows, count) => `${rows} ${plural(count, 'ligne laissée', 'lignes laissées')} de côté`,
    onlyActual: 'non prévu',
    atLeast: (rows, count) =>
      `le réel laisse ${rows} ${plural(count, 'ligne', 'lignes')} de côté : il vaut au moins cela, et le rapport est celui du reste`,
    common: "ce que les deux partagent bouge ensemble dans le rapport, et s'annule",
  },
};
