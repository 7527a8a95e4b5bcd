/** La qualité des données, en français : pourquoi une note est ce qu'elle est. */
import type { QualityCode, QualityCriterion } from '../assessment.ts';
import type { quality as english, ReasonParts } from './en-quality.ts';

const of = (source: string): string => (source === '' ? '' : ` (${source})`);

const says: Record<QualityCode, (a: ReasonParts) => string> = {
  measured: () => 'mesurée',
  text: () => 'calculée depuis le modèle',
  image: () => 'calculée depuis les images',
  video: () => 'calculée depuis la vidéo',
  audio: () => "d'après la durée audio, sans mesure",
  embeddings: () => "d'après la taille du modèle, sans mesure",
  training: () => 'un entraînement',
  fleet: () => 'parc compté',
  task: () => 'moyenne de la tâche',
  spend: () => 'depuis la dépense',
  'years-old': (a) => `${a.value} ${a.count < 2 ? 'an' : 'ans'}${of(a.source)}`,
  'nothing-dated': () => "aucun chiffre d'un tiers",
  'own-figure': () => 'chiffre propre du réseau',
  region: () => 'réseau de la région',
  subdivision: () => "réseau de l'état ou de la province",
  country: () => 'réseau du pays',
  aggregate: () => 'réseau de plusieurs pays',
  world: () => 'réseau mondial',
  host: () => "lieu supposé d'après l'hébergeur",
  given: () => 'données par le scénario',
  primary: (a) => `lues chez l'éditeur${of(a.source)}`,
  secondary: (a) => `lues dans une copie${of(a.source)}`,
  derived: (a) => `calculées par nous${of(a.source)}`,
  'from-memory': (a) => `non vérifiées${of(a.source)}`,
  'spread-by-assumed': (a) => (a.value === '' ? 'à elles seules elles vont à 0' : `à elles seules ${a.value}`),
  'nothing-assumed': () => 'aucune',
  'nothing-estimated': () => 'aucun chiffre à noter',
  'usages-unknown': (a) => `${a.value} ${a.count < 2 ? 'usage' : 'usages'} sans chiffre`,
  'mean-of-usages': () => 'moyenne des usages selon leurs gaz à effet de serre',
  'of-the-footprint': () => 'la note ci-dessus',
  'avoided-measured': () => 'ce qui est évité a été mesuré',
  'avoided-estimated': () => 'ce qui est évité est estimé',
  'avoided-claimed': () => 'ce qui est évité est affirmé, non mesuré',
  'questions-open': (a) => `${a.value} sans réponse`,
};

const criteria: Record<QualityCriterion, string> = {
  tier: 'méthode',
  age: 'âge',
  geography: 'lieu',
  confidence: 'sources',
  assumed: 'valeurs supposées',
  coverage: 'couverture',
  footprint: 'empreinte',
  evidence: 'preuves',
  questions: 'questions à se poser',
};

export const qualityFr = (): typeof english => ({
  heading: 'QUALITÉ DES DONNÉES',
  header: (grade, reason) =>
    grade === null ? `sans note de qualité des données (${reason})` : `qualité des données ${grade} (${reason})`,
  reason: (a) =>
    [criteria[a.criterion], ...(a.grade === null ? [] : [a.grade])].join(' ') +
    ` : ${a.text}${a.usage === '' ? '' : `, ${a.usage}`}`,
  says,
});
