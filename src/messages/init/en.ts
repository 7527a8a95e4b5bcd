/** The words of `init`, in English. The shape of this object is the contract of the other languages. */
import type { TemplateName } from '../../templates/names.ts';

const templates: Record<TemplateName, string> = {
  chatbot: 'conversations with customers or colleagues',
  rag: 'answers from your own documents',
  agent: 'an agent that works in steps, with tools',
  'code-assistant': 'completions and tasks for developers',
  images: 'pictures made by a model',
  video: 'short films made by a model, with the voice',
  transcription: 'speech to text, then a summary',
  'marketing-tools': 'an inventory of tools, before anybody has a figure',
  'self-hosted': 'a model on machines of your own',
  'from-a-bill': 'a service of which only the bill is known',
};

export const en = {
  templates,
  written: (file: string, template: string) => `${file} written, from the template ${template}`,
  next: (command: string) => `next: ${command}`,
  useOne: (command: string) => `start from one: ${command}`,
  /** On stderr, when nobody chose. */
  chosen: (template: string) => `template ${template}: --list names the others, --template NAME takes one`,
  questions: {
    template: 'What do you use AI for?',
    volume: (unit: string) => `How many of one "${unit}"? With a time, as in 20k/month`,
    spend: 'How much money? With a time, as in 12 kEUR/year',
    model: 'Which model?',
    place: 'Where does it run? A region (aws/eu-west-3), or a country or grid (FRA)',
    file: 'Into which file?',
    keep: 'Enter keeps what is written',
  },
  cancelled: 'nothing written',
};

export type InitWords = typeof en;
