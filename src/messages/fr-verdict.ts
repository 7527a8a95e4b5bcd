/** La valeur face à l'impact, en français. */
import type { verdictEn } from './en-verdict.ts';
import { unitName } from './fr-unit.ts';
import type { FlipParts, VerdictParts } from './en-verdict.ts';

const even = (a: VerdictParts): string => (a.hasPractices ? ', même après les bonnes pratiques' : '');
const side = (a: FlipParts): string => (a.isAbove ? 'plus' : 'moins');

export const verdictFr = (): typeof verdictEn => ({
  heading: "LA VALEUR FACE À L'IMPACT",
  codes: {
    'not-needed': 'pas nécessaire',
    'worth-it': 'en vaut la peine',
    'worth-it-with-practices': 'en vaut la peine avec les bonnes pratiques',
    redesign: 'à repenser',
    'not-worth-it': "n'en vaut pas la peine",
    undetermined: 'indéterminé',
  },
  reasons: {
    'lighter-alternative': (a) => `« ${a.named} » répond entièrement au besoin avec moins de la moitié de l'empreinte`,
    'avoided-outweighs': () =>
      "l'usage évite plus de gaz à effet de serre qu'il n'en émet, et aucun autre axe n'est négatif",
    'within-budget': (a) =>
      a.hasBudget
        ? "l'usage émet plus qu'il n'évite, mais tient dans le budget ; l'argent ou les personnes y gagnent, ni l'un ni les autres n'y perdent"
        : "l'usage émet plus qu'il n'évite, mais un résultat gardé a la note d'impact A ou B ; les personnes y gagnent, l'argent n'y perd pas",
    'only-economic': () =>
      "seul l'argent y gagne, et aucun budget n'est fixé : la productivité seule n'est pas un bilan positif",
    'over-budget': (a) =>
      a.hasBudget
        ? `il y a de la valeur, mais le budget de gaz à effet de serre est dépassé${even(a)}`
        : `il y a de la valeur, mais aucun budget n'est fixé et un résultat gardé dépasse la note d'impact B${even(a)}`,
    offset: (a) => `ce que gagne un axe, un autre le paie : ${a.named}`,
    'nothing-positive': () => "aucun axe n'est positif",
    'draws-disagree': (a) =>
      `moins de ${a.asked} des tirages sont d'accord ; les valeurs centrales seules disent « ${a.named} »`,
    'value-not-stated': () => 'le scénario ne dit pas ce qui est évité, gagné ou fait pour les personnes',
    'input-unknown': () => 'une donnée qui décide est inconnue',
  },
  flips: {
    minutes: (a) => `${side(a)} de ${a.value} gagnées pour chaque ${unitName(a.unit)} (aujourd'hui ${a.today})`,
    avoided: (a) => `${a.item} : ${side(a)} de ${a.value} ${a.period} (aujourd'hui ${a.today})`,
    benefit: (a) => `bénéfice : ${side(a)} de ${a.value} ${a.period} (aujourd'hui ${a.today})`,
    'carbon-price': (a) => `prix du carbone : ${side(a)} de ${a.value} (aujourd'hui ${a.today})`,
    rebound: (a) => `effet rebond : ${side(a)} de ${a.value} (aujourd'hui ${a.today})`,
    volume: (a) =>
      `${side(a)} de ${a.value} x ${unitName(a.unit)} ${a.period} pour la même valeur (aujourd'hui ${a.today})`,
    practices: (a) => `les bonnes pratiques atteignent moins de ${a.value} de leur réduction`,
  },
  evidence: { measured: 'mesuré', estimated: 'estimé', claimed: 'affirmé' },
  label: {
    need: 'besoin',
    environment: 'environnement',
    economic: 'économie',
    social: 'social',
    alternatives: 'à la place',
    budget: 'budget',
    because: 'parce que',
    flips: 'bascule si',
    settle: 'pour trancher',
    quality: 'qualité',
  },
  holds: (share, draws) => `tient dans ${share} de ${draws} tirages`,
  exact: 'aucune fourchette donnée, rien à tirer',
  onlyHolds: (code, share, draws) => `« ${code} » dans ${share} de ${draws} tirages`,
  rule: (rule, text) => `règle ${rule} sur 6 : ${text}`,
  withPractices: (text) => `pas aujourd'hui, mais avec les bonnes pratiques : ${text}`,
  axes: { environment: 'environnement', economic: 'économie', social: 'social' },
  signs: { positive: 'positif', negative: 'négatif', zero: 'neutre', unknown: 'inconnu', open: 'incertain' },
  colon: ' : ',
  notStated: 'non précisé',
  unknownAmount: 'une quantité inconnue',
  ownFactor: 'facteur propre',
  axis: (sign, net, parts) => `${sign}${net === '' ? '' : `, ${net}`} : ${parts}`,
  environment: (a) =>
    `${a.avoided === null ? "n'évite rien" : `évite ${a.avoided}`}, émet ${a.emitted}${a.rebound === '' ? '' : ` et encore ${a.rebound} par effet rebond`}`,
  after: (net) => `après les bonnes pratiques : ${net}`,
  item: (a) => `évité : ${a.name}, ${a.amount} x ${a.factor} (${a.source}) = ${a.avoided}, ${a.evidence}`,
  withBalance: (item, amount) => `${item} ; ${amount} suffiraient à dépasser l'empreinte`,
  economic: (a) => `bénéfice ${a.benefit} - coût ${a.cost} - coût climatique ${a.climate}`,
  time: (minutes, unit, hourly) => `temps : ${minutes} pour chaque ${unitName(unit)} à ${hourly}`,
  tokenPrice: (providers, list) => `coût : le prix de ses jetons (${providers} ; ${list})`,
  noPrice: (list) => `coût : non précisé, et le prix de ses jetons est inconnu${list === '' ? '' : ` (${list})`}`,
  noRate: (amount) => `coût : le prix de ses jetons est ${amount} ; donner « rate: » pour le comparer`,
  social: (score, because) => `${score} sur 3 : ${because}`,
  byUsage: (usage) => `le plus bas des usages : ${usage}`,
  meetsNeed: { fully: 'répond entièrement au besoin', partly: 'y répond en partie', not: "n'y répond pas" },
  alternative: (name, meets, ghg) => `${name}, ${meets} : ${ghg}`,
  budgetSet: (limits, state) => `${limits} : ${state}`,
  budgetPerUnit: (limit, unit) => `${limit} par ${unitName(unit)}`,
  budgetNone: (grade, state) =>
    state === ''
      ? `aucun n'est fixé, ni nécessaire pour décider ; un résultat gardé a la note d'impact ${grade}`
      : `aucun n'est fixé : un résultat gardé doit avoir la note d'impact A ou B ; il a ${grade} : ${state}`,
  within: {
    yes: 'respecté',
    no: 'dépassé',
    unknown: 'inconnu',
    after: 'après les bonnes pratiques',
    today: "aujourd'hui",
  },
  budgetUnknown: "aucun n'est fixé : un résultat gardé doit avoir la note d'impact A ou B, et son impact est inconnu",
  flipsTo: (condition, code) => `${condition} -> ${code}`,
  flipsNever: "aucune donnée seule ne le fait basculer, aussi loin qu'on aille",
  give: (path, others) => `donner ${path}${others === '' ? '' : `, et de même pour ${others} autres usages`}`,
  giveValue: (path) => `donner ${path} : ce qui est évité, gagné ou fait pour les personnes`,
  measure: (path, share) => `mesurer ${path} : porte ${share} de ce qui fait varier le verdict`,
  quality: (grade, reasons) => `${grade} : ${reasons}`,
  noQuality: (reasons) => `sans note : ${reasons}`,
  openQuestions: (open, all) => `${open} questions sur ${all} sans réponse : \`ai-footprint questions FICHIER\``,
  matrix: {
    title: 'MATRICE DE DÉCISION',
    says: "impact d'un résultat gardé selon la valeur. Notes et niveaux : échelle à nous",
    value: 'valeur',
    levels: { low: 'faible', medium: 'moyenne', high: 'haute' },
    upTo: (limit) => `jusqu'à ${limit}`,
    above: (limit) => `au-delà de ${limit}`,
    whole: 'le scénario entier',
    notPlaced: (names) => `non placé, une donnée est inconnue : ${names}`,
  },
  usages: 'chaque usage, avec la valeur que lui-même précise',
  line: (code) => `verdict : ${code}`,
  failed: (scenario, who, code) => `${scenario}${who === '' ? '' : `, ${who}`} : ${code}`,
  fails: (count) => `--fail-on : ${count} ${count < 2 ? 'verdict échoue' : 'verdicts échouent'}`,
});
