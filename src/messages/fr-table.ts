/** Usages from a table, in French. */
import type { TableWords } from './en-table.ts';

export const tableFr = (): TableWords => ({
  heading: 'TABLEAU',
  size: (rows, file, combinations, isOne) =>
    `${rows} lignes de ${file} en ${combinations} ${isOne ? 'combinaison' : 'combinaisons'}`,
  told: (left) =>
    `les lignes qui ne diffèrent que par de simples nombres sont additionnées : chaque ligne des usages est une telle combinaison ; non calculé pour un tableau : ${left}`,
  omissions: {
    practices: 'bonnes pratiques',
    verdict: 'valeur contre impact',
    'cross-checks': 'recoupements',
    methods: 'second avis',
    draws: 'intervalles par tirages',
    rows: 'chiffres de chaque ligne',
  },
});
