import { type Cells, listed, type SheetCell, type SheetColumn } from '../table/sheet.ts';
import type { Language } from '../words/language.ts';
import { litigationIn } from './litigation-in.ts';
import { customerNameIn } from '../words/customer-name.ts';

/** The cells of the exported list of cases, by the column that shows them. `yes` marks cases in litigation. */
export function caseSheets(yes: string, language: Language, userName: (id: string | null) => string | undefined) {
  const sheets: Record<string, SheetCell> = {
    customer: { text: customerNameIn(language) },
    number: { text: 'number' },
    issued_on: { day: 'issued_on' },
    due_on: { day: 'due_on' },
    total: { money: 'total_cents' },
    balance: { money: 'balance_cents' },
    report: { text: 'case_file_report_status' },
    invoice_status: { text: 'case_file_invoice_status' },
    r1: { day: (cells) => doneAt(cells, 1) },
    r2: { day: (cells) => doneAt(cells, 2) },
    r3: { day: (cells) => doneAt(cells, 3) },
    referrer: { day: 'last_statement_to_referrer_on' },
    notary: { day: 'last_statement_to_notary_on' },
    call: { day: 'last_call_on' },
    litigation: { text: (cells) => (litigationIn(cells) ? yes : '') },
    next: { text: 'dunning_sentence' },
    case_file: { text: 'case_file_reference' },
    collector: { text: (cells) => userName(cells['customer_collector_id'] || null) },
    scenario: { text: 'scenario_name' },
    mission: { text: 'case_file_mission' },
  };
  return sheets;
}

/**
 * Adds to the file, after the customer, the reference by which the accounts know the customer, and the contact that the
 * list shows below the name.
 */
export function withCustomer(
  columns: readonly SheetColumn[],
  headings: { customerReference: string; contact: string },
): SheetColumn[] {
  const reference = { header: headings.customerReference, meta: { sheet: { text: 'customer_reference' } } };
  const contact = { header: headings.contact, meta: { sheet: { text: contactIn } } };
  return columns.flatMap((column) =>
    'id' in column && column.id === 'customer' ? [column, reference, contact] : [column],
  );
}

const contactIn = (cells: Cells): string =>
  ['name', 'email', 'phone']
    .map((part) => cells[`customer_contact_${part}`])
    .filter(Boolean)
    .join(' · ');

/** The day on which a level was done. */
const doneAt = (cells: Cells, level: number) =>
  listed(cells['dunning_levels']).find((one) => one['level'] === level && one['state'] === 'done')?.['done_at'];
