import type { z } from 'zod';
import { customerInput } from '../inputs/customer.ts';
import { invoiceInput } from '../inputs/invoice.ts';
import { paymentInput } from '../inputs/money.ts';
import { plainWords } from '../inputs/plain-words.ts';
import { thirdPartyInput } from '../inputs/third-party.ts';
import type { FileRecord } from './read-file.ts';

type Cells = Record<string, string>;

/** A record as the API's input, or why it is not valid. */
export type ReadInput<Input> = { input: Input; fault: null } | { input: null; fault: string };

/** A third party, with an address when the file has any part of one. */
export function readThirdParty({ cells }: FileRecord) {
  const { postal_code = '', city, country } = cells;
  const lines = linesOf(cells);
  const hasAddress = lines.length > 0 || Boolean(cells['postal_code'] ?? city);
  return fit(thirdPartyInput, {
    ...pick(cells, ['reference', 'name', 'email', 'language']),
    professional: toBoolean(cells['professional']),
    address: hasAddress ? { lines, postal_code, city, country } : undefined,
  });
}

/** A customer, with one contact when the file names one. */
export function readCustomer({ cells }: FileRecord) {
  const { contact_name: name, contact_email: email, contact_phone: phone } = cells;
  const lines = linesOf(cells);
  const { postal_code = '', city, country } = cells;
  return fit(customerInput, {
    ...pick(cells, ['reference', 'name', 'kind', 'language', 'collector_id', 'scenario_id']),
    address: { lines, postal_code, city, country },
    contacts: name || email || phone ? [{ name: name ?? cells['name'], email, phone, recovery: true }] : [],
    tags: (cells['tags'] ?? '')
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  });
}

/** An invoice or a credit note, with a case file when the file has any field of one. */
export function readInvoice({ cells }: FileRecord) {
  const { case_reference: reference } = cells;
  const file = {
    ...pick(cells, ['mission', 'report_status', 'invoice_status', 'referrer_id', 'notary_id']),
    reference,
  };
  const plain = pick(cells, [
    'number',
    'customer_reference',
    'kind',
    'issued_on',
    'due_on',
    'currency',
    'invoice_url',
    'payment_url',
    'scenario_id',
    'initial_level_on',
    'applies_to',
  ]);
  return fit(invoiceInput, {
    ...plain,
    total_cents: toInteger(cells['total_cents']),
    initial_level: toInteger(cells['initial_level']),
    case_file: Object.values(file).some((value) => value !== undefined) ? file : undefined,
  });
}

/**
 * A payment from all its records: each is one allocation, and their sum is what was paid. A line identical to an
 * earlier one is a repetition: its money came once.
 */
export function readPayment(lines: readonly FileRecord[]) {
  const records = [...new Map(lines.map((record) => [JSON.stringify(record.cells), record])).values()];
  const [first] = records;
  const shared = ['external_id', 'currency', 'paid_on', 'method', 'customer_reference'];
  const differing = shared.find((name) => records.some(({ cells }) => cells[name] !== first?.cells[name]));
  if (differing) return { input: null, fault: `The lines of this payment differ in ${differing}.` };
  const amounts = records.map(({ cells }) => toInteger(cells['amount_cents']));
  const whole = amounts.filter((amount) => typeof amount === 'number');
  return fit(paymentInput, {
    ...pick(first?.cells ?? {}, shared),
    amount_cents: whole.length === amounts.length ? whole.reduce((sum, amount) => sum + amount, 0) : amounts[0],
    allocations: records.flatMap(({ cells }, index) =>
      cells['invoice_number'] === undefined
        ? []
        : [{ invoice_number: cells['invoice_number'], amount_cents: amounts[index] }],
    ),
  });
}

function fit<Schema extends z.ZodType>(schema: Schema, given: unknown): ReadInput<z.output<Schema>> {
  const read = schema.safeParse(given, { error: plainWords });
  if (read.success) return { input: read.data, fault: null };
  const faults = read.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${saidOf(issue)}`);
  return { input: null, fault: [...new Set(faults)].slice(0, 5).join('; ').slice(0, 500) };
}

const AMOUNT = 'must be a whole number of cents in digits alone, such as 123456';
const DAY = 'must be a day such as 2026-12-31';
const CREDIT_NOTE = 'must be more than zero, a credit note being told by its kind (credit_note)';

/** What a cell has to look like in the file, where the words of a JSON body say nothing to who writes one. */
function saidOf({ code, message, path, ...issue }: z.core.$ZodIssue): string {
  const name = String(path.at(-1));
  if (message === 'is required') return message;
  if (code === 'invalid_type' && name.endsWith('_cents')) return AMOUNT;
  if (code === 'invalid_format' && 'format' in issue && issue.format === 'date') return DAY;
  return code === 'too_small' && name === 'total_cents' ? CREDIT_NOTE : message;
}

const pick = (cells: Cells, names: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, cells[name]]));

const linesOf = (cells: Cells): string[] => [1, 2, 3, 4].flatMap((at) => cells[`address_line_${String(at)}`] ?? []);

/** Leaves a cell that is neither `true` nor `false` as it is, for the schema to refuse. */
function toBoolean(cell: string | undefined): boolean | string | undefined {
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

/** Leaves a cell that is no whole number as it is, for the schema to refuse. */
function toInteger(cell: string | undefined): number | string | undefined {
  return cell !== undefined && /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
}
