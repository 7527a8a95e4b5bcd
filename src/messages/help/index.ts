/** The words of `--help`, of the pages of `help TOPIC` and of the first steps, in one language. */
import { exitCodeWords, type SaidCode } from '../exit-codes.ts';
import type { Lang } from '../index.ts';
import { commandWords, frame, type CommandName } from './command-words.ts';
import { en, type HelpWords, type Page } from './en.ts';
import { fr } from './fr.ts';
import { optionWords, placeholdersFr, type TextName } from './option-words.ts';
import type { Facts } from './said.ts';
import type { Topic } from './topics.ts';

export type { Facts } from './said.ts';
export type { Block, HelpWords, Page } from './en.ts';

export function helpWords(lang: Lang): HelpWords {
  return lang === 'fr' ? fr : en;
}

export function pageOf(topic: Topic, lang: Lang): Page {
  const words = helpWords(lang);
  if (topic !== 'exit-codes') return words[topic];
  const { title, intro, zero } = words.exitCodes;
  return { title, blocks: [intro, { rows: Object.entries(exitCodeWords[lang]) }, zero] };
}

/** What a command line can be told of in one language; names are those that commands give (src/cli/described.ts). */
export interface Described {
  readonly frame: Readonly<Record<keyof typeof frame, string>>;
  readonly option: (name: string) => string;
  readonly command: (name: string) => {
    readonly summary: string;
    readonly about: string;
    readonly examples: readonly string[];
    /** Code and what it says, in the order of the codes. */
    readonly exits: readonly (readonly [string, string])[];
  };
  /** `<file>` as it is read in this language. */
  readonly placeholders: (flags: string) => string;
  readonly exits: readonly (readonly [string, string])[];
  /** What the page of `help TOPIC` is about. */
  readonly page: (topic: Topic) => string;
}

function known<Name extends string>(words: Readonly<Record<Name, unknown>>, name: string): Name {
  if (!Object.hasOwn(words, name)) throw new Error(`the help has no words for "${name}"`);
  return name as Name;
}

/** Exit codes of every command. */
const everywhere = [0, 2, 3] as const satisfies readonly SaidCode[];

export function describedIn(lang: Lang, facts: Facts): Described {
  const general = exitCodeWords[lang];
  return {
    frame: Object.fromEntries(Object.entries(frame).map(([name, said]) => [name, said[lang]])) as Described['frame'],
    option(name) {
      const text = optionWords[known<TextName>(optionWords, name)];
      return (typeof text === 'function' ? text(facts) : text)[lang];
    },
    command(name) {
      const { summary, about, exits = {}, examples } = commandWords[known<CommandName>(commandWords, name)];
      const own = Object.entries(exits).map(([code, said]) => [code, said[lang]]);
      const told: Record<string, string> = {
        ...Object.fromEntries(everywhere.map((code) => [code, general[code]])),
        ...Object.fromEntries(own),
      };
      return {
        summary: summary[lang],
        about: about[lang],
        examples: typeof examples === 'function' ? examples(lang) : examples,
        exits: Object.entries(told),
      };
    },
    placeholders: (flags) =>
      lang === 'en'
        ? flags
        : flags.replace(/(?<=[<[])[a-z=]+/g, (name) => placeholdersFr[known(placeholdersFr, name)] ?? name),
    exits: Object.entries(general),
    page: (topic) => pageOf(topic, lang).title,
  };
}
