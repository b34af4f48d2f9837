import { type Business, type Mail, type Said, unique } from './business.ts';
import { eventually } from '../eventually.ts';

export interface Debt {
  kind?: 'consumer' | 'professional' | 'public';
  issuedOn: string;
  dueOn?: string;
  cents?: number;
  customer?: Record<string, unknown>;
  invoice?: Record<string, unknown>;
}

/** One unpaid invoice of a new customer, with the few things that people do about it. */
export class CaseFile {
  readonly business: Business;
  readonly id: string;
  readonly number: string;
  readonly customer: { id: string; reference: string };
  readonly email: string;

  constructor(
    business: Business,
    invoice: { id: string; number: string },
    customer: CaseFile['customer'],
    email: string,
  ) {
    this.business = business;
    this.id = invoice.id;
    this.number = invoice.number;
    this.customer = customer;
    this.email = email;
  }

  static async open(business: Business, debt: Debt): Promise<CaseFile> {
    const email = `${unique('payeur')}@client.example`.toLowerCase();
    const customer = await business.do('POST', '/customers', {
      reference: unique('C'),
      name: 'Élise Montagnier',
      kind: debt.kind ?? 'consumer',
      language: 'fr',
      address: { lines: ['12 rue des Charmilles'], postal_code: '69004', city: 'Lyon', country: 'FR' },
      contacts: [{ name: 'Élise Montagnier', email, phone: '06 39 98 10 21', recovery: true }],
      ...debt.customer,
    });
    return CaseFile.add(business, customer, email, debt);
  }

  /** Adds an invoice of an existing customer. */
  static async add(business: Business, customer: CaseFile['customer'], email: string, debt: Debt): Promise<CaseFile> {
    const invoice = await business.do('POST', '/invoices', {
      number: unique('F'),
      customer_reference: customer.reference,
      kind: 'invoice',
      issued_on: debt.issuedOn,
      due_on: debt.dueOn ?? debt.issuedOn,
      total_cents: debt.cents ?? 120_00,
      currency: 'EUR',
      ...debt.invoice,
    });
    return new CaseFile(business, invoice, customer, email);
  }

  do(method: string, path: string, body?: unknown) {
    return this.business.do(method, `/invoices/${this.id}${path}`, body);
  }

  mails(): Promise<Mail[]> {
    return this.business.mails(this.email);
  }

  /** The mails that were accepted about this invoice. */
  async mailsAboutIt(): Promise<Mail[]> {
    return (await this.mails()).filter((mail) => mail.text.includes(this.number));
  }

  async messages() {
    return (await this.business.do('GET', `/messages?invoice_id=${this.id}`)).data;
  }

  shown() {
    return this.do('GET', '');
  }

  async dunning() {
    return (await this.shown()).dunning;
  }

  /** The case, once `isRight` accepts it: its workflow may first have to handle what was stored. */
  async dunningOnce(isRight: (dunning: Said) => boolean) {
    return eventually(() => this.dunning(), isRight);
  }

  async next() {
    return (await this.dunningOnce(({ next }) => next !== null)).next;
  }

  /** The open actions about it, newest first. */
  async openActions() {
    const { data } = await this.business.do('GET', `/actions?invoice_id=${this.id}&sort=-created_at`);
    return data.filter(({ status }: { status: string }) => !['done', 'skipped', 'cancelled'].includes(status));
  }

  /** Confirms the one step or question that waits for a person. */
  async confirm() {
    const waiting = (await this.openActions()).filter(
      (a: Said) => ['to_confirm', 'needs_attention', 'to_do'].includes(a.status) && a.kind !== 'call',
    );
    if (waiting.length !== 1) throw new Error(`not one action to confirm: ${JSON.stringify(waiting)}`);
    return this.business.do('POST', `/actions/${waiting[0].id}/confirm`, {});
  }

  pay(cents: number, paidOn: string, externalId = unique('VIR')) {
    return this.business.do('POST', '/payments', {
      external_id: externalId,
      amount_cents: cents,
      currency: 'EUR',
      paid_on: paidOn,
      allocations: [{ invoice_number: this.number, amount_cents: cents }],
    });
  }

  async history(): Promise<string[]> {
    return (await this.do('GET', '/history?limit=200')).data.map(({ kind }: { kind: string }) => kind);
  }

  /** Closes the case, so that the following days have less to do. */
  async file(): Promise<void> {
    await this.business.ask('POST', `/invoices/${this.id}/cancel`, { reason: 'Fin de l’histoire' });
  }
}
