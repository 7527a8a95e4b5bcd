/** What the fields of a place mean. Part of the notes in field-notes.ts. */
export const placeNotes = {
  region: 'Region of a cloud, as in aws/eu-west-3: gives grid, PUE and WUE. Or a list of places with shares.',
  grid: 'Zone of electricity, as in FRA or CAN-QC; or its figures; or a list of places with shares.',
  pue: 'Electricity of the data centre over that of its computers.',
  wue: 'Water of cooling, per energy of the computers (not of the whole site).',
};
