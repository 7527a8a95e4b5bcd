/** Advice, in French. */
import type { AdviseWords } from './en-advise.ts';

export const adviseFr: AdviseWords = {
  today: (amount) => `aujourd'hui ${amount}`,
  heads: ['gain', 'ensuite', 'pratique', 'étape', 'effort'],
  effort: { low: 'faible', medium: 'moyen', high: 'élevé' },
  withEffort: (effort) => `effort ${effort}`,
  nothing: 'aucune étape permise ne réduit les gaz à effet de serre',
  pair: (names, change) => `meilleur couple lieu et modèle : ${names}, ${change}`,
  compared: (steps, pairs) => `comparé : ${steps} étapes simples, ${pairs} couples lieu et modèle`,
  waterRises: (names) => `l'eau augmente : ${names}`,
  caution:
    'Une région doit convenir au droit et aux utilisateurs, un modèle plus petit au travail : « keep: » dans un usage dit ce qui peut être suggéré, et rien ici ne mesure la qualité.',
  missing: (names) => `rien n'est connu de ${names}, et aucune étape n'y est donnée`,
  partial: "une part du scénario est inconnue : ce qui est connu respecte l'objectif, l'ensemble peut-être pas",
  met: (wanted, today) => `l'objectif de ${wanted} est atteint aujourd'hui : ${today}`,
  reached: (wanted, count, names) =>
    `${wanted} est atteint avec ${count} ${count === '1' ? 'pratique' : 'pratiques'} : ${names}`,
  notReached: (wanted) => `${wanted} est hors d'atteinte avec les étapes permises ; la plus forte de chacune :`,
  leaves: (amount) => `ce qui laisse ${amount}`,
  solution: (path, today, value, total) => `${path} : à ${value}, ${total} ; aujourd'hui à ${today}`,
  noSolution: (path, total, nearest) => `${path} : aucune valeur n'atteint l'objectif ; à ${nearest} il reste ${total}`,
};
