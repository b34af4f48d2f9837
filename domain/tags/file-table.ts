import { fieldText } from '../format/printable.ts';
import type { Language, LetterItem, StatementColumn } from '../reminder-content.ts';
import { labelsOf } from '../wording/labels.ts';

/**
 * The table of a statement to a third party: case files of several customers, with the columns that the settings allow.
 */
export interface FileTable {
  columns: FileColumn[];
  rows: string[][];
}

export interface FileColumn {
  key: StatementColumn;
  label: string;
  align: 'left' | 'right';
}

const TO_THE_RIGHT: readonly StatementColumn[] = ['days_late', 'total', 'balance'];

/** An item as the usual table prints it. */
interface PrintedItem {
  number: string;
  issuedOn: string;
  dueOn: string;
  daysLate: string;
  total: string;
  balance: string;
}

/** Builds the table of case files; texts are shortened so that most fit on one line. */
export function fileTable(
  shown: readonly { item: LetterItem; row: PrintedItem }[],
  columns: readonly StatementColumn[],
  language: Language,
): FileTable {
  const labels = labelsOf(language).files;
  return {
    columns: columns.map((key) => ({ key, label: labels[key], align: TO_THE_RIGHT.includes(key) ? 'right' : 'left' })),
    rows: shown.map(({ item, row }) => columns.map((key) => cell(key, item, row))),
  };
}

function cell(key: StatementColumn, { file }: LetterItem, row: PrintedItem): string {
  switch (key) {
    case 'case_reference':
      return fieldText(file?.reference, 60);
    case 'customer_name':
      return fieldText(file?.customerName, 120);
    case 'mission':
      return fieldText(file?.mission, 160);
    case 'invoice_number':
      return row.number;
    case 'issued_on':
      return row.issuedOn;
    case 'due_on':
      return row.dueOn;
    case 'days_late':
      return row.daysLate;
    case 'total':
      return row.total;
    case 'balance':
      return row.balance;
  }
}
