/** Words of the ways to estimate what is not plain text, in both languages. */

const isOne = (count: string): boolean => count === '1';

const en = {
  report: {
    heading: { perPiece: 'PER PIECE', machines: 'MACHINES', training: 'TRAINING' },
    projection: {
      heading: 'YEARS AHEAD',
      year: (number: string) => `year ${number}`,
      all: 'all years',
      growthOnly: 'use grows as the scenario says; the grid stays as it is, as the scenario gives no trend',
      withTrend: (trend: string) =>
        `use grows as the scenario says; the intensity of the grid changes by ${trend} a year, as the scenario assumes`,
    },
    leftOut: 'left out',
    piece: {
      image: 'a picture',
      'video-second': 'a second of video',
      'audio-minute': 'a minute of audio',
      'million-tokens': 'a million tokens embedded',
    },
    perPiece: (energy: string, ghg: string, piece: string) => `${energy} and ${ghg} for ${piece}`,
    busy: (count: string, accelerator: string) => `about ${count} ${accelerator} busy all the time`,
    useOverTraining: (ghg: string, times: string) =>
      `${ghg} in this period; the use of the period is ${times} times that`,
    trainingOverUse: (ghg: string, times: string) => `${ghg} in this period, ${times} times the use of the period`,
    amount: {
      image: (count: string) => `${count} ${isOne(count) ? 'picture' : 'pictures'}`,
      'video-second': (count: string) => `${count} s of video`,
      'audio-minute': (count: string) => `${count} min of audio`,
      'million-tokens': (count: string) => `${count} million tokens embedded`,
    },
    steps: (count: string) => `${count} ${isOne(count) ? 'denoising step' : 'denoising steps'}`,
    turns: (count: string) => `${count} ${isOne(count) ? 'message' : 'messages'} a conversation`,
    agentSteps: (count: string) => `${count} ${isOne(count) ? 'step' : 'steps'} of an agent`,
  },
  estimators: {
    image: 'image method',
    video: 'video method',
    audio: 'speech method',
    embeddings: 'embedding method',
    training: 'training',
  },
  short: { image: 'image', video: 'video', audio: 'speech', embeddings: 'embed', training: 'train' },
  say: {
    image: 'the image method says',
    video: 'the video method says',
    audio: 'the speech method says',
    embeddings: 'the embedding method says',
    training: 'the training says',
  },
  reasons: {
    'training-not-published': 'training: nothing is published that could be shared',
    'training-not-shared': 'training: published, but the tokens by which it would be shared are unknown',
    'training-excluded': 'training: left out, as the scenario asks',
  },
};

const isSingular = (count: string): boolean => count === '1' || count.startsWith('0');

const fr: typeof en = {
  report: {
    heading: { perPiece: 'À LA PIÈCE', machines: 'MACHINES', training: 'ENTRAÎNEMENT' },
    projection: {
      heading: 'ANNÉES À VENIR',
      year: (number) => `année ${number}`,
      all: 'toutes',
      growthOnly:
        "l'usage croît comme le scénario le dit ; le réseau électrique reste le même, faute de tendance donnée",
      withTrend: (trend) =>
        `l'usage croît comme le scénario le dit ; l'intensité du réseau change de ${trend} par an, hypothèse du scénario`,
    },
    leftOut: 'écarté',
    piece: {
      image: 'une image',
      'video-second': 'une seconde de vidéo',
      'audio-minute': 'une minute de son',
      'million-tokens': 'un million de jetons vectorisés',
    },
    perPiece: (energy, ghg, piece) => `${energy} et ${ghg} pour ${piece}`,
    busy: (count, accelerator) => `environ ${count} ${accelerator} occupés en permanence`,
    useOverTraining: (ghg, times) => `${ghg} sur la période ; l'usage de la période en fait ${times} fois autant`,
    trainingOverUse: (ghg, times) => `${ghg} sur la période, ${times} fois l'usage de la période`,
    amount: {
      image: (count) => `${count} ${isSingular(count) ? 'image' : 'images'}`,
      'video-second': (count) => `${count} s de vidéo`,
      'audio-minute': (count) => `${count} min de son`,
      'million-tokens': (count) => `${count} million de jetons vectorisés`,
    },
    steps: (count) => `${count} ${isSingular(count) ? 'étape' : 'étapes'} de débruitage`,
    turns: (count) => `${count} ${isSingular(count) ? 'message' : 'messages'} par conversation`,
    agentSteps: (count) => `${count} ${isSingular(count) ? 'étape' : 'étapes'} d'agent`,
  },
  estimators: {
    image: 'méthode image',
    video: 'méthode vidéo',
    audio: 'méthode parole',
    embeddings: 'méthode plongements',
    training: 'entraînement',
  },
  short: { image: 'image', video: 'vidéo', audio: 'parole', embeddings: 'plong.', training: 'entr.' },
  say: {
    image: 'la méthode image donne',
    video: 'la méthode vidéo donne',
    audio: 'la méthode parole donne',
    embeddings: 'la méthode plongements donne',
    training: "l'entraînement donne",
  },
  reasons: {
    'training-not-published': "entraînement : rien n'est publié que l'on puisse allouer",
    'training-not-shared': 'entraînement : publié, mais les jetons qui serviraient à le répartir sont inconnus',
    'training-excluded': 'entraînement : écarté, comme le scénario le demande',
  },
};

export const workWords = { en, fr };
