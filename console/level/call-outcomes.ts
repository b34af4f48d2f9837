import type { Language } from '../words/language.ts';

export const CALL_OUTCOMES = ['reached', 'voicemail', 'no_answer', 'wrong_number', 'other'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

const WORDS: Record<Language, Record<CallOutcome, string>> = {
  fr: {
    reached: 'Joint',
    voicemail: 'Messagerie',
    no_answer: 'Pas de réponse',
    wrong_number: 'Mauvais numéro',
    other: 'Autre',
  },
  en: {
    reached: 'Reached',
    voicemail: 'Voicemail',
    no_answer: 'No answer',
    wrong_number: 'Wrong number',
    other: 'Other',
  },
};

/** The outcome of a call, in one word. */
export const outcomeWord = (outcome: CallOutcome, language: Language): string => WORDS[language][outcome];
