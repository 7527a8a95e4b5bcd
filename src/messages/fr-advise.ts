/** Advice, in French. */
import type { AdviseWords } from './en-advise.ts';

export const adviseFr = (): AdviseWords => ({
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
  met: (wanted, today) => `l'objectif de ${wanted} est atteint aujourd'hui : ${today}`,
  reached: (wanted, count, names) =>
    `${wanted} est atteint avec ${count} ${count === '1' ? 'pratique' : 'pratiques'} : ${names}`,
  metInPart: (wanted, today) => `ce qui est connu tient dans ${wanted} aujourd'hui : ${today}`,
  reachedInPart: (wanted, count, names) =>
    `ce qui est connu tient dans ${wanted} avec ${count} ${count === '1' ? 'pratique' : 'pratiques'} : ${names}`,
  missing: (names) => `hors de ces chiffres, et sans étape ici : ${names}`,
  inPart:
    "une borne inférieure, car une part du scénario est inconnue : ce qui est connu respecte l'objectif, l'ensemble peut-être pas",
  notReached: (wanted) => `${wanted} est hors d'atteinte avec les étapes permises ; la plus forte de chacune :`,
  leaves: (amount) => `ce qui laisse ${amount}`,
  leavesWithAll: (amount) => `toutes ensemble laissent ${amount}`,
  ofUsages: (count) => `${count} usages`,
  moreSteps: (count) => `et ${count} de plus : --top 0 les donne toutes`,
  aUnit: (amount) => `${amount} par unité`,
  solution: (path, today, value, total) => `${path} : ${value} donne ${total} ; c'est ${today} aujourd'hui`,
  jump: (a) =>
    `${a.path} : ${a.value} donne ${a.total}, sous ${a.wanted} ; le résultat saute là, et aucune valeur proche ne donne ${a.wanted} même ; c'est ${a.today} aujourd'hui`,
  noSolution: (path, total, nearest) => `${path} : aucune valeur n'atteint l'objectif ; à ${nearest} il reste ${total}`,
  alwaysWithin: (path, total, nearest) =>
    `${path} : toute valeur respecte l'objectif ; à ${nearest}, la pire, le résultat est ${total}`,
  noEffect: (path, total, wanted) =>
    `${path} : aucune valeur n'atteint ${wanted} : le résultat est ${total} quelle que soit la valeur`,
  noEffectWithin: (path, total, wanted) =>
    `${path} : toute valeur respecte ${wanted} : le résultat est ${total} quelle que soit la valeur`,
});
