/** What `--help` says of each command: a line in the list, a paragraph, exit codes of its own, examples to copy. */
import { exitCodeWords, type SaidCode } from '../exit-codes.ts';
import type { Said } from './said.ts';

export interface CommandWords {
  readonly summary: Said;
  readonly about: Said;
  /** Exit codes that it returns besides those of all commands, or that say more here. */
  readonly exits?: Partial<Readonly<Record<SaidCode, Said>>>;
  /** Lines to copy. */
  readonly examples: readonly string[] | ((lang: keyof Said) => readonly string[]);
}

const words = {
  init: {
    summary: { en: 'a commented scenario to start from', fr: 'un scénario commenté pour commencer' },
    about: {
      en: 'Writes a commented scenario to start from, and its first answer. In a terminal it asks a few questions.',
      fr: 'Écrit un scénario commenté pour commencer, et sa première réponse. Dans un terminal il pose quelques questions.',
    },
    exits: { 130: { en: 'no answer was given: nothing is written', fr: "pas de réponse : rien n'est écrit" } },
    examples: ['ai-footprint init', 'ai-footprint init support.yaml --template chatbot --yes'],
  },
  assess: {
    summary: {
      en: 'footprint, good practices and verdict of scenarios',
      fr: 'empreinte, bonnes pratiques et verdict de scénarios',
    },
    about: {
      en:
        'Computes the footprint of each scenario: energy, greenhouse gases, water, resources, climate cost. ' +
        'Usages may stand in a table, one row a usage: "usages: { from: usage.csv, columns: {...} }".',
      fr:
        "Calcule l'empreinte de chaque scénario : énergie, gaz à effet de serre, eau, ressources, coût climatique. " +
        'Les usages peuvent venir d\'un tableau, une ligne par usage : "usages: { from: usage.csv, columns: {...} }".',
    },
    exits: {
      1: { en: 'a verdict is among --fail-on', fr: 'un verdict est parmi --fail-on' },
      4: {
        en: 'a part of the greenhouse gases is unknown (--strict)',
        fr: "une partie des gaz à effet de serre n'est pas connue (--strict)",
      },
    },
    examples: [
      'ai-footprint assess scenarios/product-sheets.yaml',
      'ai-footprint assess a.yaml b.yaml --format json --output result.yaml',
    ],
  },
  check: {
    summary: {
      en: 'budgets of a project: exit 1 when one is breached',
      fr: "budgets d'un projet : sort avec 1 quand l'un est dépassé",
    },
    about: {
      en:
        'Judges every scenario of ai-footprint.config.yaml, which is looked for upwards, against its budgets and against ' +
        'the saved baseline. What was over before and is not worse, and what moved by data or method alone, is reported ' +
        'and does not fail. With FILE, only these scenarios.',
      fr:
        'Juge chaque scénario de ai-footprint.config.yaml, cherché en remontant, face à ses budgets et à ' +
        "l'état de référence gardé. Ce qui dépassait déjà et n'est pas pire, et ce qui a bougé par les données ou la méthode " +
        "seules, est dit et n'échoue pas. Avec FICHIER, ces scénarios seulement.",
    },
    exits: {
      0: {
        en: 'every limit is kept, or what is over was over before, moved by data or method, waived',
        fr: 'chaque limite est tenue, ou ce qui dépasse dépassait déjà, a bougé par les données ou la méthode, a une dérogation',
      },
      1: {
        en: 'a limit of level error is exceeded, or its waiver has expired',
        fr: 'une limite de niveau error est dépassée, ou sa dérogation a expiré',
      },
      2: {
        en: 'invalid config, lock, scenario or command line: nothing judged, nothing written',
        fr: "configuration, verrou, scénario ou ligne de commande invalide : rien de jugé, rien d'écrit",
      },
      4: {
        en: 'a limit of level error cannot be settled (--strict)',
        fr: 'une limite de niveau error ne peut pas être tranchée (--strict)',
      },
    },
    examples: [
      'ai-footprint check --save-baseline',
      'ai-footprint check --output report.md --output junit.xml --output out.sarif',
    ],
  },
  diff: {
    summary: {
      en: 'two scenarios or results: what moved, and why',
      fr: 'deux scénarios ou résultats : ce qui a bougé, et pourquoi',
    },
    about: {
      en:
        'Compares two states, figure by figure, on common draws: what both share cancels, so a difference is tighter than ' +
        'the two totals. A saved result holds no draws: against one, differences are of central values.',
      fr:
        "Compare deux états, chiffre par chiffre, sur des tirages communs : ce que les deux partagent s'annule, et un écart " +
        'est plus serré que les deux totaux. Un résultat gardé ne contient pas de tirages : face à lui, les écarts sont ceux ' +
        'des valeurs centrales.',
    },
    exits: { 1: { en: 'it rises (--fail-on-increase)', fr: 'il monte (--fail-on-increase)' } },
    examples: [
      'ai-footprint diff before.yaml after.yaml',
      'ai-footprint diff --git main ai/chat.yaml --fail-on-increase',
    ],
  },
  budget: {
    summary: {
      en: 'propose budgets from the values of today',
      fr: "propose des budgets d'après les valeurs d'aujourd'hui",
    },
    about: {
      en:
        'Proposes a limit for each scenario: the high end of its interval, rounded up. It holds today, and is exceeded when ' +
        'a change cannot be explained by the uncertainty. Paste it into ai-footprint.config.yaml, and tighten it from there.',
      fr:
        "Propose une limite pour chaque scénario : la borne haute de son intervalle, arrondie vers le haut. Elle tient aujourd'hui, " +
        "et elle est dépassée quand un changement ne s'explique pas par l'incertitude. Collez-la dans ai-footprint.config.yaml, " +
        'et resserrez-la ensuite.',
    },
    examples: ['ai-footprint budget suggest ai/chat.yaml', 'ai-footprint budget suggest --format json'],
  },
  advise: {
    summary: {
      en: 'ranked next steps, and what reaches a target',
      fr: 'étapes suivantes classées, et ce qui atteint un but',
    },
    about: {
      en:
        'Compares every practice at several strengths, every allowed region and every allowed model, and ranks them by gain. ' +
        'Allowed is what "keep:" of a usage says; without it the regions of its cloud, and smaller models of its maker.',
      fr:
        'Compare chaque pratique à plusieurs niveaux, chaque région et chaque modèle permis, et les classe par leur gain. ' +
        'Est permis ce que dit "keep:" d\'un usage ; sans lui, les régions de son cloud, et les modèles plus petits de son éditeur.',
    },
    examples: [
      'ai-footprint advise scenarios/product-sheets.yaml --target "40 kgCO2e/year"',
      'ai-footprint advise scenarios/product-sheets.yaml --solve tokens.output --target "1 gCO2e/unit"',
    ],
  },
  report: {
    summary: {
      en: 'one page of HTML with charts, sources and verdict',
      fr: 'une page HTML avec graphiques, sources et verdict',
    },
    about: {
      en:
        'Writes one self-contained page: verdict, footprint with its intervals, practices, sensitivity, places, every assumption ' +
        'with its source. It needs no network and no script. Several scenarios stand side by side on it.',
      fr:
        'Écrit une page qui contient tout : verdict, empreinte avec ses intervalles, pratiques, sensibilité, lieux, chaque hypothèse ' +
        "avec sa source. Elle n'a besoin ni de réseau ni de script. Plusieurs scénarios y sont côte à côte.",
    },
    examples: (lang) =>
      lang === 'en'
        ? [
            'ai-footprint report scenarios/product-sheets.yaml -o report.html',
            'ai-footprint report scenarios/*.yaml --lang fr --date 2026-11-25 -o rapport.html',
          ]
        : [
            'ai-footprint report scenarios/product-sheets.yaml -o rapport.html',
            'ai-footprint report scenarios/*.yaml --lang en --date 2026-11-25 -o report.html',
          ],
  },
  compare: {
    summary: {
      en: 'many scenarios ranked: totals, shares, verdicts, differences',
      fr: 'de nombreux scénarios classés : totaux, parts, verdicts, écarts',
    },
    about: {
      en:
        'Ranks scenarios, or the usages, models, regions, phases or tags in them: total, per unit, data quality, verdict, ' +
        'share of the whole. Scenarios of one period are ranked together; figures per unit need one functional unit.',
      fr:
        "Classe des scénarios, ou les usages, modèles, régions, phases ou étiquettes qui s'y trouvent : total, par unité, qualité " +
        "des données, verdict, part du tout. Les scénarios d'une même période sont classés ensemble ; les chiffres par unité " +
        'demandent une même unité fonctionnelle.',
    },
    examples: [
      'ai-footprint compare scenarios/*.yaml --top 10',
      'ai-footprint compare a.yaml b.yaml --baseline a.yaml',
      'ai-footprint compare ai/ --by model --where "share > 5 %" --output models.csv',
    ],
  },
  usage: {
    summary: {
      en: 'footprint of logs of calls: totals, groups, trend',
      fr: "empreinte de journaux d'appels : totaux, groupes, tendance",
    },
    about: {
      en:
        'Adds up logs of AI calls and computes their footprint: usage reports of OpenAI and Anthropic, spend logs of LiteLLM, ' +
        'observations of Langfuse, spans of OpenTelemetry, transcripts of Claude Code, any csv or json with --mapping. Texts of ' +
        'prompts and answers are not looked at. docs/usage.md has the formats.',
      fr:
        "Additionne des journaux d'appels d'IA et calcule leur empreinte : rapports d'usage d'OpenAI et d'Anthropic, journaux de dépense de " +
        'LiteLLM, observations de Langfuse, traces OpenTelemetry, transcriptions de Claude Code, tout csv ou json avec --mapping. Les ' +
        'textes des prompts et des réponses ne sont pas regardés. docs/usage.md a les formats.',
    },
    exits: {
      4: {
        en: 'rows are left out, or a part of the greenhouse gases is unknown (--strict)',
        fr: 'des lignes sont écartées, ou une partie des gaz à effet de serre est inconnue (--strict)',
      },
    },
    examples: [
      'ai-footprint usage spend-logs.csv --by team,model',
      "ai-footprint usage 'exports/*.json' --by month --region azure/swedencentral",
      'cat ~/.claude/projects/*/*.jsonl | ai-footprint usage - --by model',
      "ai-footprint usage 'logs/*.parquet' --mapping columns.yaml --by team",
      'ai-footprint usage --engine clickhouse --url https://db.example.org:8443 --table otel.otel_traces --by service',
      'ai-footprint usage spend-logs.csv --print-sql postgres --table spend',
    ],
  },
  sweep: {
    summary: {
      en: 'every combination of the values of some fields',
      fr: 'toutes les combinaisons des valeurs de quelques champs',
    },
    about: {
      en:
        'Computes every combination of the values that are given, at central values, and prints the best or streams them all. ' +
        'VALUES are a list (1,2,4), a range (1..5, 0..1:0.25, 10..1000:x10), "all", or rows of the catalogue: ' +
        'region=@continent:EU, region=@provider:aws, model=@provider:mistral, model=@small.',
      fr:
        'Calcule toutes les combinaisons des valeurs données, aux valeurs centrales, et imprime les meilleures ou les écrit toutes. ' +
        'VALEURS est une liste (1,2,4), une plage (1..5, 0..1:0.25, 10..1000:x10), "all", ou des lignes du catalogue : ' +
        'region=@continent:EU, region=@provider:aws, model=@provider:mistral, model=@small.',
    },
    exits: { 130: { en: exitCodeWords.en[130], fr: exitCodeWords.fr[130] } },
    examples: [
      'ai-footprint sweep scenarios/product-sheets.yaml --vary region=@continent:EU --vary iterations=1..4',
      'ai-footprint sweep scenarios/product-sheets.yaml --vary region=all --vary model=all --output all.csv',
    ],
  },
  explain: {
    summary: {
      en: 'where a figure comes from: formula, values, sources',
      fr: "d'où vient un chiffre : formule, valeurs, sources",
    },
    about: {
      en:
        'Opens one figure: its formula, the same with values and units, its source, and so on down to the inputs. ' +
        'QUANTITY is a key of the JSON result, long or short (ghg, ghg.operation, ghg.per_unit, equivalent.truck-km, ' +
        'usages.ID.ghg.per_request), a line of the assumptions (ID.serving.batch), or a name of the method ' +
        '(it_energy, step_time): "ai-footprint help method" says where they are listed.',
      fr:
        "Ouvre un chiffre : sa formule, la même avec ses valeurs et ses unités, sa source, et ainsi de suite jusqu'aux entrées. " +
        'GRANDEUR est une clé du résultat JSON, longue ou courte (ghg, ghg.operation, ghg.per_unit, equivalent.truck-km, ' +
        'usages.ID.ghg.per_request), une ligne des hypothèses (ID.serving.batch), ou un nom de la méthode ' +
        '(it_energy, step_time) : "ai-footprint help method" dit où ils sont énumérés.',
    },
    examples: [
      'ai-footprint explain scenarios/product-sheets.yaml',
      'ai-footprint explain scenarios/product-sheets.yaml it_energy --depth 2',
      'ai-footprint explain scenarios/product-sheets.yaml --practice location',
    ],
  },
  catalog: {
    summary: {
      en: 'search models, regions, grids, hardware, sources',
      fr: 'cherche des modèles, régions, réseaux, matériels, sources',
    },
    about: {
      en: 'Searches the data of the calculation. Every figure comes with its unit, source and year.',
      fr: 'Cherche dans les données du calcul. Chaque chiffre vient avec son unité, sa source et son année.',
    },
    examples: ['ai-footprint catalog models mistral', 'ai-footprint catalog regions sweden --format json'],
  },
  questions: {
    summary: {
      en: 'what to ask before deploying an AI, and what is still open',
      fr: "ce qu'il faut demander avant de déployer une IA, et ce qui reste ouvert",
    },
    about: {
      en: 'The questions to ask before deploying an AI. With a scenario: which of them it answers, which are open.',
      fr: 'Les questions à poser avant de déployer une IA. Avec un scénario : celles auxquelles il répond, celles qui restent ouvertes.',
    },
    examples: ['ai-footprint questions', 'ai-footprint questions scenarios/four-questions.yaml --open'],
  },
  schema: {
    summary: {
      en: 'JSON Schema of scenario, config, result, compare or usage',
      fr: "le schéma JSON d'un scénario, de la configuration, d'un résultat, de compare ou de usage",
    },
    about: { en: 'Prints a JSON Schema (draft 2020-12).', fr: 'Imprime un schéma JSON (version 2020-12).' },
    examples: ['ai-footprint schema > scenario.schema.json', 'ai-footprint schema result'],
  },
  verify: {
    summary: { en: 'whether a saved result still holds', fr: 'si un résultat gardé est toujours vrai' },
    about: {
      en: 'Computes a saved result again from its scenario: equal, or which of input, data, method changed.',
      fr: 'Recalcule un résultat gardé à partir de son scénario : égal, ou ce qui a changé des entrées, des données, de la méthode.',
    },
    exits: {
      0: { en: 'every figure holds', fr: 'chaque chiffre est toujours vrai' },
      1: { en: 'a figure no longer holds', fr: "un chiffre n'est plus vrai" },
    },
    examples: ['ai-footprint assess sheets.yaml --output sheets.json', 'ai-footprint verify sheets.json sheets.yaml'],
  },
  completion: {
    summary: {
      en: 'a script that completes commands in bash, zsh or fish',
      fr: 'un script qui complète les commandes dans bash, zsh ou fish',
    },
    about: {
      en: 'Prints a script for your shell that completes commands, options and their values.',
      fr: 'Imprime un script pour votre shell qui complète les commandes, les options et leurs valeurs.',
    },
    examples: (lang) => [
      lang === 'en'
        ? 'bash: add to ~/.bashrc         eval "$(ai-footprint completion bash)"'
        : 'bash : ajoutez à ~/.bashrc     eval "$(ai-footprint completion bash)"',
      lang === 'en'
        ? 'zsh:  add to ~/.zshrc          eval "$(ai-footprint completion zsh)"   (after compinit)'
        : 'zsh :  ajoutez à ~/.zshrc      eval "$(ai-footprint completion zsh)"   (après compinit)',
      lang === 'en'
        ? 'fish: run once                 ai-footprint completion fish > ~/.config/fish/completions/ai-footprint.fish'
        : 'fish : une seule fois          ai-footprint completion fish > ~/.config/fish/completions/ai-footprint.fish',
    ],
  },
  help: {
    summary: {
      en: 'a page on a topic, or the options of a command',
      fr: "une page sur un sujet, ou les options d'une commande",
    },
    about: {
      en: 'Prints a page on a topic, or the options of a command.',
      fr: "Imprime une page sur un sujet, ou les options d'une commande.",
    },
    examples: ['ai-footprint help scenario', 'ai-footprint help assess'],
  },
} as const satisfies Readonly<Record<string, CommandWords>>;

export type CommandName = keyof typeof words;

export const commandWords: Readonly<Record<CommandName, CommandWords>> = words;

/** What stands between the parts of a help, and what it says of the program as a whole. */
export const frame = {
  about: {
    en: 'The environmental footprint of AI usage: a scenario in, an interval with its sources out.',
    fr: "L'empreinte environnementale des usages de l'IA : un scénario en entrée, un intervalle avec ses sources en sortie.",
  },
  usage: { en: 'Usage:', fr: 'Utilisation :' },
  arguments: { en: 'Arguments', fr: 'Arguments' },
  options: { en: 'Options', fr: 'Options' },
  commands: { en: 'Commands', fr: 'Commandes' },
  topics: { en: 'Topics', fr: 'Sujets' },
  exitCodes: { en: 'Exit codes', fr: 'Codes de sortie' },
  examples: { en: 'Examples', fr: 'Exemples' },
  choices: { en: 'choices: ', fr: 'choix : ' },
  default: { en: 'default: ', fr: 'par défaut : ' },
} as const satisfies Readonly<Record<string, Said>>;
