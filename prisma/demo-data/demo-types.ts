/** A local day `YYYY-MM-DD` and the minutes after its midnight. */
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
  /** Always true for a notary; a referrer who is not professional gets no statement. */
  professional: boolean;
}

export type DebtorKind = 'consumer' | 'professional' | 'public';

/** The body of `POST /customers` without the collector, who is named beside it. */
export interface CustomerInput {
  reference: string;
  name: string;
  kind: DebtorKind;
  language: 'fr' | 'en';
  address: { lines: string[]; postal_code: string; city: string; country: string };
  contacts: { name: string; email: string | null; phone: string; recovery: boolean }[];
  tags: string[];
}

/** The body of `POST /invoices` without the scenario and the third parties, which are named beside it. */
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

/** What happened, in the API's terms. `number`: the invoice that it happened to. */
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
  /** A person recorded a promise or a dispute from the statement of account. */
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
  /** `alert`: when it is due; `assignee`: a user's name, null for the customer's collector. */
  | { kind: 'task'; number: string; title: string; alert: Moment; assignee: string | null }
  | { kind: 'specific_action'; numbers: string[]; plan: SpecificPlan }
  /** What became of its registered letter; `receipt`: the signed receipt was scanned. */
  | { kind: 'letter_status'; number: string; status: LetterFate; receipt: boolean }
  | { kind: 'end'; number: string; closedAs: 'cancelled' | 'written_off'; reason: string }
  /** The case was planned, so that its due automatic step is stored. */
  | { kind: 'plan'; number: string };

export type LetterFate = 'signed' | 'refused' | 'unclaimed' | 'undeliverable';

/** The body of `POST /specific-actions` without its customer and invoices. */
export interface SpecificPlan {
  kind: 'email' | 'call';
  mode: 'manual' | 'to_confirm';
  title: string;
  execute_on: string;
  subject?: string;
  body_html?: string;
}

export type PauseCause = 'insolvency' | 'overindebtedness' | 'deceased' | 'other';

/** `by`: a user's name, or the name of the system whose key posted it. */
export type DemoFact = DemoEvent & { at: Moment; by: string };

/** Events about invoices of several customers, which come after all other facts. */
export type DemoTogether = { at: Moment; by: string; numbers: string[] } & (
  | { kind: 'statement'; thirdParty: string }
  /** By mail; customers without an address are refused. */
  | { kind: 'run'; level: number }
);

/** A group of customers with a tag, and what it gives them. */
export interface DemoGroup {
  /** The name of the default group that is changed. */
  name: string;
  tag: string;
  collector: string;
  scenario: string;
  /** Days before the due date of the preventive reminder; otherwise the scenario is like « Échéance ». */
  preventiveDays: number;
}

export interface DemoCustomer {
  input: CustomerInput;
  /** A user's name; null for nobody. */
  collector: string | null;
  /** In the order in which they happened; invoices and credit notes are among them. */
  facts: DemoFact[];
}

export interface DemoPortfolio {
  users: DemoUser[];
  thirdParties: DemoThirdParty[];
  groups: DemoGroup[];
  customers: DemoCustomer[];
  together: DemoTogether[];
}
