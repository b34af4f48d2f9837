import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { lockAllCustomers, lockSettings } from '../../prisma/lock.ts';
import { BY_PROVIDER } from './channel-choice.ts';
import type { SettingsChange } from '../inputs/settings.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { moveHoldEnds } from '../holds/move-hold-ends.ts';
import { isUnchanged } from '../is-unchanged.ts';
import { raiseVersion } from '../raise-version.ts';

/** Settings that change when a promise or a pause ends. */
const HOLD_FIELDS = ['time_zone', 'holiday_zone', 'promise_grace_days'] as const;

/** Settings that change the day or the mode of a step. */
const PLAN_FIELDS = [
  ...HOLD_FIELDS,
  'send_hour',
  'minimum_spacing_days',
  'confirm_after_release',
  'max_messages_per_customer',
] as const;

/** Channels that need a provider, by the setting that switches it on: it changes the mode of planned steps. */
const SWITCHED = { print_enabled: 'letter', sms_enabled: 'sms' } as const;
const CHANNEL_FIELDS = ['print_enabled', 'sms_enabled'] as const;

/** Changing a million open invoices takes longer than a transaction's usual limit. */
const TRANSACTION = { timeout: 180_000 };
/** Rows in one statement: a statement that takes half a minute is taken for a broken connection. */
const TOGETHER = 20_000;

/**
 * Changes a creditor's settings. When plans depend on the change, the version of every open invoice is raised in the
 * same transaction, so that the reconciliation makes their workflows plan again. A provider's switch raises only
 * invoices whose planned step uses that provider, and takes back nothing that is on its way. Promises and pauses in
 * force get new end days. A change that leaves every value as it is writes nothing. `check` receives the version before
 * the change and may throw.
 */
export async function changeSettings(
  db: Database,
  creditorId: string,
  change: SettingsChange,
  check: (version: number) => void,
) {
  return await db.$transaction(async (tx) => {
    await lockSettings(tx, creditorId);
    const before = await readSettings(tx, creditorId);
    check(before.version);
    if (isUnchanged(before, columnsOf(change))) return { settings: before, plansFollow: false };
    const isOther = (field: keyof SettingsChange) => !isUnchanged(before, columnsOf({ [field]: change[field] }));
    const switched = CHANNEL_FIELDS.filter(isOther).map((field) => BY_PROVIDER[SWITCHED[field]]);
    const movesAll = PLAN_FIELDS.some(isOther);
    const moves = movesAll || switched.length > 0;
    if (moves) {
      await lockAllCustomers(tx, creditorId);
      await raiseVersions(tx, creditorId, movesAll ? {} : { openStep: { messageId: null, OR: switched } });
    }
    const settings = await tx.settings.update({
      where: { creditorId },
      data: { ...columnsOf(change), version: { increment: 1 } },
    });
    if (HOLD_FIELDS.some(isOther)) await moveHoldEnds(tx, settings);
    return { settings, plansFollow: moves };
  }, TRANSACTION);
}

async function raiseVersions(tx: Transaction, creditorId: string, which: Prisma.InvoiceWhereInput): Promise<void> {
  const open = { ...which, creditorId, kind: 'invoice', closedAs: null } as const;
  for (let after: string | undefined; ;) {
    const page = await tx.invoice.findMany({
      where: { ...open, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: TOGETHER,
    });
    const ids = page.map(({ id }) => id);
    await raiseVersion(tx, ids);
    if (ids.length < TOGETHER) return;
    after = ids.at(-1)!;
  }
}

/** The settings of a creditor; every creditor has some. */
export async function readSettings(db: Database | Transaction, creditorId: string) {
  return await db.settings.findUniqueOrThrow({ where: { creditorId } });
}

export type StoredSettings = Awaited<ReturnType<typeof readSettings>>;

function columnsOf(change: SettingsChange): Prisma.SettingsUpdateInput {
  const { company, address, max_messages_per_customer: cap } = change;
  return defined({
    companyName: company?.name,
    companyEmail: company?.email,
    companyPhone: company?.phone,
    companySiret: company?.siret,
    legalForm: company?.legal_form,
    shareCapitalCents: company?.share_capital_cents,
    rcsCity: company?.rcs_city,
    vatNumber: company?.vat_number,
    addressLines: address?.lines,
    postalCode: address?.postal_code,
    city: address?.city,
    country: address?.country,
    showLogoInLetters: change.show_logo_in_letters,
    iban: change.iban,
    bic: change.bic,
    actsForCreditor: change.acts_for === null ? null : change.acts_for?.creditor,
    mandateOn: change.acts_for === null ? null : change.acts_for && toDateColumn(change.acts_for.mandate_on),
    latePenaltyRateText: change.late_penalty_rate_text,
    latePenaltyBasisPoints: change.late_penalty_basis_points,
    paymentImputation: change.payment_imputation,
    interestRates: change.interest_rates?.map(({ basis_points, ...rate }) => ({ ...rate, basisPoints: basis_points })),
    currency: change.currency,
    timeZone: change.time_zone,
    holidayZone: change.holiday_zone,
    sendHour: change.send_hour,
    toleranceCents: change.tolerance_cents,
    promiseGraceDays: change.promise_grace_days,
    minimumSpacingDays: change.minimum_spacing_days,
    noticeDeadlineDays: change.notice_deadline_days,
    confirmAfterRelease: change.confirm_after_release,
    printEnabled: change.print_enabled,
    smsEnabled: change.sms_enabled,
    retentionYears: change.retention_years,
    internalDomains: change.internal_email_domains,
    statementColumns: change.statement_columns,
    maxMessagesCount: cap === null ? null : cap?.count,
    maxMessagesDays: cap === null ? null : cap?.days,
  });
}

function defined<Fields extends Record<string, unknown>>(fields: Fields) {
  type Kept = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Kept;
}
