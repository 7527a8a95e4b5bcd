/** What each exit code says, in both languages; `--help`, `help exit-codes` and the README tell the same. */
export type SaidCode = 0 | 1 | 2 | 3 | 4 | 130;

export const exitCodeWords: Readonly<Record<'en' | 'fr', Readonly<Record<SaidCode, string>>>> = {
  en: {
    0: 'computed',
    1: 'a budget is breached (check), a verdict is among --fail-on (assess), a saved result no longer holds (verify), it rises (diff --fail-on-increase)',
    2: 'invalid scenario or command line: nothing computed',
    3: 'internal error',
    4: 'inconclusive, under --strict only',
    130: 'interrupted: what is written is whole lines, and not all',
  },
  fr: {
    0: 'calculé',
    1: "un budget est dépassé (check), un verdict est parmi --fail-on (assess), un résultat gardé n'est plus vrai (verify), l'impact monte (diff --fail-on-increase)",
    2: 'scénario ou ligne de commande invalide : rien de calculé',
    3: 'erreur interne',
    4: 'non concluant, avec --strict seulement',
    130: 'interrompu : les lignes écrites sont entières, et il en manque',
  },
};
