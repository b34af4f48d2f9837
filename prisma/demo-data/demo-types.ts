/** A day `YYYY-MM-DD` and the minutes after its midnight, both local. */
export interface Moment {
  on: string;
  minute: number;
}

export interface DemoUser {
  name: string;
  email: string;
  phone: string;
  role: 'collector' | 'supervisor' | 'admin';
}

export interface DemoThirdParty {
  name: string;
  email: string;
  addressLines: string[];
  postalCode: string;
  city: string;
  /** Notaries always are; a referrer who is not gets no statement. */
  professional: boolean;
}

export type DebtorKind = 'consumer' | 'professional' | 'public';

/** The body of `POST /customers`, but for the collector, who is named. */
export interface CustomerInput {
  reference: string;
  name: string;
  kind: DebtorKind;
  language: 'fr' | 'en';
  address: { lines: string[]; postal_code: string; city: string; country: string };
  contacts: { name: string; email: string | null; phone: string; recovery: boolean }[];
  tags: string[];
}

/** The body of `POST /invoices`, but for the scenario and the third parties, who are named. */
export interface InvoiceInput {
  number: string;
  customer_reference: string;
  kind: 'invoice' | 'credit_note';
  issued_on: string;
  due_on?: string;
  total_cents: number;
  currency: 'EUR';
  case_file?: { reference: string; mission: string; report_status: string; invoice_status: string };
  invoice_url?: string;
  payment_url?: string;
  initial_level?: number;
  initial_level_on?: string;
}

export interface PaymentInput {
  external_id: string;
  amount_cents: number;
  currency: 'EUR';
  paid_on: string;
  method: string;
  customer_reference: string;
  allocations: { invoice_number: string; amount_cents: number }[];
}

export type CallOutcome = 'reached' | 'voicemail' | 'no_answer' | 'wrong_number' | 'other';
type PromiseInput = { amount_cents: number; promised_on: string };
type DisputeInput = { reason: string; comment: string; amount_cents: number | null };

/** What happened, in the words of the API. `number`: the invoice that it happened to. */
export type DemoEvent =
  | { kind: 'invoice'; input: InvoiceInput; byHand: boolean; referrer: string | null; notary: string | null }
  /** A reminder of that level left: by mail, R3 as a registered letter that a person posted. 0: before the due date. */
  | { kind: 'reminder'; number: string; level: number }
  | { kind: 'level_set'; number: string; level: number; reason: string }
  | { kind: 'payment'; input: PaymentInput }
  | { kind: 'reversal'; payment: string; external_id: string; reason: string }
  | {
      kind: 'credit';
      number: string;
      input: { external_id: string; number: string; amount_cents: number; issued_on: string };
    }
  | { kind: 'promise'; number: string; input: PromiseInput & { comment: string } }
  | { kind: 'dispute'; number: string; input: DisputeInput }
  /** A person noted a promise or a dispute from the statement of account. */
  | {
      kind: 'qualified';
      number: string;
      comment: string;
      said:
        | { status: 'promise'; promise: PromiseInput }
        | { status: 'dispute'; dispute: Omit<DisputeInput, 'comment'> };
    }
  | { kind: 'dispute_resolved'; number: string; outcome: 'upheld' | 'rejected'; comment: string }
  | { kind: 'litigation'; number: string; reason: string }
  | { kind: 'litigation_closed'; number: string; reason: string }
  | { kind: 'pause'; number: string; input: { reason: string; until_on: string | null; cause: PauseCause | null } }
  | { kind: 'customer_pause'; reason: string; until_on: string | null }
  | { kind: 'attention'; number: string; code: string; text: string }
  /** The newest mail about the invoice came back for good, or was reported as unwanted. */
  | { kind: 'mail_back'; number: string; news: 'bounced' | 'complained' }
  | { kind: 'call'; number: string; outcome: CallOutcome; comment: string | null }
  | { kind: 'note'; number: string; text: string }
  | { kind: 'customer_note'; text: string }
  /** `alert`: when it is to be done; `assignee`: a user's name, null: the customer's collector's. */
  | { kind: 'task'; number: string; title: string; alert: Moment; assignee: string | null }
  | { kind: 'specific_action'; numbers: string[]; plan: SpecificPlan }
  /** What became of its registered letter; `receipt`: the signed slip was scanned. */
  | { kind: 'letter_status'; number: string; status: LetterFate; receipt: boolean }
  | { kind: 'end'; number: string; closedAs: 'cancelled' | 'written_off'; reason: string }
  /** The case was looked at: what is due by itself is written down. */
  | { kind: 'plan'; number: string };

export type LetterFate = 'signed' | 'refused' | 'unclaimed' | 'undeliverable';

/** The body of `POST /specific-actions`, but for whom and what it is about. */
export interface SpecificPlan {
  kind: 'email' | 'call';
  mode: 'manual' | 'to_confirm';
  title: string;
  execute_on: string;
  subject?: string;
  body_html?: string;
}

export type PauseCause = 'insolvency' | 'overindebtedness' | 'deceased' | 'other';

/** `by`: a user's name, or that of the system whose key posted it. */
export type DemoFact = DemoEvent & { at: Moment; by: string };

/** What is about invoices of several customers, once all else has happened to them. */
export type DemoTogether = { at: Moment; by: string; numbers: string[] } & (
  | { kind: 'statement'; thirdParty: string }
  /** By mail; whoever cannot be reached so is refused. */
  | { kind: 'run'; level: number }
);

/** A group of customers, by a tag of theirs: what it gives them, and who. */
export interface DemoGroup {
  /** That of a shipped group, which is changed. */
  name: string;
  tag: string;
  collector: string;
  scenario: string;
  /** Days before the due date on which the scenario, that of « Échéance » in all else, reminds of it. */
  preventiveDays: number;
}

export interface DemoCustomer {
  input: CustomerInput;
  /** A user's name; null: nobody's. */
  collector: string | null;
  /** In the order in which they happened; invoices and credit notes among them. */
  facts: DemoFact[];
}

export interface DemoPortfolio {
  users: DemoUser[];
  thirdParties: DemoThirdParty[];
  groups: DemoGroup[];
  customers: DemoCustomer[];
  together: DemoTogether[];
}
