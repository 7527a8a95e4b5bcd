/** Les mots de `init`, en français. */
import type { InitWords } from './en.ts';

export const fr: InitWords = {
  templates: {
    chatbot: 'conversations avec des clients ou des collègues',
    rag: 'réponses tirées de vos documents',
    agent: 'un agent qui travaille par étapes, avec des outils',
    'code-assistant': 'complétions et tâches pour le développement',
    images: 'images produites par un modèle',
    video: 'courts films produits par un modèle, avec la voix',
    transcription: 'de la parole au texte, puis un résumé',
    'marketing-tools': "un inventaire d'outils, avant tout chiffre",
    'self-hosted': 'un modèle sur vos propres machines',
    'from-a-bill': 'un service dont seule la facture est connue',
  },
  written: (file, template) => `${file} écrit, d'après le modèle de fichier ${template}`,
  next: (command) => `ensuite : ${command}`,
  useOne: (command) => `partir de l'un d'eux : ${command}`,
  chosen: (template) => `modèle de fichier ${template} : --list nomme les autres, --template NOM en prend un`,
  questions: {
    template: "À quoi vous sert l'IA ?",
    volume: (unit) => `Combien de « ${unit} » ? Avec une durée, comme 20k/month`,
    spend: "Combien d'argent ? Avec une durée, comme 12 kEUR/year",
    model: 'Quel modèle ?',
    place: 'Où tourne-t-il ? Une région (aws/eu-west-3), ou un pays ou un réseau (FRA)',
    file: 'Dans quel fichier ?',
    keep: 'Entrée garde ce qui est écrit',
  },
  cancelled: 'rien écrit',
};
