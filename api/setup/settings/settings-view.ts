import { z } from 'zod';
import type { Settings } from '../../../config/settings.ts';
import { ownRates } from '../../../facts/interest/late-interest-of.ts';
import { whereMailsGo } from '../../../metrics/where-mails-go.ts';
import { actsFor } from '../../../facts/messages/drawing/load-content.ts';
import type { StoredSettings } from '../../../facts/creditors/change-settings.ts';

const interestRate = z.object({
  kind: z.enum(['ecb', 'legal']),
  semester: z.string(),
  basis_points: z.int(),
  source: z.string(),
});

const company = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  siret: z.string().nullable(),
  legal_form: z.string().nullable().meta({
    description:
      'The legal form of the company. Together with its share capital, trade register town and VAT number it is printed at the foot of every letter and mail, as the law demands (C. com. R123-237, R123-238). `EI` is printed right after the name.',
  }),
  share_capital_cents: z.int().nullable().meta({ description: 'In euro cents.' }),
  rcs_city: z.string().nullable(),
  vat_number: z.string().nullable(),
});

/** A creditor's settings as the API shows them. */
export const settingsView = z
  .object({
    company,
    address: z.object({ lines: z.array(z.string()), postal_code: z.string(), city: z.string(), country: z.string() }),
    has_logo: z.boolean(),
    show_logo_in_letters: z.boolean(),
    iban: z.string().nullable(),
    bic: z.string().nullable(),
    acts_for: z.object({ creditor: z.string(), mandate_on: z.iso.date() }).nullable().meta({
      description:
        'For a company that collects another creditor’s claims: the name and address of that creditor and the day of the written mandate. Every letter and mail to a debtor then says what CPCE R124-4 demands. Null: the company collects its own claims.',
    }),
    late_penalty_rate_text: z.string().nullable(),
    late_penalty_basis_points: z.int().nullable().meta({
      description:
        'The creditor’s own rate between professionals, in hundredths of a percent; 0: the least the law allows, three times the legal rate. Null: the law’s own, the ECB’s and 10 points.',
    }),
    payment_imputation: z.enum(['principal_first', 'interest_first']).meta({
      description:
        'What a payment in part pays first, where late interest is reckoned: the debt itself, or the interest that has run by then (C. civ. 1343-1).',
    }),
    interest_rates: z.array(interestRate).meta({
      description:
        'Published rates that the product does not have, or has with another value. Late interest is not calculated for periods without a rate.',
    }),
    currency: z.string(),
    time_zone: z.string(),
    holiday_zone: z.enum(['metropole', 'alsace_moselle']),
    send_hour: z.int(),
    tolerance_cents: z.int(),
    promise_grace_days: z.int(),
    minimum_spacing_days: z.int(),
    notice_deadline_days: z.int(),
    confirm_after_release: z.boolean(),
    retention_years: z.int().meta({
      description:
        'How many years after their last case or last payment customers may be erased; 0: at once. French law keeps accounting documents for ten years (C. com. L123-22).',
    }),
    max_messages_per_customer: z.object({ count: z.int(), days: z.int() }).nullable(),
    print_enabled: z.boolean().meta({
      description:
        'Whether letters leave through the print provider of this installation, where it has one; false: they are a person’s to print and post.',
    }),
    sms_enabled: z.boolean().meta({
      description:
        'Whether SMS leave through the SMS provider of this installation, where it has one; false: none does.',
    }),
    internal_email_domains: z.array(z.string()).meta({
      description: 'Where internal mails may go besides users’ own addresses. Empty: the company’s own domain.',
    }),
    statement_columns: z.array(z.string()).meta({
      description: 'What a statement to a referrer or a notary discloses of each case file, in this order.',
    }),
    live: z.boolean().meta({ description: 'Read only. Until it is true, the local mailbox is the provider.' }),
    mail_leaves: z.boolean().meta({ description: 'Read only. Whether a mail sent now would leave this machine.' }),
  })
  .meta({ id: 'Settings' });

/** Mails leave only when the creditor is live and the provider has a key. */
export function viewSettings(row: StoredSettings, settings: Settings): z.output<typeof settingsView> {
  const { maxMessagesCount: count, maxMessagesDays: days } = row;
  const collected = actsFor(row);
  return {
    company: {
      ...{ name: row.companyName, email: row.companyEmail, phone: row.companyPhone, siret: row.companySiret },
      legal_form: row.legalForm,
      share_capital_cents: row.shareCapitalCents,
      rcs_city: row.rcsCity,
      vat_number: row.vatNumber,
    },
    address: { lines: row.addressLines, postal_code: row.postalCode, city: row.city, country: row.country },
    has_logo: row.logoPng !== null,
    show_logo_in_letters: row.showLogoInLetters,
    iban: row.iban,
    bic: row.bic,
    acts_for: collected && { creditor: collected.creditor, mandate_on: collected.mandateOn },
    late_penalty_rate_text: row.latePenaltyRateText,
    late_penalty_basis_points: row.latePenaltyBasisPoints,
    payment_imputation: row.paymentImputation as 'principal_first' | 'interest_first',
    interest_rates: ownRates(row).map(({ kind, semester, basisPoints, source }) => {
      return { kind, semester, basis_points: basisPoints, source };
    }),
    currency: row.currency,
    time_zone: row.timeZone,
    holiday_zone: row.holidayZone as 'metropole' | 'alsace_moselle',
    send_hour: row.sendHour,
    tolerance_cents: row.toleranceCents,
    promise_grace_days: row.promiseGraceDays,
    minimum_spacing_days: row.minimumSpacingDays,
    notice_deadline_days: row.noticeDeadlineDays,
    confirm_after_release: row.confirmAfterRelease,
    retention_years: row.retentionYears,
    max_messages_per_customer: count !== null && days !== null ? { count, days } : null,
    print_enabled: row.printEnabled,
    sms_enabled: row.smsEnabled,
    internal_email_domains: row.internalDomains,
    statement_columns: row.statementColumns,
    live: row.liveAt !== null,
    mail_leaves: whereMailsGo(row.liveAt !== null, settings.email.resendApiKey !== null) === 'resend',
  };
}
