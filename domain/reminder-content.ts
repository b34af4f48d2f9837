import type { LetterKind } from './ladder/step.ts';

/**
 * Everything one message says, already loaded, as plain data: what `emails/` and `letters/` draw and what tags resolve
 * from. Amounts are integer cents, `…On` are local dates `YYYY-MM-DD`. Nothing in here is read from a clock.
 */
export interface ReminderContent {
  /** The language the debtor is written to in. */
  language: Language;
  debtorKind: DebtorKind;
  /** Level of the message; 0 is preventive or outside the ladder. */
  level: 0 | 1 | 2 | 3;
  /** How the letter travels; null when there is only a mail. A letter attached to a mail is `simple`. */
  letterKind: LetterKind | null;
  /** True until the creditor goes live: mails and letters carry a discreet mark. */
  test: boolean;
  /** The day printed on the letter, in the creditor's time zone. */
  today: string;
  company: CompanyContent;
  customer: CustomerContent;
  /** The message's own items, "selected" in the tags' words. */
  items: readonly LetterItem[];
  /** Every open item of the customer's account, the message's own included. */
  accountItems: readonly LetterItem[];
  /** Items shown in a second table, for information: what is overdue but not this message's. */
  informationItems: readonly LetterItem[];
  /** The customer's money not allocated to any item yet; lowers `#account_balance`. */
  unallocatedCents?: number;
  /** Of a promise of a part: what was promised of the message's items, and all that is spoken of as to be paid. */
  promisedCents?: number;
  /** What was promised of the message's items, day by day (local dates), the first day first. */
  promisedPayments?: readonly { on: string; amountCents: number }[];
  /** ISO 4217; items of another currency are left out of every sum and table. */
  currency: string;
  /** Whom to call back (`#user_*`): who sends it; of an automatic sending the customer's collector, else the company. */
  sender: { name: string; email: string | null; phone: string | null };
  /** Last day to pay before what the message announces (`#payment_deadline`); null where nobody is asked to pay. */
  paymentDeadlineOn: string | null;
  paymentUrl: string | null;
  documentsUrl: string | null;
  /** To a colleague: it is about the customer, and not to him. */
  isInternal?: boolean;
  /**
   * What a collector of another's claims says beside: no sum where nothing is claimed, only for whom he collects in a statement of account,
   * nothing in a notice. Absent: all of it.
   */
  mentions?: 'without_sum' | 'who_collects' | 'none';
  /** Set for a statement to a third party, `customer` being him: what his table discloses of each file, in this order. */
  statementColumns?: readonly StatementColumn[];
}

/** What a statement may say of a case file. */
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
  /** It collects another's claims: name and address of the creditor, and the day of the written mandate. */
  actsFor?: { creditor: string; mandateOn: string } | null;
}

/** What a company has to say of itself on its letters beside its SIRET; null: it has none, or has not said it. */
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
  /** What is still due; for a credit note what is left of it, negative. */
  balanceCents: number;
  /** Days since `dueOn`, 0 or less when not due yet. */
  daysLate: number;
  /** Highest level reached. */
  level: number;
  /** Why it is held, in words that the debtor may read and in his language; null when it is not. */
  held?: string | null;
  currency: string;
  invoiceUrl?: string | null;
  paymentUrl?: string | null;
  /** The case that it bills: in a statement, which is about several customers. */
  file?: { reference: string | null; mission: string | null; customerName: string };
}

/** What an author wrote: tags (`#customer_name`) in both, small HTML in the body. */
export interface TemplateText {
  subject: string;
  bodyHtml: string;
}

/** What a check objects to: the rule's name and the words it found. */
export interface WordingFinding {
  rule: string;
  found: string;
}
