import { daysBetween } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { wholeDelayOn } from '../../domain/ladder/payment-deadline.ts';
import {
  type DebtorKind,
  type Language,
  type LetterItem,
  type ReminderContent,
  STATEMENT_COLUMNS,
  type StatementColumn,
  type TemplateText,
} from '../../domain/reminder-content.ts';
import { shippedStatement } from '../../domain/shipped/statements.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { LetterKind, ThirdParty, ThirdPartyRole } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { StoredSettings } from '../creditors/change-settings.ts';
import { businessCalendar } from '../business-calendar.ts';
import { actingUser } from '../messages/drawing/acting-user.ts';
import { companyAsSender, companyContent } from '../messages/drawing/load-content.ts';
import { pickText } from '../messages/texts/pick-text.ts';
import type { MessageTexts } from '../messages/drawing/render-message.ts';
import type { Actor } from '../outcome.ts';
import { statementAddressee } from './addressee.ts';
import type { StatementFile } from './statement-files.ts';

type FileInvoice = Omit<StatementFile, 'holds' | 'customer'>;

/** The columns of a reserved statement's message that are needed to draw it. */
interface StatementMessage {
  creditorId: string;
  thirdPartyId: string | null;
  thirdPartyRole: ThirdPartyRole | null;
  kind: string;
  letterKind: LetterKind | null;
  language: string;
  currency: string;
  templateId: string | null;
  test: boolean;
  actor: unknown;
  items: readonly { invoice: FileInvoice }[];
}

/** What a statement says and to whom: one text for the mail and the letter that it carries. */
export async function readStatement(tx: Transaction, message: StatementMessage, at: Date) {
  const { party, recipients, contactHash } = await statementAddressee(tx, message);
  const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId: message.creditorId } });
  const customers = await tx.customer.findMany({
    where: { id: { in: message.items.map(({ invoice }) => invoice.customerId) } },
    select: { id: true, name: true, kind: true },
  });
  // What may not be written to a consumer may not be asked of a notary who pays for one either.
  const debtorKind: DebtorKind = customers.some(({ kind }) => kind === 'consumer') ? 'consumer' : 'professional';
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const today = localDate(at.toISOString(), settings.timeZone);
  const items = message.items.map(({ invoice }) => fileItem(invoice, names.get(invoice.customerId) ?? '', today));
  const text = await textOf(tx, message);
  const sender = await actingUser(tx, message.creditorId, message.actor as Partial<Actor>);
  const texts: MessageTexts = {
    kind: message.kind === 'email' ? 'email' : 'letter',
    email: message.kind === 'email' ? text : null,
    letter: text,
  };
  return {
    recipients,
    contactHash,
    texts,
    content: { ...statementContent(message, { party, sender }, settings, items, today), debtorKind },
  };
}

async function textOf(tx: Transaction, message: StatementMessage): Promise<TemplateText> {
  const { creditorId, templateId, thirdPartyRole, language } = message;
  const reader = { kind: 'statement', language: language as Language, debtorKind: 'professional' } as const;
  const own = templateId === null ? null : await pickText(tx, { creditorId, templateId, ...reader });
  return own ?? shippedStatement(thirdPartyRole ?? 'referrer', reader.language);
}

function statementContent(
  message: StatementMessage,
  { party, sender }: { party: ThirdParty; sender: ReminderContent['sender'] | null },
  settings: StoredSettings,
  items: LetterItem[],
  today: string,
): Omit<ReminderContent, 'debtorKind'> {
  // A third party owes no penalties for late payment.
  const company = { ...companyContent(settings), latePenaltyRateText: null };
  return {
    language: message.language as Language,
    level: 0,
    letterKind: message.letterKind,
    test: message.test,
    today,
    // A notary may pay from the price of the sale; a referrer is not asked to pay.
    company: message.thirdPartyRole === 'notary' ? company : { ...company, iban: null, bic: null },
    customer: {
      name: party.name,
      reference: '',
      addressLines: party.addressLines,
      postalCode: party.postalCode ?? '',
      city: party.city ?? '',
      country: party.country,
      contactName: null,
    },
    ...{ items, accountItems: items, informationItems: [] },
    currency: message.currency,
    sender: sender ?? companyAsSender(settings),
    paymentDeadlineOn: message.thirdPartyRole === 'notary' ? deadlineOf(settings, today) : null,
    ...{ paymentUrl: null, documentsUrl: null },
    statementColumns: disclosedColumns(settings),
  };
}

/** The last day for a notary to pay: the delay of the creditor's formal notices. */
function deadlineOf(settings: StoredSettings, todayOn: string): string {
  return wholeDelayOn(todayOn, settings.noticeDeadlineDays, businessCalendar(settings).holidayZone);
}

/** The columns of a file that the creditor's settings disclose, in the settings' order. */
export function disclosedColumns({ statementColumns }: Pick<StoredSettings, 'statementColumns'>): StatementColumn[] {
  return statementColumns.filter((one): one is StatementColumn =>
    (STATEMENT_COLUMNS as readonly string[]).includes(one),
  );
}

function fileItem(invoice: FileInvoice, customerName: string, today: string): LetterItem {
  const dueOn = invoice.dueOn && fromDateColumn(invoice.dueOn);
  const { number, kind, totalCents, balanceCents, level, currency, caseReference, mission } = invoice;
  return {
    ...{ number, kind, totalCents, balanceCents, level, currency, dueOn },
    issuedOn: fromDateColumn(invoice.issuedOn),
    daysLate: dueOn ? daysBetween(dueOn, today) : 0,
    file: { reference: caseReference, mission, customerName },
  };
}
