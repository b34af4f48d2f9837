import type { ImportKind } from '../../prisma/generated/enums.ts';

const ADDRESS = [
  'address_line_1',
  'address_line_2',
  'address_line_3',
  'address_line_4',
  'postal_code',
  'city',
  'country',
];

/** The columns that a file of each kind may have, named like the JSON fields; `required` ones must be present. */
export const COLUMNS: Record<ImportKind, { required: readonly string[]; optional: readonly string[] }> = {
  customers: {
    required: ['reference', 'name', 'kind'],
    optional: [
      'language',
      ...ADDRESS,
      'contact_name',
      'contact_email',
      'contact_phone',
      'tags',
      'collector_id',
      'collector',
      'scenario_id',
      'scenario',
    ],
  },
  invoices: {
    required: ['number', 'customer_reference', 'issued_on', 'total_cents', 'currency'],
    optional: [
      'kind',
      'due_on',
      'case_reference',
      'mission',
      'report_status',
      'invoice_status',
      'referrer_id',
      'referrer',
      'notary_id',
      'notary',
      'invoice_url',
      'payment_url',
      'scenario_id',
      'scenario',
      'initial_level',
      'initial_level_on',
      'applies_to',
    ],
  },
  third_parties: {
    required: ['reference', 'name'],
    optional: ['email', 'professional', 'language', ...ADDRESS],
  },
  payments: {
    required: ['external_id', 'amount_cents', 'currency', 'paid_on'],
    optional: ['invoice_number', 'customer_reference', 'method'],
  },
};

const CASE_FILE = ['mission', 'report_status', 'invoice_status', 'referrer_id', 'notary_id'];

/** Alternative column names: those used in our own CSV lists of invoices. */
export const ALSO_NAMED: ReadonlyMap<string, string> = new Map([
  ['case_file_reference', 'case_reference'],
  ...CASE_FILE.map((name) => [`case_file_${name}`, name] as const),
]);
