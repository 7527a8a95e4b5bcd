/** What is suspect in a scenario that is computed nevertheless; in French. */
export const warningsFr = {
  '{warning*} (and {count} more like it)': '{warning*} (et {count} autres semblables)',
  '"{field}" of usage "{usage}" does not enter the result: the estimate is by {estimator}':
    '"{field}" de l\'usage "{usage}" n\'entre pas dans le résultat : l\'estimation se fait par {estimator}',
  '"{field}" of usage "{usage}" does not enter the result: nothing is estimated':
    '"{field}" de l\'usage "{usage}" n\'entre pas dans le résultat : rien n\'est estimé',
  'practice "iterations" would leave as few as {prompts} prompts for a kept result of usage "{usage}": 1 is the least, and is taken':
    'la pratique "iterations" ne laisserait au plus bas que {prompts} prompts pour un résultat gardé de l\'usage "{usage}" : 1 est le minimum, et est pris',
  'practice "iterations" would leave {prompts} prompts for a kept result of usage "{usage}": 1 is the least, and is taken':
    'la pratique "iterations" laisserait {prompts} prompts pour un résultat gardé de l\'usage "{usage}" : 1 est le minimum, et est pris',
  'water is not as EcoLogits 0.9.1 prints it: its formula multiplies by PUE twice; here it is energy of the servers x WUE + energy of the data centre x water of the grid, PUE once':
    "l'eau n'est pas celle qu'imprime EcoLogits 0.9.1 : sa formule multiplie deux fois par le PUE ; ici c'est énergie des serveurs x WUE + énergie du site x eau du réseau, le PUE une fois",
  '"{field}": {value} is above {than*} (at most about {limit}): {meant*}?':
    '"{field}" : {value} dépasse {than*} (au plus environ {limit}) : {meant*} ?',
  '"{field}": {value} is below {than*} (at least about {limit}): {meant*}?':
    '"{field}" : {value} est en dessous de {than*} (au moins environ {limit}) : {meant*} ?',
  'is it right': 'est-ce juste',
} as const;
