/** Les mots de `explain`, en français. */
import type { ExplainMessages } from './en.ts';

const phases: Readonly<Record<string, string>> = {
  operation: 'fonctionnement',
  embodied: 'fabrication du matériel',
  training: 'entraînement',
  spend: 'usages estimés par la dépense',
};

export const explainFr: ExplainMessages = {
  criteria: {
    energy: 'énergie',
    ghg: 'gaz à effet de serre',
    water: 'eau consommée',
    adpe: 'ressources abiotiques épuisées',
    primary_energy: 'énergie primaire',
    climate_cost: 'coût climatique',
  },
  statuses: {
    given: 'donné',
    'given-range': 'donné en intervalle',
    catalogue: 'catalogue',
    default: 'supposé',
    unknown: 'supposé (le scénario dit inconnu)',
    method: 'constante de la méthode',
    implied: 'découle du scénario',
  },
  ofScenario: (what) => `${what} du scénario sur sa période`,
  ofUsage: (what, usage) => `${what} de l'usage ${usage} sur la période`,
  ofResult: (what, usage) => `${what} par résultat gardé de l'usage ${usage}`,
  ofKept: (usage) => `résultats gardés de l'usage ${usage} sur la période`,
  ofUnit: (what) => `${what} par unité fonctionnelle`,
  ofVolume: 'unités fonctionnelles livrées sur la période',
  phase: (what, phase) => `${what} : ${phases[phase] ?? phase}`,
  opened: (usage) => `usage ${usage}`,
  openedPlace: (usage, place, count) => `usage ${usage}, lieu ${place} sur ${count}`,
  central: 'aux valeurs centrales ; [bas - haut] est l’intervalle de 5 à 95 %',
  seeAbove: 'voir plus haut',
  notOpened: (names) => `lit ${names} (plus profond : --depth)`,
  place: (place) => `lieu ${place}`,
  moreTerms: (count) => `et ${count} de plus : --format json les a tous`,
  mechanism: (id) => `mécanisme ${id}`,
  source: (source) => `source ${source}`,
  by: (how, path) => `${how} : ${path}`,
  note: (text) => `note : ${text}`,
  sources: 'SOURCES',
  unknown: (quantity) => `${quantity} est inconnu`,
  missing: (names) => `rien ne donne ${names}`,
  givenBy: (names) => `calculé par ${names}, qui n’estime pas cet usage`,
  notUsed: 'la façon dont cet usage est estimé ne s’en sert pas',
  heads: ['grandeur', 'valeur', 'bas - haut', 'origine', 'source'],
  inputs: 'Entrées et constantes',
};
