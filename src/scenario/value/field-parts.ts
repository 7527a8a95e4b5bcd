/** What many descriptions of fields have in common. */

export const perRequest = ['1/request'];
export const equivalent = 'kgCO2e/kg';
export const notNegative = 'a negative amount does not exist';
