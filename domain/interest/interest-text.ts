import type { LocalDate } from '../calendar/local-date.ts';
import { formatAmount } from '../format/amount.ts';
import { formatLongDate } from '../format/date.ts';
import type { Language } from '../reminder-content.ts';
import type { MissingRate, RateRule } from './interest-rate.ts';
import { type Debt, type LateInterest, wasForbidden } from './late-interest.ts';
import type { RateKind } from './rates.ts';
import type { Imputation } from './reckon.ts';
import { semesterName } from './semester.ts';

/** How many missing rates a sentence names. */
const MOST_NAMED = 4;

const KINDS: Record<Language, Record<RateKind, string>> = {
  fr: { ecb: 'taux de refinancement de la BCE', legal: 'taux de l’intérêt légal (autres cas)' },
  en: { ecb: 'ECB refinancing rate', legal: 'legal interest rate (“autres cas”)' },
};

const RULES: Record<Language, Record<RateRule, string>> = {
  fr: {
    ecb_plus_10: 'taux BCE + 10 points (C. com. L441-10)',
    contractual: 'taux contractuel',
    contractual_floor: 'trois fois le taux légal, minimum du taux contractuel (C. com. L441-10)',
    ecb_plus_8: 'taux BCE + 8 points (CCP R2192-31)',
    legal: 'taux légal, à compter de la mise en demeure (C. civ. 1231-6)',
  },
  en: {
    ecb_plus_10: 'ECB rate + 10 points (C. com. L441-10)',
    contractual: 'contractual rate',
    contractual_floor: 'three times the legal rate, the least a contractual rate may be (C. com. L441-10)',
    ecb_plus_8: 'ECB rate + 8 points (CCP R2192-31)',
    legal: 'legal rate, from the formal notice on (C. civ. 1231-6)',
  },
};

const NONE: Record<Language, Record<Extract<LateInterest, { state: 'none' }>['why'], string>> = {
  fr: {
    not_late: 'Aucune pénalité\u00a0: rien n’est, ni n’a été, en retard.',
    no_formal_notice:
      'Aucun intérêt\u00a0: un particulier n’en doit qu’à compter d’une mise en demeure par lettre, et aucune n’est consignée à ce jour.',
    notice_of_today:
      'Aucun intérêt encore\u00a0: un particulier n’en doit qu’à compter du lendemain de la mise en demeure, qui est de ce jour.',
    given_up: 'Aucune pénalité\u00a0: la créance a été annulée ou passée en perte.',
    insolvent: 'Aucun intérêt\u00a0: le jugement d’ouverture arrête le cours des intérêts (C. com. L622-28).',
  },
  en: {
    not_late: 'No late interest: nothing is or was late.',
    no_formal_notice:
      'No interest: a consumer owes some only from a formal notice by letter on, and none is recorded by that day.',
    notice_of_today:
      'No interest yet: a consumer owes some only from the day after the formal notice, which is of this day.',
    given_up: 'No late interest: the claim was cancelled or written off.',
    insolvent: 'No late interest: insolvency proceedings stop it from their opening on (C. com. L622-28).',
  },
};

const IMPUTATIONS: Record<Language, Record<Imputation, string>> = {
  fr: {
    principal_first: 'Les règlements partiels sont imputés d’abord sur le principal.',
    interest_first: 'Les règlements partiels sont imputés d’abord sur les intérêts (C. civ. 1343-1).',
  },
  en: {
    principal_first: 'Payments in part pay the principal first.',
    interest_first: 'Payments in part pay the interest first (C. civ. 1343-1).',
  },
};

/** What a payment in part pays first. */
export const imputationText = (imputation: Imputation, language: Language): string => IMPUTATIONS[language][imputation];

/** The rule that gives a rate, in words. */
export const ruleText = (rule: RateRule, language: Language): string => RULES[language][rule];

/** A rate of 12,15 % or 12.15%, in hundredths of a percent. */
export function rateText(basisPoints: number, language: Language): string {
  const percent = `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`;
  return language === 'fr' ? `${percent.replace('.', ',')}\u00a0%` : `${percent}%`;
}

/** Names the missing published rates: `taux de refinancement de la BCE, 2e semestre 2026`. */
export function missingText(missing: readonly MissingRate[], language: Language): string {
  const named = missing.slice(0, MOST_NAMED).map(({ kind, semester }) => {
    return `${KINDS[language][kind]}, ${semesterName(semester, language)}`;
  });
  const more = missing.length - named.length;
  const parting = language === 'fr' ? '\u00a0; ' : '; ';
  if (more > 0) named.push(language === 'fr' ? `et ${more} de plus` : `and ${more} more`);
  return named.join(parting);
}

/** What may be claimed, or why nothing may, in a sentence for the people who work on the case: never for the debtor. */
export function interestText(debt: Debt, result: LateInterest, on: LocalDate, language: Language): string {
  const money = (cents: number) => formatAmount(cents, debt.currency, language);
  const day = formatLongDate(on, language);
  if (result.state === 'none') {
    const why = NONE[language][result.why];
    return result.why === 'insolvent' ? why + lumpSumSentence(debt, result.lumpSumCents, money, language) : why;
  }
  if (result.state === 'rate_missing') {
    const missing = missingText(result.missing, language);
    const isOne = result.missing.length === 1;
    // The lump sum needs no rate (C. com. D441-5).
    const extra = lumpSumSentence(debt, result.lumpSumCents, money, language);
    if (language === 'fr') {
      const [lacks, add] = isOne ? ['un taux manque', 'Il s’ajoute'] : ['des taux manquent', 'Ils s’ajoutent'];
      return `Intérêts non calculés, ${lacks}\u00a0: ${missing}. ${add} dans les réglages.${extra}`;
    }
    const [lacks, them] = isOne ? ['a rate is missing', 'it'] : ['rates are missing', 'them'];
    return `Interest is not computed, ${lacks}: ${missing}. Add ${them} to the settings.${extra}`;
  }
  const { interestCents, interestPaidCents, lumpSumCents } = result;
  const extra = lumpSumSentence(debt, lumpSumCents, money, language);
  const paid = interestPaidCents > 0 ? money(interestPaidCents) : null;
  if (language === 'fr') {
    const first = paid ? ` Les règlements reçus en ont déjà payé ${paid} (C. civ. 1343-1).` : '';
    return `Intérêts de retard au ${day}\u00a0: ${money(interestCents)}.${first}${extra}`;
  }
  const first = paid ? ` The payments received have paid ${paid} of it already (C. civ. 1343-1).` : '';
  return `Late interest on ${day}: ${money(interestCents)}.${first}${extra}`;
}

function lumpSumSentence(debt: Debt, cents: number, money: (cents: number) => string, language: Language): string {
  if (debt.debtor === 'consumer') return '';
  const isFrench = language === 'fr';
  if (wasForbidden(debt)) {
    if (isFrench)
      return ' Pas d’indemnité forfaitaire\u00a0: une procédure collective interdisait le paiement à l’échéance.';
    return ' No lump sum: insolvency proceedings forbade the payment on the due date.';
  }
  if (cents === 0) {
    if (isFrench) return ' L’indemnité forfaitaire est de 40 €, et ne s’ajoute pas à une autre monnaie.';
    return ' The lump sum is forty euros, and is added to no other currency.';
  }
  const article = debt.debtor === 'public' ? 'CCP D2192-35' : 'C. com. D441-5';
  if (isFrench) return ` Indemnité forfaitaire de recouvrement\u00a0: ${money(cents)} (${article}).`;
  return ` Lump sum for recovery costs: ${money(cents)} (${article}).`;
}
