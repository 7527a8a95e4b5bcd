/** Un résultat enregistré tient-il encore ? En français. */
import type { ChangeCause } from '../assessment.ts';
import type { verify as english } from './en-verify.ts';

const causes: Record<ChangeCause, string> = {
  input: "de scénario : ce n'est pas celui qui a été évalué (sha256)",
  data: 'de données',
  method: 'de méthode',
  version: 'de version',
  options: "d'options",
};

export const verifyFr = (): typeof english => ({
  equal: (name) => `${name} : identique, tous les chiffres tiennent`,
  moved: (name, count) => `${name} : ${count} chiffres diffèrent`,
  movedOne: (name) => `${name} : 1 chiffre diffère`,
  changed: 'changement',
  nothingChanged:
    "ni entrée, ni données, ni méthode, ni version, ni options ne diffèrent : le fichier a été modifié, ou --catalog n'est pas le même",
  causes,
  whole: 'scénario',
  unknown: 'inconnu',
  otherValues: (count, first) => `et ${count} autres valeurs, la première est ${first}`,
  more: (count) => `et ${count} chiffres de plus : \`--format json\` donne tout`,
});
