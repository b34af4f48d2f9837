import { inject } from 'vitest';
import { Business, type Mail, type Said, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';

/** An automatic mail without its text. */
export const MAIL = { kind: 'email', mode: 'automatic', title: 'Relance ciblée' } as const;
export const TEXT = {
  subject: 'Vos factures #invoice_number',
  body_html: '<p>Bonjour #contact_name,</p><p>Il reste #items_amount_selected.</p><p>#items_list_selected</p>',
};

export const idsOf = (cases: readonly CaseFile[]): string[] => cases.map(({ id }) => id);

/** A creditor of its own whose collector selects items and plans actions for them. */
export class Collector {
  readonly business: Business;
  readonly todayOn: string;
  readonly byHandId: string;
  readonly templates: ReadonlyMap<string, string>;

  private constructor(of: Pick<Collector, 'business' | 'todayOn' | 'byHandId' | 'templates'>) {
    this.business = of.business;
    this.todayOn = of.todayOn;
    this.byHandId = of.byHandId;
    this.templates = of.templates;
  }

  static async begin(): Promise<Collector> {
    const business = await new Business(inject('stack')).another();
    const todayOn = await business.today();
    const scenarios: Said[] = (await business.do('GET', '/scenarios')).data;
    const templates: Said[] = (await business.do('GET', '/templates?limit=200')).data;
    return new Collector({
      business,
      todayOn,
      byHandId: scenarios.find(({ name }) => name === 'Relance à la main').id,
      templates: new Map(templates.map(({ id, name }) => [name, id])),
    });
  }

  /**
   * A customer with invoices of these amounts, sixty days old, on the scenario by hand unless another one is given; null: the default
   * one.
   */
  async owing(cents: readonly number[], scenarioId: string | null = this.byHandId): Promise<CaseFile[]> {
    const debt = (amount: number) => ({
      kind: 'professional' as const,
      issuedOn: plus(this.todayOn, -60),
      dueOn: plus(this.todayOn, -30),
      cents: amount,
      ...(scenarioId === null ? {} : { invoice: { scenario_id: scenarioId } }),
    });
    const first = await CaseFile.open(this.business, debt(cents[0]!));
    const cases = [first];
    for (const amount of cents.slice(1))
      cases.push(await CaseFile.add(this.business, first.customer, first.email, debt(amount)));
    await Promise.all(cases.map((one) => one.next()));
    return cases;
  }

  plan(cases: readonly CaseFile[], more: object) {
    return { customer_id: cases[0]!.customer.id, invoice_ids: idsOf(cases), ...more };
  }

  planned(cases: readonly CaseFile[], more: object): Promise<Said> {
    return this.business.do('POST', '/specific-actions', this.plan(cases, more));
  }

  qualified(body: object): Promise<Said> {
    return this.business.do('POST', '/qualifications', body);
  }

  actionOf(id: string): Promise<Said> {
    return this.business.do('GET', `/specific-actions/${id}`);
  }

  actionOnce(id: string, status: string): Promise<Said> {
    return eventually(
      () => this.actionOf(id),
      (action) => action.status === status,
    );
  }

  mailsOnce(address: string, count: number): Promise<Mail[]> {
    return eventually(
      () => this.business.mails(address),
      (mails) => mails.length >= count,
    );
  }

  /** A colleague with an address that nobody else has. */
  colleague(): Promise<Said> {
    const email = `${unique('juriste')}@societe.example`.toLowerCase();
    return this.business.do('POST', '/users', { name: 'Judith Marchand', email, role: 'collector' });
  }
}

export const holdKinds = async (one: CaseFile): Promise<string[]> =>
  (await one.dunning()).holds.map(({ kind }: Said) => kind).toSorted();
