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

/** What happened, in the words of the API. `number`: the invoice that it happened to. */
export type DemoEvent =
  | { kind: 'invoice'; input: InvoiceInput; byHand: boolean; referrer: string | null; notary: string | null }
  /** A reminder of that level left: by mail, R3 as a registered letter that a person posted. */
  | { kind: 'reminder'; number: string; level: number }
  | { kind: 'level_set'; number: string; level: number; reason: string }
  | { kind: 'payment'; input: PaymentInput }
  | { kind: 'reversal'; payment: string; external_id: string; reason: string }
  | {
      kind: 'credit';
      number: string;
      input: { external_id: string; number: string; amount_cents: number; issued_on: string };
    }
  | { kind: 'promise'; number: string; input: { amount_cents: number; promised_on: string; comment: string } }
  | { kind: 'dispute'; number: string; input: { reason: string; comment: string; amount_cents: number | null } }
  | { kind: 'dispute_resolved'; number: string; outcome: 'upheld' | 'rejected'; comment: string }
  | { kind: 'litigation'; number: string; reason: string }
  | { kind: 'litigation_closed'; number: string; reason: string }
  | { kind: 'pause'; number: string; input: { reason: string; until_on: string | null; cause: PauseCause | null } }
  | { kind: 'customer_pause'; reason: string; until_on: string | null }
  | { kind: 'attention'; number: string; code: string; text: string; emailProblem: boolean }
  | { kind: 'end'; number: string; closedAs: 'cancelled' | 'written_off'; reason: string }
  /** The case was looked at: what is due by itself is written down. */
  | { kind: 'plan'; number: string };

export type PauseCause = 'insolvency' | 'overindebtedness' | 'deceased' | 'other';

/** `by`: a user's name, or that of the system whose key posted it. */
export type DemoFact = DemoEvent & { at: Moment; by: string };

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
  customers: DemoCustomer[];
}
