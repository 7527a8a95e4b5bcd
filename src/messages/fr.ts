/** Every word of the reports, in French. `Messages` makes a missing key a compile error. */
import type { Messages } from './en.ts';
import { unitInFrench, unitName } from './fr-unit.ts';
import { adviseFr } from './fr-advise.ts';
import { sweepFr } from './fr-sweep.ts';
import { tableFr } from './fr-table.ts';
import { compareFr } from './fr-compare.ts';
import { practicesFr } from './fr-practices.ts';
import { verdictFr } from './fr-verdict.ts';
import { questionsFr } from './fr-questions.ts';
import { qualityFr } from './fr-quality.ts';
import { verifyFr } from './fr-verify.ts';
import { explainFr } from './explain/fr.ts';
import { workWords } from './work.ts';

/** In French 0 and 1 are singular. */
const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many);

export const fr = (): Messages => ({
  unknown: 'inconnu',
  notPublished: 'non publié',
  notComputed: 'non calculé',
  to: 'à',
  unit: unitInFrench,
  large: {
    million: (count) => plural(count, 'million', 'millions'),
    billion: (count) => plural(count, 'milliard', 'milliards'),
    trillion: (count) => plural(count, 'billion', 'billions'),
  },

  time: {
    day: (count) => plural(count, 'jour', 'jours'),
    week: (count) => plural(count, 'semaine', 'semaines'),
    month: () => 'mois',
    quarter: (count) => plural(count, 'trimestre', 'trimestres'),
    year: (count) => plural(count, 'an', 'ans'),
  },

  periodNames: { year: '1 an', month: '1 mois', week: '1 semaine', day: '1 jour', once: 'une seule fois' },
  perPeriod: { year: 'par an', month: 'par mois', week: 'par semaine', day: 'par jour', once: 'au total' },
  everyPeriod: { year: 'par an', month: 'par mois', week: 'par semaine', day: 'par jour', once: 'au total' },
  criteria: {
    energy: 'Énergie (site)',
    ghg: 'Gaz à effet de serre',
    water: 'Eau',
    adpe: 'Ressources abiotiques (ADPe)',
    primary_energy: 'Énergie primaire',
    climate_cost: 'Coût climatique',
  },
  criteriaInText: {
    energy: 'énergie',
    ghg: 'gaz à effet de serre',
    water: 'eau',
    adpe: 'ressources abiotiques',
    primary_energy: 'énergie primaire',
    climate_cost: 'coût climatique',
  },
  phases: {
    operation: 'usage (électricité)',
    embodied: 'fabrication (amorti)',
    training: 'entraînement (alloué)',
  },
  estimators: {
    measured: 'mesuré',
    text: 'méthode texte',
    ...workWords.fr.estimators,
    fleet: 'parc matériel',
    task: 'moyenne de tâche',
    spend: 'dépense',
    none: 'aucune',
  },
  estimatorsShort: {
    measured: 'mesuré',
    text: 'texte',
    ...workWords.fr.short,
    fleet: 'parc',
    task: 'tâche',
    spend: 'dépense',
    none: 'aucun',
  },
  estimatorsSay: {
    measured: 'la mesure donne',
    text: 'la méthode texte donne',
    ...workWords.fr.say,
    fleet: 'le parc matériel donne',
    task: 'la moyenne de la tâche donne',
    spend: 'la dépense donne',
    none: 'rien ne donne',
  },
  reasons: {
    'nothing-published': "rien de publié, de mesuré ou de donné ne permet d'estimer",
    'requests-unknown': 'le nombre de requêtes est inconnu : pas de total pour la période',
    'energy-unknown': "l'énergie est inconnue",
    'hardware-time-unknown': "fabrication : la durée d'occupation du matériel est inconnue",
    'training-not-computed': "entraînement : la part allouée n'est pas calculée",
    ...workWords.fr.reasons,
    'spend-has-no-phases': 'une dépense ne donne que des gaz à effet de serre, et sans les phases',
  },
  boundaryItems: {
    electricity: 'électricité du centre de données',
    water: 'eau du refroidissement et des centrales',
    hardware: 'fabrication du matériel',
    'supply-chain-of-spend': "chaîne d'approvisionnement de la dépense",
    training: 'entraînement',
    network: 'réseau',
    devices: 'terminaux des utilisateurs',
    storage: 'stockage et recherche documentaire',
    building: 'bâtiment du centre de données',
  },

  prompts: (count) => `${count} ${count === '1' ? 'requête' : 'requêtes'} par résultat`,
  tokensIn: (count) => `${count} jetons en entrée`,
  tokensOut: (count) => `${count} jetons en sortie`,
  tokensInAndOut: (input, output) => `${input} jetons en entrée, ${output} en sortie`,
  ownGrid: "facteurs d'émission propres",
  marketBased: (market, place) =>
    `fondé sur le marché, selon le contrat : usage ${market}, au lieu de ${place} selon le lieu, qui compte ici`,
  saidUnknown: 'dit inconnu',

  perUnit: (unit) => `par ${unitName(unit)}`,
  volume: (count, unit) => `${count} x ${unitName(unit)}`,
  volumeUnknown: (unit) => `par ${unitName(unit)}, volume inconnu`,
  usageCount: (count, text) => `${text} ${plural(count, 'usage', 'usages')}`,

  inputs: (a) =>
    a.assumed === 0
      ? `les ${a.allText} données sont fournies`
      : `${a.assumedText} ${plural(a.assumed, 'valeur supposée', 'valeurs supposées')} sur ${a.allText}`,
  inputsWidth: (share) => `portant ${share} de la largeur`,

  quality: qualityFr(),
  verify: verifyFr(),
  work: workWords.fr.report,
  practices: practicesFr(),
  advise: adviseFr(),
  verdict: verdictFr(),
  questions: questionsFr(),
  sweep: sweepFr(),
  fromTable: tableFr(),
  compare: compareFr(),

  heading: {
    baseline: 'EMPREINTE ACTUELLE',
    usages: 'USAGES',
    crossChecks: 'RECOUPEMENT',
    secondOpinion: 'SECOND AVIS',
    equivalents: 'Autant que',
    assumptions: 'HYPOTHÈSES',
    measureNext: "À MESURER D'ABORD",
    warnings: 'AVERTISSEMENTS',
    boundary: 'PÉRIMÈTRE',
  },
  column: {
    share: 'part',
    tier: 'niveau',
    requests: 'requêtes',
    energy: 'énergie',
    ghg: 'gaz à effet de serre',
    value: 'valeur',
    source: 'source',
    width: 'largeur',
  },

  climateCostAt: (price) => `Coût climatique (${price})`,
  carbonPrice: (a) => `prix du carbone ${a.price} (${a.assumed ? 'valeur supposée, ' : ''}${a.source})`,
  legend: {
    interval: '[basse - haute] : intervalle de 5 à 95 %',
    assumed: '* repose sur des valeurs supposées',
    explain: (names) =>
      `\`explain FICHIER NOM\` ouvre un chiffre : ${names} ; suivi de .per_unit, ou précédé de usages.ID`,
    lower: '> au moins : une part est inconnue',
    upper: "< au plus : l'argent surestime l'IA",
    mixed: '~ une part est inconnue, une part surestimée',
  },
  notInTotal: (criteriaNames, names) => `hors du total (${criteriaNames}) : ${names}`,
  unknownButOfOne: (figure) => `inconnu ; ${figure} par requête`,
  unknownOf: (reason, names) => `${reason} (${names})`,
  phaseNotIn: (phase, criterion) => `hors du total (${criterion}) : ${phase}, aucun chiffre connu`,
  andOthers: (names, more) => `${names} et ${more} de plus`,
  othersInJson: (count, text) => `et ${text} ${plural(count, 'autre', 'autres')} : \`--format json\` les donne tous`,
  moreInJson: (text) => `et ${text} de plus : \`--format json\` donne tout`,
  crossCheck: (a) => `${a.used} ${a.value} ; ${a.other} ${a.check} (${a.ratio})`,
  secondOpinion: {
    title: "énergie et gaz à effet de serre d'un résultat gardé, selon les deux méthodes",
    because: (ratio, isRange) =>
      `${isRange ? 'ecologits donne [min - max] ; ' : ''}ce qui fait ${ratio}, un changement après l'autre :`,
    causes: {
      batch: (here, there) => `${there} requêtes à la fois, au lieu de ${here}`,
      'input-tokens': (here) => `les jetons lus ne coûtent rien : ${here} sont laissés de côté`,
      bits: (here, there) => `${there} bits par poids, au lieu de ${here}`,
      accelerators: (here, there) => `${there} H100 de 80 Go, au lieu des ${here} d'ici`,
      idle: (here) => `les machines en attente ne comptent pas, au lieu de ${here}`,
      host: (here, there) => `serveur à ${there} de la puissance de ses GPU, au lieu de ${here}`,
      'parallel-samples': (here) => `une seule réponse, au lieu de ${here} en parallèle`,
      formula: () => 'ce qui reste : la formule elle-même',
    },
  },
  equivalentsFactors: (sources) => `facteurs d'émission : ${sources}`,
  equivalent: (amount, label) =>
    /^(?:km|kg|Go|t\.km)(?= |$)/.test(label) ? `${amount} ${label}` : `${amount} x ${label}`,
  forUsages: (count) => `${count} usages`,
  byWidth: 'avec la part de la largeur que porte chacune',
  measureNext: (path, share) => `${path} : l'intervalle se réduirait de ${share}`,
  atLine: (line) => `ligne ${line}`,
  counted: 'compté :',
  unknownPart: 'inconnu :',
  notCounted: 'non compté :',
  nothing: 'rien',

  line: {
    sentence: (a) =>
      `${a.name} : ${a.ghg} ${a.period}${a.perUnit === null ? '' : ` (${a.perUnit})`}, ` +
      `énergie ${a.energy}, eau ${a.water} ; ${a.caveat}`,
    perUnit: (value, unit) => `${value} par ${unitName(unit)}`,
    unknown: 'inconnue',
    unknownGhg: 'gaz à effet de serre inconnus',
  },

  explain: explainFr(),

  catalog: {
    nothing: (table, words) =>
      words === '' ? `${table} : aucune ligne` : `aucune ligne de ${table} ne contient « ${words} »`,
    more: (count) => `et ${count} de plus : ajouter des mots, ou \`--format json\` pour tout avoir`,
    sources: 'SOURCES',
    openHint: 'une recherche qui trouve trois lignes ou moins montre chaque chiffre et sa source',
  },

  problems: {
    error: 'erreur',
    why: 'pourquoi',
    fix: 'remède',
    inFile: (count, file) => `${count} ${plural(count, 'problème', 'problèmes')} dans ${file}`,
    inFiles: (count, files) => `${count} ${plural(count, 'problème', 'problèmes')} dans ${files} fichiers`,
    andMore: (count) => `et ${count} de plus`,
    nowhere: (count) => `${count} ${plural(count, 'problème', 'problèmes')}`,
  },
});
