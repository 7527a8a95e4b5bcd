/** What a scenario says: its shape, and what its usages are estimated from. In French. */
export const scenarioFr = {
  'unknown fields are refused, so a typo can never fall back to a default':
    "un champ inconnu est refusé, pour qu'une faute de frappe ne devienne jamais une valeur par défaut",
  '{owner*} has no field "{key}"': '{owner*} n\'a pas de champ "{key}"',
  'rename it to "{name}"': 'renommez-le "{name}"',
  'the fields are {names}': 'les champs sont {names}',
  '{owner*} needs "{key}"': '{owner*} a besoin de "{key}"',
  'add {example*}': 'ajoutez {example*}',
  '"{field}" should be {expected*}, not {found*}': '"{field}" devrait être {expected*}, et non {found*}',
  'write {expected*}': 'écrivez {expected*}',
  'put it in quotes: "{value}"': 'mettez-le entre guillemets : "{value}"',
  'give the currency and the time: {example}': 'donnez la monnaie et la durée : {example}',
  'this version does not compute "{field*}" yet': 'cette version ne calcule pas encore "{field*}"',
  'basis: market of a practice': "basis: market d'une pratique",
  'nothing of it would enter the result, and a field that changes nothing misleads':
    "rien n'en entrerait dans le résultat, et un champ qui ne change rien trompe",
  'remove it for now': "retirez-le pour l'instant",
  'the catalogue holds no latencies: name the regions that are near enough, "regions: [azure/swedencentral]"':
    'le catalogue ne contient pas de latences : nommez les régions assez proches, "regions: [azure/swedencentral]"',
  'name the region or the zone; a contract stands in "grid" of the usage':
    'nommez la région ou la zone ; un contrat se dit dans "grid" de l\'usage',
  '"{field}" cannot be "{found*}"': '"{field}" ne peut pas être "{found*}"',
  'write one of {names}': "écrivez l'un de {names}",
  'two usages have the id "{id}"; the first is on line {line}':
    'deux usages ont l\'identifiant "{id}" ; le premier est à la ligne {line}',
  'give each usage an id of its own': 'donnez à chaque usage son propre identifiant',
  '{owner*} gives {fields} together': '{owner*} donne ensemble {fields}',
  'a usage is one model doing one kind of work; make a usage of each':
    'un usage est un modèle qui fait une sorte de travail ; faites un usage de chacun',
  'a list of places is the whole of the usage; each of its items can carry both a region and a grid':
    "une liste de lieux est l'usage entier ; chacun de ses éléments peut porter une région et un réseau",
  'both are the one price': 'les deux sont le même prix',
  'each of them says by itself what is left after the practice': 'chacun dit à lui seul ce qui reste après la pratique',
  'an answer in tokens has no size in pixels, and a picture no tokens':
    "une réponse en jetons n'a pas de taille en pixels, et une image n'a pas de jetons",
  'accelerator-hours are count x hours': 'les heures-accélérateur sont count x hours',
  'the requests served give the share': 'les requêtes servies donnent la part',
  'what the model serves in its life is shared by requests, not by runs of a period':
    "ce que le modèle sert dans sa vie se partage par requêtes, et non par exécutions d'une période",
  'the speed of a request gives the batch': "la vitesse d'une requête donne le lot",
  'one of them gives the other': "l'un donne l'autre",
  'the share of the time that machines work gives how much they wait':
    'la part du temps où les machines travaillent dit combien elles attendent',
  '"{field}" cannot be reached: reading the prompt alone takes {time}':
    '"{field}" ne peut pas être atteint : la lecture du prompt prend à elle seule {time}',
  '"{field}" cannot be reached: it asks for a token every {asked} once the prompt is read ({reading}); a request alone on its accelerators gets one every {alone}':
    '"{field}" ne peut pas être atteint : il demande un jeton toutes les {asked} une fois le prompt lu ({reading}) ; une requête seule sur ses accélérateurs en reçoit un toutes les {alone}',
  '"{field}" cannot be reached: it asks for a token every {asked}; a request alone on its accelerators gets one every {alone}':
    '"{field}" ne peut pas être atteint : il demande un jeton toutes les {asked} ; une requête seule sur ses accélérateurs en reçoit un toutes les {alone}',
  'the speed of a request gives the batch, and no batch is smaller than one request':
    "la vitesse d'une requête donne le lot, et aucun lot n'est plus petit qu'une requête",
  'allow more time, or give the accelerators and bits of the service under "serving"; if it is as fast in truth, give "batch: 1"':
    'accordez plus de temps, ou donnez les accélérateurs et les bits du service dans "serving" ; s\'il est vraiment aussi rapide, donnez "batch: 1"',
  '"{field}" asks for a token every {asked}; more requests at a time than any deployment serves still get one every {limit}':
    '"{field}" demande un jeton toutes les {asked} ; plus de requêtes à la fois qu\'aucun déploiement n\'en sert en reçoivent encore un toutes les {limit}',
  'the speed of a request gives the batch, and no batch is that large':
    "la vitesse d'une requête donne le lot, et aucun lot n'est aussi grand",
  'check the unit, and that it is the speed of one request':
    "vérifiez l'unité, et que ce soit la vitesse d'une seule requête",
  '{owner*} has {cached} cached tokens in {input*} input tokens':
    "{owner*} a {cached} jetons en cache pour {input*} jetons d'entrée",
  'at least {number}': 'au moins {number}',
  'cached tokens are a part of the input tokens': "les jetons en cache sont une partie des jetons d'entrée",
  'give the whole input, with the cached part in it': "donnez l'entrée entière, avec sa partie en cache",
  '{owner*} cannot be estimated: {missing*}': '{owner*} ne peut pas être estimé : {missing*}',
  'tokens need a model': 'des jetons demandent un modèle',
  'nothing says what it does': "rien ne dit ce qu'il fait",
  'an estimate needs a measured figure, a model with its work, a fleet, a task or a spend':
    'une estimation demande un chiffre mesuré, un modèle avec son travail, un parc, une tâche ou une dépense',
  'add "model:" (ai-footprint catalog models), or "measured: { energy: ... }"':
    'ajoutez "model:" (ai-footprint catalog models), ou "measured: { energy: ... }"',
  'the catalogue has no greenhouse gases per {currency} for this spend':
    "le catalogue n'a pas de gaz à effet de serre par {currency} pour cette dépense",
  'one currency is never taken for another': "une monnaie n'est jamais prise pour une autre",
  'convert the spend to EUR or USD, or bring a factor of your own with --catalog':
    'convertissez la dépense en EUR ou en USD, ou apportez un facteur à vous avec --catalog',
  'name a sector whose factor is per {currency}: {names}':
    'nommez un secteur dont le facteur est par {currency} : {names}',
  '"{field}" is in {found} and other amounts are in {wanted}':
    '"{field}" est en {found}, et les autres montants en {wanted}',
  '"{field}" is in {found} and the price of carbon is in {wanted}':
    '"{field}" est en {found}, et le prix du carbone en {wanted}',
  'one currency is never taken for another, and the tool knows no rate of the day':
    "une monnaie n'est jamais prise pour une autre, et l'outil ne connaît pas les cours du jour",
  'give the rate, "rate: 1.15 USD/EUR" in "economic:", or all of it in one currency':
    'donnez le cours, "rate: 1.15 USD/EUR" dans "economic:", ou tout dans une seule monnaie',

  // What is missing, and how it would be given
  '"usages:" with at least one usage': '"usages:" avec au moins un usage',
  '"columns:", which says what each column gives, as in "{ model: model, requests: { column: n, unit: /year } }"':
    '"columns:", qui dit ce que donne chaque colonne, comme "{ model: model, requests: { column: n, unit: /year } }"',
  '"factor: truck-km", or a factor of your own, "factor: 1.1 kgCO2e/km"':
    '"factor: truck-km", ou un facteur à vous, "factor: 1.1 kgCO2e/km"',
  '"{key}:" to the block, or a single "value:"': '"{key}:" au bloc, ou un seul "value:"',
  '"requests: 15M/year", "requests: 1 per unit", or "requests: unknown"':
    '"requests: 15M/year", "requests: 1 per unit" ou "requests: unknown"',
  '"horizon: 3 years", the years that are looked ahead': '"horizon: 3 years", les années à venir',
  '"energy: 1287 MWh", "ghg: 552 t", "count: 8" with "hours: 36", or "tokens: 2B" with "parameters: 8B"':
    '"energy: 1287 MWh", "ghg: 552 t", "count: 8" avec "hours: 36", ou "tokens: 2B" avec "parameters: 8B"',
  '"experts: 128": how many a layer has': '"experts: 128" : combien en a une couche',
  '"experts_used: 8": how many of them a token calls': '"experts_used: 8" : combien un jeton en appelle',
  '"active_parameters: 17B": what a token passes through': '"active_parameters: 17B" : ce que traverse un jeton',
  '"grid: WORLD" where the place is not known': '"grid: WORLD" là où le lieu n\'est pas connu',
  '"volume: 300k/year" to "functional_unit:", which "per unit" multiplies':
    '"volume: 300k/year" à "functional_unit:", que "per unit" multiplie',
  '"benefit: 52 kEUR/year", or "minutes_saved: 3 per unit" with "hourly_cost: 45 EUR/h"':
    '"benefit: 52 kEUR/year", ou "minutes_saved: 3 per unit" avec "hourly_cost: 45 EUR/h"',
  '"hourly_cost: 45 EUR/h", which turns the time into money': '"hourly_cost: 45 EUR/h", qui change le temps en argent',
  '"minutes_saved: 3 per unit", the time that a kept result saves':
    '"minutes_saved: 3 per unit", le temps que fait gagner un résultat gardé',
  '"users: 1.8M", which "per user" multiplies': '"users: 1.8M", que "per user" multiplie',
  '"input: 900" to "tokens:", the whole prompt with its cached part':
    '"input: 900" à "tokens:", le prompt entier avec sa partie en cache',
  '"energy: 0.3 Wh", "ghg:" or "water:"': '"energy: 0.3 Wh", "ghg:" ou "water:"',
  '"boundary: gpu", "boundary: server" or "boundary: facility": where the meter was':
    '"boundary: gpu", "boundary: server" ou "boundary: facility" : où se trouvait le compteur',
  '"hours: 36", the time for which a job done once takes the machines':
    '"hours: 36", le temps pendant lequel un travail fait une seule fois occupe les machines',
  '"functional_unit: { name: sheet }", which "ghg_per_unit" limits':
    '"functional_unit: { name: fiche }", que "ghg_per_unit" limite',
  '"to: 1.5", "by: 60 %" or "divide: 20"': '"to: 1.5", "by: 60 %" ou "divide: 20"',
  '"tokens: 250", "by: 50 %", or "steps: 20" of a picture': '"tokens: 250", "by: 50 %", ou "steps: 20" pour une image',

  // Who lacks or holds something
  'the scenario': 'le scénario',
  'the usage': "l'usage",
  'usage "{id}"': 'l\'usage "{id}"',
  'usage {number}': "l'usage {number}",
  'the functional unit': "l'unité fonctionnelle",
  'a model with experts': 'un modèle à experts',
  'a usage of a table': "un usage d'un tableau",
  'practice "{name}"': 'la pratique "{name}"',
  'training "{name}"': 'l\'entraînement "{name}"',

  // Kinds of values
  'a number': 'un nombre',
  text: 'un texte',
  'a block of fields': 'un bloc de champs',
  'a list': 'une liste',
  'a list of texts': 'une liste de textes',
  'a list of at least one': "une liste d'au moins un élément",
  'something else': 'autre chose',
  'one line of text': "un texte d'une ligne",
  'text of several lines': 'un texte de plusieurs lignes',
  'text with the control character {code}': 'un texte avec le caractère de contrôle {code}',
  'an empty text': 'un texte vide',
  'the text "{text}"': 'le texte "{text}"',
  'an empty list': 'une liste vide',
  'a block': 'un bloc',
  'the number {number}': 'le nombre {number}',
  empty: 'vide',
  true: 'true',
  false: 'false',
  'the name of a file': "le nom d'un fichier",
  'the name of a scenario, whose file is a block of fields':
    "le nom d'un scénario, dont le fichier est un bloc de champs",
  'the name of a column, or { column: name, unit: unit }': "le nom d'une colonne, ou { column: nom, unit: unité }",
} as const;
