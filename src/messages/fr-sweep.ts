/** Sweeps, in French. */
import type { SweepWords } from './en-sweep.ts';

export const sweepFr = (): SweepWords => ({
  columns: {
    energy: 'énergie',
    ghg: 'gaz à effet de serre',
    water: 'eau',
    adpe: 'ADPe',
    primary_energy: 'énergie primaire',
    ghg_per_unit: 'gaz à effet de serre par unité',
  },
  counts: (computed, kept, shown) =>
    computed === kept
      ? `les ${shown} meilleures de ${computed} combinaisons, valeurs centrales`
      : `les ${shown} meilleures des ${kept} qui respectent les contraintes, sur ${computed} combinaisons, valeurs centrales`,
  withoutTraining: "sans la part d'entraînement, qui dépend du modèle et des jetons : `assess` la compte",
  heatMap: {
    title: (what, down, across) => `${what} : ${down} en lignes, ${across} en colonnes`,
    step: (sign, from, to) => `${sign} ${from} à ${to}`,
    flat: (value) => `partout la même valeur : ${value}`,
    left: "vide : une contrainte n'est pas respectée",
    tooLarge: (rows, columns) =>
      `pas de carte : ${rows} x ${columns} valeurs n'ont pas la place ici ; \`--output all.csv\` les a toutes`,
  },
  nothing: 'aucune combinaison ne respecte les contraintes',
});
