import type { Language, WordingFinding } from '../reminder-content.ts';

const SENTENCES: Record<string, { fr: string; en: string }> = {
  consumer_forty_euros: {
    fr: 'l’indemnité de 40 € (C. com. D441-5) ne peut pas être demandée à un particulier',
    en: 'the compensation of €40 (C. com. D441-5) may not be claimed from a consumer',
  },
  consumer_fixed_compensation: {
    fr: 'aucune indemnité forfaitaire ne peut être demandée à un particulier',
    en: 'no fixed compensation may be claimed from a consumer',
  },
  consumer_commercial_code: {
    fr: 'cet article du code de commerce ne s’applique pas à un particulier',
    en: 'this article of the commercial code does not apply to a consumer',
  },
  consumer_penalty: {
    fr: 'aucune pénalité de retard ne peut être annoncée à un particulier',
    en: 'no late penalty may be announced to a consumer',
  },
  consumer_interest: {
    fr: 'un particulier ne doit que les intérêts au taux légal, et seulement à partir de la mise en demeure (C. civ. 1231-6)',
    en: 'a consumer owes interest at the legal rate alone, and only from the formal notice on (C. civ. 1231-6)',
  },
  consumer_interest_too_early: {
    fr: 'un particulier ne doit d’intérêts qu’à partir de la mise en demeure, de niveau 3 (C. civ. 1231-6)',
    en: 'a consumer owes interest only from the formal notice on, of level 3 (C. civ. 1231-6)',
  },
  consumer_costs: {
    fr: 'les frais de recouvrement restent à la charge du créancier (CPCE L111-8)\u00a0; rien de tel ne peut être écrit à un particulier',
    en: 'collection costs stay with the creditor (CPCE L111-8); a consumer may not be told otherwise',
  },
  unknown_tag: {
    fr: 'cette balise n’existe pas',
    en: 'there is no such tag',
  },
  formal_notice_too_early: {
    fr: 'seule la relance de niveau 3 est une mise en demeure',
    en: 'only the reminder of level 3 is a formal notice',
  },
};

/** A finding as a sentence for the person who has to correct the text. */
export function explainFinding({ rule, found }: WordingFinding, language: Language): string {
  const reason = SENTENCES[rule]?.[language] ?? rule;
  return language === 'fr' ? `«\u00a0${found}\u00a0»\u00a0: ${reason}.` : `“${found}”: ${reason}.`;
}
