/** Les questions à se poser avant de déployer une IA, en français ; les questions elles-mêmes sont des données. */
import type { questionsEn } from './en-questions.ts';

export const questionsFr = (): typeof questionsEn => ({
  title: 'LES BONNES QUESTIONS À SE POSER AVANT DE DÉPLOYER UNE IA',
  groups: {
    platform: 'OÙ ELLE TOURNE',
    model: 'CE QUI TOURNE',
    use: 'À QUOI ELLE SERT',
    life: 'AU LONG DE SA VIE',
    people: "QUI DÉCIDE, QUI L'UTILISE",
  },
  states: {
    answered: 'réponse donnée',
    partly: 'réponse de certains usages',
    looked: 'ouverte : cherché, non publié',
    open: 'ouverte',
  },
  answered: (by) => `réponse : ${by}`,
  why: (text) => `pourquoi : ${text}`,
  summary: (answered, all, scenario) => `${scenario} : ${answered} réponses sur ${all}`,
  weighs: (grade) =>
    `les questions ouvertes pèsent sur la qualité des données du verdict : note ${grade} (ai-footprint catalog quality open_questions)`,
  openOnes: 'ENCORE OUVERTES',
  answerWith: (fields) => `répondre par ${fields}`,
  or: ' ou ',
  nothing: (words) => `aucune question ne contient « ${words} »`,
  sources: (names) => `dans les mots de : ${names}`,
});
