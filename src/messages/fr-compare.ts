/** Rankings of scenarios, in French. */
import type { CompareWords } from './en-compare.ts';
import { unitName } from './fr-unit.ts';

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many);

export const compareFr = (): CompareWords => ({
  things: {
    scenario: (count) => plural(count, 'scénario', 'scénarios'),
    usage: (count) => plural(count, 'usage', 'usages'),
    model: (count) => plural(count, 'modèle', 'modèles'),
    region: (count) => plural(count, 'région', 'régions'),
    phase: (count) => plural(count, 'phase', 'phases'),
    tag: (count) => plural(count, 'étiquette', 'étiquettes'),
  },
  nameless: {
    scenario: 'sans nom',
    usage: 'sans nom',
    model: 'aucun modèle nommé',
    region: 'réseau propre, ou aucun lieu',
    phase: 'aucune phase',
    tag: 'sans étiquette',
  },
  unphased: 'à partir de la dépense, sans phases',
  sections: { year: '1 AN', month: '1 MOIS', week: '1 SEMAINE', day: '1 JOUR', once: 'UNE FOIS' },
  verdicts: {
    'not-needed': 'inutile',
    'worth-it': 'vaut la peine',
    'worth-it-with-practices': 'avec pratiques',
    redesign: 'à repenser',
    'not-worth-it': 'pas la peine',
    undetermined: 'indéterminé',
  },
  columns: {
    share: 'part',
    change: 'contre référence',
    grade: 'qualité',
    verdict: 'verdict',
    perUnit: (unit) => `par ${unitName(unit)}`,
    dominated: 'battu par',
    bar: 'du plus grand',
  },
  inAll: (figure) => `${figure} en tout (valeurs centrales)`,
  counted: (count, thing) => `${count} ${thing}`,
  kept: (kept, all, thing) => `${kept} sur ${all} ${thing} remplissent la condition`,
  nothing: 'aucune ligne ne remplit la condition',
  rest: (count, share) => (share === null ? `et ${count} de plus` : `et ${count} de plus, ${share}`),
  baseline: 'référence',
  concentration: (a) =>
    `${a.rowsText} des ${a.of} ${a.thing} ${a.rows < 2 ? 'fait' : 'font'} ${a.share} du total (${a.what})`,
  overlapping: 'un usage à plusieurs étiquettes compte dans chacune : la somme des parts dépasse 100 %',
  mixedUnits: (units) =>
    `rien par unité : les unités fonctionnelles diffèrent (${units.split(', ').map(unitName).join(', ')}), et l'une n'est pas la mesure de l'autre`,
  severalScenarios: 'rien par unité : une ligne additionne des usages de plusieurs scénarios',
  mixedPeriods:
    'des scénarios de périodes différentes ne sont ni additionnés ni classés ensemble : donnez-leur la même `period`',
  mixedMoney: 'des monnaies différentes ne sont pas additionnées : donnez `carbon_price` dans la même monnaie',
  noBaseline: (name) => `rien par rapport à ${name} ici : sa période est autre`,
  against: (name) => `par rapport à ${name} : les entrées que les deux partagent bougent ensemble, et s'annulent`,
  dominatedMark: 'x',
  dominated: (axes, unit) =>
    `x une autre option a, par ${unit}, un impact ${axes.includes('cost') ? 'et un coût ' : ''}au plus égal${axes.includes('cost') ? 's' : ''}` +
    `${axes.includes('value') ? ', une valeur (bénéfice, gaz évités, note sociale) au moins égale' : ''}, et fait mieux sur l'un d'eux (valeurs centrales)`,
  dominatedBy: (name, by) => `${name} par ${by}`,
  dominatedTitle: 'DOMINÉS',
  unknownLast: "l'inconnu vient en dernier, et n'est dans aucune part",
  partial: (names) => `absents du total : ${names}`,
  sentence: (a) =>
    `${a.count} ${a.thing} : ${a.total} ${a.period}` +
    `${a.few === null ? '' : ` ; ${a.few}`}${a.most === null ? '' : ` ; en tête : ${a.most}`}`,
  propagated: (files) => `intervalles par propagation, sans tirages : ${files} (lignes d'un tableau, ou trop d'usages)`,
  propagatedTogether: 'sommes de plusieurs scénarios et différences : intervalles par propagation, sans tirages',
  totalUnknown: 'total inconnu',
});
