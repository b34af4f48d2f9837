import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate, longDateInEnglish } from '../format/date.ts';
import type { DebtorKind, Language } from '../reminder-content.ts';
import { type Alarm, isOver, type Limitation, type LimitationPeriod } from './limitation.ts';

const DEBTORS: Record<Language, Record<DebtorKind, string>> = {
  fr: {
    consumer: '2 ans, consommateur',
    professional: '5 ans, professionnel',
    public: '4 ans à compter du 1er janvier suivant, personne publique, loi du 31 décembre 1968',
  },
  en: {
    consumer: '2 years, consumer',
    professional: '5 years, professional',
    public: '4 years from the next 1 January, public body, law of 31 December 1968',
  },
};

/**
 * When the claim is time-barred and how that is counted, in one sentence; once it is over, also that only the debtor
 * may invoke it.
 */
export function limitationText(of: Limitation, todayOn: LocalDate, language: Language): string {
  const kind = DEBTORS[language][of.debtor];
  const from = startText(of.earliest, language);
  const later = `${of.later ? laterText(of.later, todayOn, language) : ''}${of.ifOral ? doubtText(of, of.ifOral, todayOn, language) : ''}`;
  if (isOver(of, todayOn)) {
    const since = firstDayOver(of.earliest, language);
    return language === 'fr'
      ? `Créance prescrite depuis le ${since} (${kind}), à compter ${from}${later}. Au débiteur seul de l’invoquer\u00a0: rien n’est arrêté pour autant.`
      : `Time-barred since ${since} (${kind}), counted from ${from}${later}. Only the debtor may invoke it: nothing is stopped by it.`;
  }
  const day = formatLongDate(of.earliest.endsOn, language);
  if (language === 'fr') {
    const atLeast = of.later ? ' au plus tôt' : '';
    return `Prescription\u00a0: le ${day}${atLeast} (${kind}), à compter ${from}${later}.`;
  }
  return `Time-barred after ${day}${of.later ? ' at the earliest' : ''} (${kind}), counted from ${from}${later}.`;
}

/** Title of the task, in French as it is stored; `alarmInEnglish` says it in English. Only for a public body is a written request enough. */
export function alarmTitle(of: Limitation, { endsOn, ifOral }: Alarm, todayOn: LocalDate): string {
  const how = ifOral ? ` ${withoutText(of, 'fr')}` : of.later ? ' au plus tôt' : '';
  const when =
    todayOn > endsOn
      ? `Créance prescrite depuis le ${formatLongDate(addDays(endsOn, 1), 'fr')}${how}`
      : `Prescription le ${formatLongDate(endsOn, 'fr')}${how}`;
  return `${when}\u00a0: ${of.debtor === 'public' ? TO_DO.fr.public : TO_DO.fr.others}`;
}

/** A title of `alarmTitle`, said in English; null for any other text. */
export function alarmInEnglish(title: string): string | null {
  const [, over, day = '', how = '', what] =
    /^(?:(Créance prescrite depuis)|Prescription) le (\d\S*\s\S+\s\d{4})(?: (.+?))?\s: (.+)$/.exec(title) ?? [];
  if (what === undefined) return null;
  const on = longDateInEnglish(day);
  const doubt = (['both', 'payment', 'promise'] as const).find((one) => WITHOUT.fr[one] === how);
  const said = doubt ? ` ${WITHOUT.en[doubt]}` : how ? ' at the earliest' : '';
  const when = over ? `Claim time-barred since ${on}${said}` : `Claim time-barred after ${on}${said}`;
  return `${when}: ${what === TO_DO.fr.public ? TO_DO.en.public : TO_DO.en.others}`;
}

const TO_DO = {
  fr: {
    public: 'réclamer le paiement par écrit ou agir en justice',
    others: 'agir en justice ou obtenir une reconnaissance écrite (une mise en demeure ne suffit pas)',
  },
  en: {
    public: 'claim payment in writing or go to court',
    others: 'go to court or obtain an acknowledgement in writing (a formal notice is not enough)',
  },
};

const firstDayOver = ({ endsOn }: LimitationPeriod, language: Language) => formatLongDate(addDays(endsOn, 1), language);

function laterText(later: LimitationPeriod, todayOn: LocalDate, language: Language): string {
  const from = startText(later, language);
  const end = endText(later, todayOn, language);
  return language === 'fr' ? `\u00a0; ${end} à compter ${from}` : `; ${end} counted from ${from}`;
}

function doubtText(of: Limitation, ifOral: LimitationPeriod, todayOn: LocalDate, language: Language): string {
  const end = endText(ifOral, todayOn, language);
  return language === 'fr' ? `\u00a0; ${end} ${withoutText(of, 'fr')}` : `; ${end} ${withoutText(of, 'en')}`;
}

const WITHOUT = {
  fr: {
    promise: 'sans promesse écrite',
    payment: 'si le paiement affecté après coup, ou d’un tiers, ne vaut pas reconnaissance',
    both: 'sans promesse écrite, et si le paiement affecté après coup, ou d’un tiers, ne vaut pas reconnaissance',
  },
  en: {
    promise: 'unless the promise is in writing',
    payment: 'unless the payment that was allocated afterwards, or is a third party’s, acknowledges the debt',
    both: 'unless the promise is in writing, or the payment that was allocated afterwards, or is a third party’s, acknowledges the debt',
  },
};

/** The doubt on which the earlier end rests. */
function withoutText({ inDoubt }: Limitation, language: Language): string {
  const [one, other] = inDoubt;
  return WITHOUT[language][other ? 'both' : (one ?? 'promise')];
}

function endText(period: LimitationPeriod, todayOn: LocalDate, language: Language): string {
  const isPast = todayOn > period.endsOn;
  const day = isPast ? firstDayOver(period, language) : formatLongDate(period.endsOn, language);
  if (language === 'fr') return `${isPast ? 'depuis le' : 'le'} ${day}`;
  return `${isPast ? 'since' : 'after'} ${day}`;
}

function startText({ countedFrom, startsOn, restartedBy }: LimitationPeriod, language: Language): string {
  const day = formatLongDate(startsOn, language);
  if (language === 'fr') {
    if (restartedBy?.kind === 'payment') return `du paiement du ${day}`;
    if (restartedBy) return `de la promesse ${restartedBy.isWritten ? 'écrite ' : ''}du ${day}`;
    return countedFrom === 'issued_on' ? `de la facture du ${day}` : `de l’échéance du ${day}`;
  }
  if (restartedBy?.kind === 'payment') return `the payment of ${day}`;
  if (restartedBy) return `the ${restartedBy.isWritten ? 'written ' : ''}promise of ${day}`;
  return countedFrom === 'issued_on' ? `the invoice of ${day}` : `the due date of ${day}`;
}
