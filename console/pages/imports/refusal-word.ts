import type { Language } from '../../words/language.ts';

const WORDS: Record<Language, Record<string, string>> = {
  fr: {
    invalid: 'valeur manquante ou incorrecte',
    unreadable: 'ligne illisible',
    unknown_customer: 'client inconnu',
    unknown_invoice: 'facture inconnue',
    already_exists: 'existe déjà, avec un autre contenu',
    conflict: 'existe déjà, avec un autre contenu',
    currency_mismatch: 'autre devise que la facture',
    unknown_scenario: 'scénario inconnu',
    unknown_collector: 'chargé inconnu',
    unknown_third_party: 'prescripteur ou notaire inconnu',
  },
  en: {
    invalid: 'a value is missing or wrong',
    unreadable: 'unreadable row',
    unknown_customer: 'unknown customer',
    unknown_invoice: 'unknown invoice',
    already_exists: 'there already, with other content',
    conflict: 'there already, with other content',
    currency_mismatch: 'another currency than the invoice',
    unknown_scenario: 'unknown scenario',
    unknown_collector: 'unknown collector',
    unknown_third_party: 'unknown referrer or notary',
  },
};

/** Why a row was refused, in a few words. */
export const refusalWord = (code: string, language: Language): string =>
  WORDS[language][code] ?? (language === 'fr' ? 'refusée' : 'refused');
