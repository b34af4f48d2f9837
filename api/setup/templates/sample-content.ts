import { addDays } from '../../../domain/calendar/local-date.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { FORMAL_NOTICE_LEVEL, isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import type { DebtorKind, Language, LetterItem, ReminderContent } from '../../../domain/reminder-content.ts';
import type { StoredSettings } from '../../../facts/creditors/change-settings.ts';
import { companyContent } from '../../../facts/messages/drawing/load-content.ts';

const NAMES: Record<DebtorKind, string> = {
  consumer: 'Mme Hélène Exemple',
  professional: 'Menuiserie Exemple SARL',
  public: 'Mairie d’Exempleville',
};

/** A reminder about an invented invoice of the creditor's company, for trying a text without a real invoice. */
export function sampleContent(
  settings: StoredSettings,
  text: { language: Language; debtorKind: DebtorKind; level: number },
  at: Date,
): ReminderContent {
  const today = localDate(at.toISOString(), settings.timeZone);
  const items = [sampleItem(today, text.level, settings.currency)];
  return {
    language: text.language,
    debtorKind: text.debtorKind,
    level: Math.min(text.level, FORMAL_NOTICE_LEVEL) as 0 | 1 | 2 | 3,
    letterKind: isFormalNoticeLevel(text.level) ? 'registered' : 'simple',
    test: settings.liveAt === null,
    today,
    company: companyContent(settings),
    customer: {
      name: NAMES[text.debtorKind],
      reference: 'C-0001',
      addressLines: ['2 rue de l’Exemple'],
      postalCode: '33000',
      city: 'Bordeaux',
      country: 'FR',
      contactName: null,
    },
    items,
    accountItems: items,
    informationItems: [],
    currency: settings.currency,
    sender: { name: settings.companyName, email: settings.companyEmail, phone: settings.companyPhone },
    paymentDeadlineOn: addDays(today, settings.noticeDeadlineDays),
    paymentUrl: 'https://example.org/paiement',
    documentsUrl: 'https://example.org/facture',
  };
}

function sampleItem(today: string, level: number, currency: string): LetterItem {
  const daysLate = 15 * Math.max(level, 1);
  return {
    number: 'F-2026-0001',
    kind: 'invoice',
    issuedOn: addDays(today, -daysLate),
    dueOn: addDays(today, -daysLate),
    totalCents: 48_500,
    balanceCents: 48_500,
    daysLate,
    level: Math.max(level - 1, 0),
    held: null,
    currency,
  };
}
