/** The functional unit of a scenario that names none is a request: the one word of a scenario that is ours, and is put into French. */
export const unitName = (unit: string): string => (unit === 'request' ? 'requête' : unit);

const words: Readonly<Record<string, string>> = {
  request: 'requête',
  unit: 'unité',
  token: 'jeton',
  parameter: 'paramètre',
  Gparameter: 'Gparamètre',
  device: 'appareil',
  person: 'personne',
  passenger: 'passager',
  vehicle: 'véhicule',
  ship: 'navire',
  user: 'utilisateur',
  period: 'période',
  year: 'an',
  month: 'mois',
  week: 'semaine',
  day: 'jour',
};

/** `kgCO2e/device` -> `kgCO2e/appareil`: symbols are those of every language, words are not. */
export const unitInFrench = (unit: string): string =>
  /^[\w.%]+(?:\/[\w.%]+)*$/.test(unit) ? unit.replace(/[A-Za-z]+/g, (word) => words[word] ?? word) : unit;
