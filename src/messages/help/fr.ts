/** Les pages de `help TOPIC`, en français. */
import { docsPages } from './docs-page.ts';
import type { HelpWords } from './en.ts';

export const fr: HelpWords = {
  scenario: {
    title: 'ce que dit un fichier de scénario',
    blocks: [
      "Un scénario est un fichier YAML : ce que fait l'IA, combien de fois, avec quel modèle, où. Douze lignes suffisent.",
      {
        code: [
          'name: Fiches produit',
          'functional_unit: { name: fiche publiée, volume: 300k/year }',
          'usages:',
          '  - id: draft',
          '    model: gpt-4o',
          '    region: azure/eastus2',
          '    requests: 1 per unit',
          '    iterations: 4',
          '    tokens: { input: 900, output: 600 }',
        ],
      },
      "Une valeur est un nombre dans l'unité de son champ, ou l'une de ces formes :",
      {
        rows: [
          ['0.3 Wh', 'un texte avec une unité ; aussi 15M/year et 40 %'],
          ['0.02 to 0.05 kgCO2e/kWh', 'une plage ; aussi 10..20 %'],
          ['{ value: 0.3, unit: Wh, source: ... }', 'un bloc avec sa provenance'],
          ['unknown', 'cherché et non publié : la valeur par défaut est prise, marquée et énumérée'],
        ],
      },
      "Un usage est estimé par la meilleure preuve qu'il donne, dans cet ordre :",
      {
        rows: [
          ['measured', "énergie, gaz à effet de serre ou eau d'une requête, par un compteur ou un fournisseur"],
          ['model et son travail', 'tokens, images, video, audio ou embeddings'],
          ['fleet', 'accélérateurs, leur utilisation et leurs heures'],
          ['task', 'une moyenne publiée'],
          ['spend', "de l'argent : un majorant"],
        ],
      },
      "Ce que vous ne donnez pas est supposé, marqué d'un * et énuméré. Un champ ou un nom inconnu est une erreur : rien n'est remplacé en silence.",
      {
        rows: [
          ['ai-footprint init', 'un fichier commenté pour commencer'],
          ['ai-footprint catalog models', 'des noms à choisir ; aussi regions, grids, hardware, tasks'],
          ['ai-footprint schema', 'le schéma JSON, pour les éditeurs'],
        ],
      },
      'Tous les champs, avec leur unité et leurs bornes (en anglais) :',
      docsPages('scenario'),
    ],
  },
  budgets: {
    title: "les limites, et ce qu'est un dépassement",
    blocks: [
      'Un budget est une limite avec une unité. Il se trouve dans un scénario, ou dans ai-footprint.config.yaml pour tout un projet :',
      {
        code: [
          'scenarios: [ai/*.yaml]',
          'budgets:',
          '  - ghg: 500 kgCO2e/year',
          '  - change: { ghg: +10 %, floor: 5 kgCO2e/year }',
        ],
      },
      "Il est jugé sur l'intervalle, et non sur le milieu :",
      {
        rows: [
          ['tenu', 'même la borne haute y entre'],
          ['dépassé', 'même la borne basse dépasse : code de sortie 1'],
          [
            'non tranché',
            "l'intervalle contient la limite : dit avec la seule entrée à mesurer ; code de sortie 4 avec --strict",
          ],
        ],
      },
      "Un verrou (ai-footprint.lock.json) garde ce qui est vrai aujourd'hui : ce qui dépassait déjà et n'est pas pire est une dette ancienne, et ce que les données ou la méthode ont déplacé est dit comme tel. Ni l'un ni l'autre n'échoue.",
      {
        rows: [
          ['ai-footprint budget suggest', "des limites qui tiennent aujourd'hui, pour commencer"],
          ['ai-footprint check --save-baseline', 'écrit le verrou : à versionner'],
          ['ai-footprint check', 'juge, en intégration continue'],
        ],
      },
      'GitHub, GitLab, Jenkins, pre-commit, dérogations (en anglais) :',
      docsPages('ci'),
    ],
  },
  method: {
    title: 'comment un chiffre est calculé, et son intervalle',
    blocks: [
      "Le travail devient énergie des ordinateurs ; l'énergie devient gaz à effet de serre, eau et ressources du lieu ; la fabrication du matériel est répartie selon le temps où il est occupé.",
      {
        code: [
          'énergie du site = PUE x énergie des ordinateurs',
          "usage           = énergie du site x facteur d'émission du réseau",
          'eau             = WUE x énergie des ordinateurs + eau du réseau x énergie du site',
          "fabrication     = empreinte du matériel x temps d'occupation / durée de vie",
        ],
      },
      "Chaque résultat est central [bas - haut], l'intervalle de 5 à 95 %, tiré des plages de ses entrées par propagation d'erreur ; avec --samples par tirages depuis une graine. Un chiffre qui repose sur des entrées supposées porte un *.",
      "L'électricité est celle du lieu, sur son cycle de vie ; ce que dit un contrat figure à côté. Ce qui est compté et ce qui ne l'est pas est imprimé à la fin de chaque rapport.",
      {
        rows: [
          ['ai-footprint explain FICHIER ghg', "un chiffre jusqu'à ses sources"],
          ['ai-footprint assess FICHIER --methods', 'une seconde méthode à côté, et ce qui les sépare'],
          ['ai-footprint catalog sources MOTS', 'les publications'],
        ],
      },
      'Chaque équation, avec unité et source ; des estimations face à des mesures (en anglais) :',
      docsPages('method', 'validation'),
    ],
  },
  practices: {
    title: 'les quatre bonnes pratiques',
    blocks: [
      "Chacune est un changement d'entrées, calculé seul, puis à la suite des autres, avec sa part équitable du gain total. Celles que vous ne donnez pas sont suggérées d'après le catalogue, et marquées.",
      {
        code: [
          'practices:',
          '  location:   { region: azure/swedencentral, share: 80 % }',
          '  iterations: { to: 1.5 }',
          '  output:     { tokens: 250 }',
          '  model:      { use: mistral-small-2603, retry: 5 % }',
        ],
      },
      {
        rows: [
          ['location', "un lieu où l'électricité est moins carbonée : region, grid, pue, wue"],
          ['iterations', 'moins de requêtes pour un résultat gardé : to, by ou divide'],
          ['output', 'réponses plus courtes, images plus petites : tokens, by, width, height, steps, seconds'],
          ['model', 'un modèle à la bonne taille : use ou divide ; quality et retry sont à vous de dire'],
          ['share', "dans chacune : la part des requêtes qu'elle atteint"],
          ['none', "à la place de l'une d'elles : pas de suggestion"],
        ],
      },
      "Un gain de gaz à effet de serre qui coûte de l'eau est dit comme un transfert d'impact. Rien ici ne mesure la qualité : essayez un modèle plus petit sur votre travail.",
      {
        rows: [
          ['ai-footprint advise FICHIER', 'chaque étape classée, et ce qui atteint --target'],
          ['ai-footprint sweep FICHIER --vary ...', 'toutes les combinaisons de valeurs'],
        ],
      },
    ],
  },
  exitCodes: {
    title: 'comment les commandes se terminent',
    intro: "Un script lit le code de sortie ; une personne lit la raison sur la sortie d'erreur.",
    zero: '--exit-zero rend compte sans échouer (check).',
  },
  firstSteps: {
    title: "Ce qu'un usage de l'IA coûte à la planète, avec sa plage. Les cinq premières minutes :",
    rows: {
      init: 'un scénario commenté pour commencer',
      assess: 'son empreinte, et ce que changent quatre bonnes pratiques',
      report: 'une page avec graphiques et sources, à envoyer à un collègue',
    },
    more: 'ai-footprint --help énumère les commandes, ai-footprint help scenario explique le fichier.',
  },
};
