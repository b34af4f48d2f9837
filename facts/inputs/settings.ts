import { z } from 'zod';
import { zoneNamed } from '../../domain/calendar/local-time.ts';
import { isIban } from '../../domain/format/iban.ts';
import { STATEMENT_COLUMNS } from '../../domain/reminder-content.ts';
import { country, currency, email, line, lineOrEmpty, localDate, phone, positiveCents } from './fields.ts';

const days = (from: number, to: number) => z.int().min(from).max(to);

const timeZone = z
  .string()
  .max(60)
  .refine((name) => zoneNamed(name) !== null, 'must be an IANA time zone such as Europe/Paris')
  .transform((name) => zoneNamed(name) ?? name);

const iban = z
  .string()
  .max(42)
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .refine(isIban, 'must be an IBAN whose check digits are right');

const bic = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'must be a BIC of 8 or 11 characters');

/** A VAT number of any country of the European Union, without spaces. */
const vatNumber = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s.]/g, '').toUpperCase())
  .refine((text) => /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(text), 'must be a VAT number such as FR12345678901');

const company = z.strictObject({
  name: line(120),
  email,
  phone,
  siret: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{14}$/, 'must be 14 digits'))
    .nullable(),
  legal_form: line(80).nullable(),
  /** In euro cents, since only French companies have one. */
  share_capital_cents: positiveCents.nullable(),
  rcs_city: line(60).nullable(),
  vat_number: vatNumber.nullable(),
});

const address = z.strictObject({
  lines: z.array(line(100)).min(1).max(4),
  postal_code: lineOrEmpty(16),
  city: line(100),
  country,
});

/** A domain of e-mail addresses, such as `example.org`. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/, 'must be a domain such as example.org');

const statementColumns = z
  .array(z.enum(STATEMENT_COLUMNS))
  .min(1)
  .refine((columns) => new Set(columns).size === columns.length, 'must name each column once');

/** A yearly rate in hundredths of a percent. */
const basisPoints = z.int().min(0).max(10_000);

const interestRates = z
  .array(
    z.strictObject({
      kind: z.enum(['ecb', 'legal']),
      semester: z.string().regex(/^20\d\d-H[12]$/, 'must be a semester such as 2026-H2'),
      basis_points: basisPoints,
      source: line(200),
    }),
  )
  .max(200)
  .refine(
    (rates) => new Set(rates.map(({ kind, semester }) => `${kind} ${semester}`)).size === rates.length,
    'must name each rate once',
  );

/** `PATCH /settings`: absent fields stay, inside `company` and `address` too. */
export const settingsChange = z.strictObject({
  company: company.partial().optional(),
  address: address.partial().optional(),
  show_logo_in_letters: z.boolean().optional(),
  iban: iban.nullable().optional(),
  bic: bic.nullable().optional(),
  acts_for: z
    .strictObject({ creditor: line(300), mandate_on: localDate })
    .nullable()
    .optional(),
  late_penalty_rate_text: line(300).nullable().optional(),
  late_penalty_basis_points: basisPoints.nullable().optional(),
  payment_imputation: z.enum(['principal_first', 'interest_first']).optional(),
  interest_rates: interestRates.optional(),
  currency: currency.optional(),
  time_zone: timeZone.optional(),
  holiday_zone: z.enum(['metropole', 'alsace_moselle']).optional(),
  send_hour: z.int().min(0).max(23).optional(),
  tolerance_cents: z.int().min(0).max(10_000_000).optional(),
  promise_grace_days: days(0, 90).optional(),
  minimum_spacing_days: days(0, 365).optional(),
  notice_deadline_days: days(1, 365).optional(),
  confirm_after_release: z.boolean().optional(),
  print_enabled: z.boolean().optional(),
  sms_enabled: z.boolean().optional(),
  retention_years: z.int().min(0).max(30).optional(),
  internal_email_domains: z.array(domain).max(20).optional(),
  statement_columns: statementColumns.optional(),
  max_messages_per_customer: z
    .strictObject({ count: z.int().min(1).max(1000), days: days(1, 366) })
    .nullable()
    .optional(),
});
export type SettingsChange = z.output<typeof settingsChange>;
