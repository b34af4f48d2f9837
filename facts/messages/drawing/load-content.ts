import { CANNOT_BE_MADE } from '../../../domain/case/attention-codes.ts';
import { daysBetween } from '../../../domain/calendar/local-date.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { paymentDeadlineOn } from '../../../domain/ladder/payment-deadline.ts';
import { FORMAL_NOTICE_LEVEL, type LetterKind } from '../../../domain/ladder/step.ts';
import { sharedLink } from '../../../domain/messages/shared-link.ts';
import type { CompanyContent, Language, LetterItem, ReminderContent } from '../../../domain/reminder-content.ts';
import { heldNote } from '../../../domain/wording/held-note.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { type HoldKind, Prisma, type Settings } from '../../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { rowInCode } from '../../../prisma/row-in-code.ts';
import { businessCalendar, settingsOf } from '../../business-calendar.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../../case-facts.ts';
import { namedContact } from '../addressing/named-contact.ts';
import { CONTACTS, CUSTOMER_HOLDS, CUSTOMER_JSON, INVOICE_HOLDS } from '../../rows-as-json.ts';

export interface ContentRequest {
  customerId: string;
  /** The message's own invoices, in any order. */
  invoiceIds: readonly string[];
  /** Other invoices shown for information. */
  informationIds?: readonly string[];
  currency: string;
  level: number;
  /** The levels of invoices whose own step is of a lower level than the message. */
  levels?: ReadonlyMap<string, number>;
  /** True for a specific action, which is no step of the ladder whatever its level. */
  isBesideLadder?: boolean;
  letterKind: LetterKind | null;
  test: boolean;
  /** True for a mail to a colleague, about the customer. */
  isInternal?: boolean;
  /** The person who sends. Without one the customer's collector is named as the sender, or else the company. */
  sender?: ReminderContent['sender'] | null;
  at: Date;
}

/** What `loadAccount` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const ACCOUNT = {
  contacts: { orderBy: { position: 'asc' } },
  collector: true,
  creditor: { include: { settings: true } },
  holds: CUSTOMER_HOLDS_IN_FORCE,
  payments: { where: { reversedAt: null, unallocatedCents: { gt: 0 } } },
  invoices: {
    where: { closedAs: null, NOT: { balanceCents: 0 } },
    include: {
      holds: HOLDS_IN_FORCE,
      scenarioVersion: {
        select: {
          steps: { select: { level: true, anchor: true, delayDays: true }, orderBy: { position: 'asc' } },
        },
      },
    },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  },
} as const;

/** The steps of the scenario version that an invoice `i` follows, as JSON. */
const LADDER = Prisma.sql`
  (SELECT jsonb_build_object('steps', ARRAY(
    SELECT jsonb_build_object('level', t.level, 'anchor', t.anchor, 'delayDays', t."delayDays")
    FROM scenario_steps t WHERE t."versionId" = v.id ORDER BY t.position))
  FROM scenario_versions v WHERE v.id = i."scenarioVersionId")`;

export type LoadedAccount = Prisma.Result<Transaction['customer'], { include: typeof ACCOUNT }, 'findUniqueOrThrow'>;

/**
 * The customer with everything that a message to them may say, in one statement. Raw SQL, since every message reads it
 * and Prisma takes longer over the answer than Postgres; it names the creditor itself.
 */
export async function loadAccount(
  db: Database | Transaction,
  { creditorId, customerId }: { creditorId: string; customerId: string },
): Promise<LoadedAccount> {
  const [row] = await db.$queryRaw<{ account: unknown; logoPng: Uint8Array<ArrayBuffer> | null }[]>`
    SELECT ${CUSTOMER_JSON} || jsonb_build_object('holds', ${CUSTOMER_HOLDS}, 'contacts', ${CONTACTS},
      'collector', (SELECT to_jsonb(u) FROM users u WHERE u.id = c."collectorId"),
      'payments', ARRAY(SELECT to_jsonb(p) FROM payments p
        WHERE p."customerId" = c.id AND p."reversedAt" IS NULL AND p."unallocatedCents" > 0),
      'invoices', ARRAY(SELECT to_jsonb(i) || jsonb_build_object('holds', ${INVOICE_HOLDS}, 'scenarioVersion', ${LADDER}) FROM invoices i
        WHERE i."customerId" = c.id AND i."closedAs" IS NULL AND i."balanceCents" <> 0
        ORDER BY i."dueOn", i.number)) AS account,
      (SELECT s."logoPng" FROM settings s WHERE s."creditorId" = c."creditorId") AS "logoPng"
    FROM customers c WHERE c."creditorId" = ${creditorId}::uuid AND c.id = ${customerId}::uuid`;
  if (!row) throw new Error(`customer ${customerId} does not exist`);
  const account = rowInCode<LoadedAccount>(row.account);
  const { settings } = account.creditor;
  return settings === null
    ? account
    : { ...account, creditor: { ...account.creditor, settings: { ...settings, logoPng: row.logoPng } } };
}

/** Everything the message says, as plain data from which mails, letters and tag values are made. */
export function reminderContent(account: LoadedAccount, request: ContentRequest): ReminderContent {
  const settings = settingsOf(account.creditor);
  const todayOn = localDate(request.at.toISOString(), settings.timeZone);
  const ofCurrency = openItems(account, request);
  const items = ofCurrency.map((item) => letterItem(item, account.language as Language, todayOn));
  const pick = (ids: readonly string[]) => items.filter((_, index) => ids.includes(ofCurrency[index]!.invoice.id));
  const own = pick(request.invoiceIds);
  const contact = namedContact(account.contacts);
  return {
    language: account.language as Language,
    debtorKind: account.kind,
    level: Math.min(Math.max(request.level, 0), FORMAL_NOTICE_LEVEL) as 0 | 1 | 2 | 3,
    letterKind: request.letterKind,
    test: request.test,
    today: todayOn,
    company: companyContent(settings),
    customer: {
      name: account.name,
      reference: account.reference,
      addressLines: account.addressLines,
      postalCode: account.postalCode,
      city: account.city,
      country: account.country,
      contactName: contact?.name ?? null,
    },
    items: own,
    accountItems: items,
    informationItems: pick(request.informationIds ?? []),
    unallocatedCents: unallocatedOf(account, request.currency),
    currency: request.currency,
    sender: request.sender ?? account.collector ?? companyAsSender(settings),
    paymentDeadlineOn: deadlineOf(
      ofCurrency.map(({ invoice }) => invoice).filter(({ id }) => request.invoiceIds.includes(id)),
      settings,
      request,
      todayOn,
    ),
    paymentUrl: sharedLink(own, 'paymentUrl'),
    documentsUrl: sharedLink(own, 'invoiceUrl'),
  };
}

type Invoice = LoadedAccount['invoices'][number];
/** An open item of the account, and the holds that a message mentions. */
type OpenItem = { invoice: Invoice; holds: Invoice['holds'] };

/** The open items in the currency that a message may name, in order. */
export function openItems(
  account: LoadedAccount,
  request: Pick<ContentRequest, 'invoiceIds' | 'currency' | 'isInternal'>,
): OpenItem[] {
  const isOwn = ({ id }: Invoice) => request.invoiceIds.includes(id);
  const named = account.invoices.filter(
    (one) => one.currency === request.currency && (one.attentionCode !== CANNOT_BE_MADE || isOwn(one)),
  );
  return named.map((invoice) => {
    const passed = isOwn(invoice) ? letPass(request) : [];
    const holds = [...invoice.holds, ...account.holds].filter(({ kind }) => !passed.includes(kind));
    return { invoice, holds };
  });
}

/** Money in this currency that is not allocated yet, in cents. */
export const unallocatedOf = (account: LoadedAccount, currency: string): number =>
  account.payments
    .filter((payment) => payment.currency === currency)
    .reduce((sum, payment) => sum + payment.unallocatedCents, 0);

/**
 * The holds that do not stop this message and that it does not mention about its own invoices: a specific action, and a
 * pause that a person overrode. A mail to a colleague does mention pauses.
 */
const letPass = ({ isInternal = false }: Pick<ContentRequest, 'isInternal'>): readonly HoldKind[] =>
  isInternal ? ['specific_action'] : ['specific_action', 'pause', 'customer_pause'];

function deadlineOf(
  invoices: LoadedAccount['invoices'],
  settings: NonNullable<LoadedAccount['creditor']['settings']>,
  { level, levels, isBesideLadder = false }: ContentRequest,
  todayOn: string,
): string {
  const { minimumSpacingDays, noticeDeadlineDays } = settings;
  const zone = businessCalendar(settings).holidayZone;
  const written = invoices.map((invoice) => ({
    level: levels?.get(invoice.id) ?? level,
    isBesideLadder,
    invoice: {
      level: invoice.level,
      nextTurnOn: invoice.nextTurnOn && fromDateColumn(invoice.nextTurnOn),
      issuedOn: fromDateColumn(invoice.issuedOn),
      dueOn: invoice.dueOn && fromDateColumn(invoice.dueOn),
    },
    steps: invoice.scenarioVersion?.steps ?? [],
  }));
  return paymentDeadlineOn(written, { todayOn, delayDays: noticeDeadlineDays, minimumSpacingDays, zone });
}

/** The creditor whose claims the company collects, and since when it may; null when it collects its own. */
export const actsFor = ({ actsForCreditor, mandateOn }: { actsForCreditor: string | null; mandateOn: Date | null }) =>
  actsForCreditor !== null && mandateOn !== null
    ? { creditor: actsForCreditor, mandateOn: fromDateColumn(mandateOn) }
    : null;

/** The company as the sender, when no person sends. */
export const companyAsSender = ({
  companyName: name,
  companyEmail: email,
  companyPhone: phone,
}: Pick<Settings, 'companyName' | 'companyEmail' | 'companyPhone'>): ReminderContent['sender'] => ({
  name,
  email,
  phone,
});

/** The company as letterhead, footer and bank details show it. */
export function companyContent(settings: NonNullable<LoadedAccount['creditor']['settings']>): CompanyContent {
  return {
    name: settings.companyName,
    addressLines: settings.addressLines,
    postalCode: settings.postalCode,
    city: settings.city,
    country: settings.country,
    email: settings.companyEmail,
    phone: settings.companyPhone,
    siret: settings.companySiret,
    legal: {
      form: settings.legalForm,
      capitalCents: settings.shareCapitalCents,
      rcsCity: settings.rcsCity,
      vatNumber: settings.vatNumber,
    },
    iban: settings.iban,
    bic: settings.bic,
    logoPng: settings.logoPng,
    showLogoInLetters: settings.showLogoInLetters,
    latePenaltyRateText: settings.latePenaltyRateText,
    actsFor: actsFor(settings),
  };
}

function letterItem({ invoice, ...standing }: OpenItem, language: Language, todayOn: string): LetterItem {
  const dueOn = invoice.dueOn && fromDateColumn(invoice.dueOn);
  const holds = standing.holds.map(({ kind, untilOn, amountCents }) => ({
    ...{ kind, amountCents },
    untilOn: untilOn && fromDateColumn(untilOn),
  }));
  return {
    number: invoice.number,
    kind: invoice.kind,
    issuedOn: fromDateColumn(invoice.issuedOn),
    dueOn,
    totalCents: invoice.totalCents,
    balanceCents: invoice.balanceCents,
    daysLate: dueOn ? daysBetween(dueOn, todayOn) : 0,
    level: invoice.level,
    held: heldNote(holds, language, invoice),
    currency: invoice.currency,
    invoiceUrl: invoice.invoiceUrl,
    paymentUrl: invoice.paymentUrl,
  };
}
