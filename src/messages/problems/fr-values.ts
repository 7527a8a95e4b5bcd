/** Values with their units: what cannot be read, and what cannot be. In French. */
export const valuesFr = {
  '"{field}": cannot read "{found*}": {reason*}': '"{field}" : "{found*}" ne se lit pas : {reason*}',
  'write it like {example*}': 'écrivez-le comme {example*}',
  'a range': 'une plage',
  'the block': 'le bloc',
  'the factor': 'le facteur',
  '"{field}": "{unit}" is not a unit known here': '"{field}" : "{unit}" n\'est pas une unité connue ici',
  'write {unit} (capitals matter in units)': 'écrivez {unit} (les majuscules comptent dans les unités)',
  'give it in {unit*}, as in {example*}': 'donnez-le en {unit*}, comme {example*}',
  'a plain number': 'un simple nombre',
  '"{field}": {unit} measures {measures*}, but this field is {wanted*}':
    '"{field}" : {unit} mesure {measures*}, et ce champ est {wanted*}',
  '"{field}": a number without unit measures {measures*}, but this field is {wanted*}':
    '"{field}" : un nombre sans unité ne mesure {measures*}, et ce champ est {wanted*}',
  'nothing (it is a plain number)': "rien (c'est un simple nombre)",
  '"{field}" is {found*}; it must be {bound*}': '"{field}" vaut {found*} ; il faut {bound*}',
  'give a value that is {bound*}': 'donnez une valeur qui convient : {bound*}',
  '"{field}" is {found*}, which is not a number one can compute with':
    '"{field}" vaut {found*}, qui n\'est pas un nombre avec lequel calculer',
  'beyond the largest number': 'plus que le plus grand nombre',
  'give a finite number, or "unknown" where nothing is published':
    'donnez un nombre fini, ou "unknown" là où rien n\'est publié',
  '"{field}": the range {found} is not in order': '"{field}" : la plage {found} n\'est pas dans l\'ordre',
  'write low, then central value, then high': 'écrivez le bas, puis le milieu, puis le haut',
  'the shares of "{field}" add up to {sum}, not to 100 %': 'les parts de "{field}" font {sum}, et non 100 %',
  'a location mix describes the whole of the requests': "une répartition par lieux décrit l'ensemble des requêtes",
  'mend the shares; name the rest as { grid: WORLD, share: ... } where it is not known':
    "corrigez les parts ; nommez le reste { grid: WORLD, share: ... } là où il n'est pas connu",

  // Bounds
  'above {number}': 'plus de {number}',
  '0 or more': '0 ou plus',
  'at least {least} and at most {most}': 'au moins {least} et au plus {most}',
  'above {least} and at most {most}': 'plus de {least} et au plus {most}',
  'at most {number}': 'au plus {number}',
  'at least {number}, or 0': 'au moins {number}, ou 0',
  'from {least} % to {most} %': 'de {least} % à {most} %',
  'fewer than the {number} experts': 'moins que les {number} experts',
  'at most {number}: {active} of {total} Gparameter are active':
    'au plus {number} : {active} de {total} Gparameter sont actifs',
  'at most the total of {total} Gparameter': 'au plus le total de {total} Gparameter',
  'no such size is meant': "une telle taille n'est pas voulue",
  'no such size is meant: {meant*}?': "une telle taille n'est pas voulue : {meant*} ?",
  'did you mean {meant}': 'vouliez-vous dire {meant}',
  'did you mean {meant}, which is {same}': 'vouliez-vous dire {meant}, soit {same}',
  'a token that calls all experts is one of a dense model':
    "un jeton qui appelle tous les experts est celui d'un modèle dense",
  'a token passes through the experts that it calls, and through what all tokens share':
    "un jeton traverse les experts qu'il appelle, et ce que tous les jetons partagent",
  'the parameters that a token uses are a part of all parameters':
    "les paramètres qu'utilise un jeton sont une partie de tous les paramètres",
  'the parameters that a token uses are a part of all parameters, wherever in their ranges both are':
    "les paramètres qu'utilise un jeton sont une partie de tous les paramètres, où que soient les deux dans leurs plages",
  'the period is a {period*}; several machines are said by "count"':
    'la période est de type {period*} ; plusieurs machines se disent par "count"',
  year: 'année',
  month: 'mois',
  week: 'semaine',
  day: 'jour',
  once: 'une seule fois',
  energy: 'une énergie',
  mass: 'une masse',
  time: 'une durée',
  volume: 'un volume',
  power: 'une puissance',
  'a fleet that is shared by no request has no result per request':
    "un parc qu'aucune requête ne partage n'a pas de résultat par requête",
  'no footprint is below nothing': "une empreinte n'est jamais inférieure à rien",

  'a parameter takes more than 0 and at most 64 bits': 'un paramètre prend plus de 0 bit et au plus 64',

  // What cannot be read in one way
  'a mass needs its unit': 'une masse a besoin de son unité',
  'a limit needs its unit': 'une limite a besoin de son unité',
  'a factor needs its unit': 'un facteur a besoin de son unité',
  'an amount of money needs its currency': 'un montant a besoin de sa monnaie',
  'the volume of the functional unit names no time, which makes this a job done once':
    "le volume de l'unité fonctionnelle ne nomme pas de durée, ce qui en fait un travail fait une seule fois",
  'the period of this scenario is "{period}"': 'la période de ce scénario est "{period}"',
  'there is nothing to put in its place': "il n'y a rien à mettre à sa place",
  'a block says what is known': 'un bloc dit ce qui est connu',
  '"unknown" in place of the whole block, or {example}': '"unknown" à la place du bloc entier, ou {example}',
  'the block gives the unit already, so this is a number alone': "le bloc donne déjà l'unité : ceci est un nombre seul",
  'a block gives the ends of its range as "low" and "high"': 'un bloc donne les bouts de sa plage par "low" et "high"',
  'its numbers have different units': 'ses nombres ont des unités différentes',
  'the two ends of the range have different units': 'les deux bouts de la plage ont des unités différentes',
  '{gas} counts carbon dioxide alone; write {meant} if the figure covers all greenhouse gases':
    '{gas} ne compte que le dioxyde de carbone ; écrivez {meant} si le chiffre couvre tous les gaz à effet de serre',
  'a comma inside a number separates thousands for some readers and decimals for others':
    "une virgule dans un nombre sépare les milliers pour certains et les décimales pour d'autres",
  '{thousands*} (thousands) or {decimals} (decimals)': '{thousands*} (milliers) ou {decimals} (décimales)',
  'the digits of a number stand together, without separators': "les chiffres d'un nombre se suivent, sans séparateur",
  'a ":" inside a number is read as base 60 by some and as a time by others':
    'un ":" dans un nombre est lu en base 60 par certains et comme une heure par d\'autres',
  'a number with a unit, as in 1.5 h': 'un nombre avec son unité, comme 1.5 h',
  '"-" could be a minus sign or a range': '"-" pourrait être un signe moins ou une plage',
  'a range is given by its two ends': 'une plage est donnée par ses deux bouts',
  'it has two decimal points': 'il a deux points décimaux',
  'arithmetic is not done in a value; write its result': 'une valeur ne se calcule pas ; écrivez le résultat',
  'a number does not start with 0': 'un nombre ne commence pas par 0',
  'numbers are written in base 10': "les nombres s'écrivent en base 10",
  'a number is missing': 'il manque un nombre',
  'a sign such as ~ or < says that there is a range, not which one':
    "un signe comme ~ ou < dit qu'il y a une plage, et non laquelle",
  'the currency comes after the number': 'la monnaie vient après le nombre',
  'a value starts with a number, or is "unknown"': 'une valeur commence par un nombre, ou est "unknown"',
  'the suffix for thousand is {suffix}': 'le suffixe des milliers est {suffix}',
  'the suffix for million is {suffix}': 'le suffixe des millions est {suffix}',
  'the suffix for billion is {suffix}': 'le suffixe des milliards est {suffix}',
  'the suffix for trillion is {suffix}': 'le suffixe des billions est {suffix}',
  'a range has two ends': 'une plage a deux bouts',
  'the unit of a range comes after its last number': "l'unité d'une plage vient après son dernier nombre",
  '"{suffix}" may count for both ends or for the last one only':
    '"{suffix}" peut compter pour les deux bouts ou pour le dernier seulement',
  '{because*}, so this is a count, not a rate':
    "{because*} : c'est donc un nombre, et non un nombre par unité de temps",
  '{because*}, so this is a number of hours, not a rate':
    "{because*} : c'est donc un nombre d'heures, et non un nombre par unité de temps",
  'the scenario is a job done once': 'le scénario est un travail fait une seule fois',
  'a count, or give the scenario a period such as "period: year"':
    'un nombre, ou donnez au scénario une période comme "period: year"',
  'the scenario counts by the {period*}, and this names no time (a job done one time says "period: once")':
    'le scénario compte par {period*}, et ceci ne nomme pas de durée (un travail fait une seule fois dit "period: once")',
  'a price needs its currency and its mass': 'un prix a besoin de sa monnaie et de sa masse',
  'it is for one {unit}, and the amount is in {dimension}': 'il est pour un {unit}, et la quantité est en {dimension}',
  '"amount: 500/year", a plain number of them': '"amount: 500/year", un simple nombre',
  'it is for {one*}, and the amount is in {other*}': 'il est pour {one*}, et la quantité est en {other*}',
  'a number of things': 'un nombre de choses',
  '4400 kgCO2e, for one of them': "4400 kgCO2e, pour l'un d'eux",
  'a rate is one number': 'un cours est un seul nombre',
  'leave the line out where no limit is set': "retirez la ligne là où il n'y a pas de limite",
  'a limit is one number, not a range': 'une limite est un seul nombre, et non une plage',
  'leave the line out where it is not known': "retirez la ligne là où ce n'est pas connu",
  'years are counted from a scenario of a year, and this one counts by "{period}"':
    'les années se comptent à partir d\'un scénario d\'un an, et celui-ci compte par "{period}"',
  'without it the model would count as dense': 'sans lui le modèle compterait comme dense',
  '"10B to 40B", or leave the line out for a dense model': '"10B to 40B", ou retirez la ligne pour un modèle dense',
  'the shares of a list are plain numbers that add up': "les parts d'une liste sont de simples nombres qui s'ajoutent",
  'a practice that nobody can state changes nothing': 'une pratique que nul ne peut dire ne change rien',
  'it splits the requests in two, so it is one number': "elle partage les requêtes en deux : c'est un seul nombre",
} as const;
