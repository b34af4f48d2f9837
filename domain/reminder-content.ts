import type { LetterKind } from './ladder/step.ts';

/**
 * Everything that one message says, as plain data that is already loaded: `emails/` and `letters/` draw from it, and
 * tags get their values from it. Amounts are integer cents, `…On` are local dates `YYYY-MM-DD`. Nothing depends on a
 * clock.
 */
export interface ReminderContent {
  /** The language in which the debtor is written to. */
  language: Language;
  debtorKind: DebtorKind;
  /** Level of the message; 0 is preventive or outside the ladder. */
  level: 0 | 1 | 2 | 3;
  /** How the letter travels; null when there is only a mail. A letter attached to a mail is `simple`. */
  letterKind: LetterKind | null;
  /** True until the creditor goes live: mails and letters then carry a discreet mark. */
  test: boolean;
  /** The day printed on the letter, in the creditor's time zone. */
  today: string;
  company: CompanyContent;
  customer: CustomerContent;
  /** The message's own items ("selected" in the names of tags). */
  items: readonly LetterItem[];
  /** Every open item of the customer's account, the message's own included. */
  accountItems: readonly LetterItem[];
  /** Other items of the account, shown in a second table for information: the message does not claim them. */
  informationItems: readonly LetterItem[];
  /** The customer's unallocated money; lowers `#account_balance`. */
  unallocatedCents?: number;
  /** For a promise of a part: the sum promised on the message's items, which the text names as the sum to be paid. */
  promisedCents?: number;
  /** What was promised on the message's items: local dates and sums, the first day first. */
  promisedPayments?: readonly { on: string; amountCents: number }[];
  /** ISO 4217; items of another currency are left out of every sum and table. */
  currency: string;
  /**
   * Whom to call back (`#user_*`): the person who sends; for an automatic sending the customer's collector, otherwise
   * the company.
   */
  sender: { name: string; email: string | null; phone: string | null };
  /** Last day to pay (`#payment_deadline`), before what the message announces; null when nobody is asked to pay. */
  paymentDeadlineOn: string | null;
  paymentUrl: string | null;
  documentsUrl: string | null;
  /** The message goes to a colleague: it is about the customer and not addressed to them. */
  isInternal?: boolean;
  /**
   * Which mentions a company that collects for another creditor adds: all of them in a reminder (absent) and in an
   * `acknowledgement`; the sum without asking for it in one that asks nobody to pay (`acknowledgement_of_dispute`);
   * `who_collects` in a statement of account, `none` in a notice.
   */
  mentions?: 'acknowledgement' | 'acknowledgement_of_dispute' | 'who_collects' | 'none';
  /**
   * Set for a statement to a third party, who is then `customer`: the columns that its table shows for each file, in
   * this order.
   */
  statementColumns?: readonly StatementColumn[];
}

/** The columns that a statement may show for a case file. */
export const STATEMENT_COLUMNS = [
  'case_reference',
  'customer_name',
  'mission',
  'invoice_number',
  'issued_on',
  'due_on',
  'days_late',
  'total',
  'balance',
] as const;
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

export type Language = 'fr' | 'en';
export const DEBTOR_KINDS = ['consumer', 'professional', 'public'] as const;
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

export interface CompanyContent {
  name: string;
  addressLines: readonly string[];
  postalCode: string;
  city: string;
  /** ISO 3166 code or name. */
  country: string;
  email: string | null;
  phone: string | null;
  siret?: string | null;
  legal?: LegalMentions;
  iban?: string | null;
  bic?: string | null;
  /** PNG bytes. */
  logoPng: Uint8Array | null;
  showLogoInLetters: boolean;
  /** Never shown to a consumer. */
  latePenaltyRateText: string | null;
  /**
   * Set when the company collects claims of another creditor: that creditor's name and address, and the day of the
   * written mandate.
   */
  actsFor?: { creditor: string; mandateOn: string } | null;
}

/** What a company must state on its letters besides its SIRET; null when it does not apply or was not entered. */
export interface LegalMentions {
  /** « SARL », « SAS en liquidation », « EI ». */
  form: string | null;
  /** Cents of the euro. */
  capitalCents: number | null;
  /** Town of the trade register. */
  rcsCity: string | null;
  vatNumber: string | null;
}

export interface CustomerContent {
  name: string;
  reference: string;
  /** At most four are printed. */
  addressLines: readonly string[];
  postalCode: string;
  city: string;
  /** ISO 3166 code or name; printed when it is not the company's. */
  country: string;
  contactName: string | null;
}

export interface LetterItem {
  number: string;
  kind: 'invoice' | 'credit_note';
  issuedOn: string;
  dueOn: string | null;
  /** Positive, as billed; a credit note is shown with a minus. */
  totalCents: number;
  /** What is still due; for a credit note the unused part, negative. */
  balanceCents: number;
  /** Days since `dueOn`, 0 or less when not due yet. */
  daysLate: number;
  /** Highest level reached. */
  level: number;
  /** Why the item is held, in words for the debtor and in the debtor's language; null when it is not held. */
  held?: string | null;
  currency: string;
  invoiceUrl?: string | null;
  paymentUrl?: string | null;
  /** The case file that the invoice bills; for statements, which cover several customers. */
  file?: { reference: string | null; mission: string | null; customerName: string };
}

/** A text as its author wrote it: tags (`#customer_name`) in both fields, simple HTML in the body. */
export interface TemplateText {
  subject: string;
  bodyHtml: string;
}

/** A finding of the wording check: the rule's name and the words it found. */
export interface WordingFinding {
  rule: string;
  found: string;
}
