/** The starters by name, in the order of the list; each has a file here in every language. */
export const templateNames = [
  'chatbot',
  'rag',
  'agent',
  'code-assistant',
  'images',
  'video',
  'transcription',
  'marketing-tools',
  'self-hosted',
  'from-a-bill',
] as const;

export type TemplateName = (typeof templateNames)[number];
