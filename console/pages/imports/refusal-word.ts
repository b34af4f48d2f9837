import type { Language } from '../../words/language.ts';

const WORDS: Record<Language, Record<string, string>> = {
  fr: {
    invalid: 'valeur manquante ou incorrecte',
    unreadable: 'ligne illisible',
    unknown_customer: 'client inconnu',
    unknown_invoice: 'facture inconnue',
    unknown_id: 'identifiant inconnu',
    unknown_name: 'nom inconnu ou ambigu',
    other_content: 'existe déjà, avec un autre contenu',
    not_allocatable: 'ne peut pas être affecté ainsi',
    other_customer: 'facture d’un autre client',
    day_in_future: 'jour encore à venir',
    due_beyond_legal_term: 'échéance au-delà du maximum légal',
    perhaps_known: 'peut-être déjà enregistré',
  },
  en: {
    invalid: 'a value is missing or wrong',
    unreadable: 'unreadable row',
    unknown_customer: 'unknown customer',
    unknown_invoice: 'unknown invoice',
    unknown_id: 'unknown id',
    unknown_name: 'an unknown or ambiguous name',
    other_content: 'there already, with other content',
    not_allocatable: 'cannot be allocated so',
    other_customer: 'another customer’s invoice',
    day_in_future: 'a day still to come',
    due_beyond_legal_term: 'due beyond what the law allows',
    perhaps_known: 'perhaps recorded already',
  },
};

/** Why a row was refused, in a few words. */
export const refusalWord = (code: string, language: Language): string =>
  WORDS[language][code] ?? (language === 'fr' ? 'refusée' : 'refused');
