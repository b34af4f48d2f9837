import { invoiceWorkflowId, messageWorkflowId } from '../../workflows/ids.ts';
import type { Business } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';

export interface Recorded {
  workflowId: string;
  runId?: string;
}

const CUSTOMERS =
  'reference;name;kind;address_line_1;postal_code;city;contact_email\nC-900;Atelier Sansnom;professional;1 rue A;69001;Lyon;atelier@client.example\n';

const addDays = (on: string, days: number) => new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** Lives each case to its end; returns the workflows to be recorded, by the name of their file. */
export async function liveTypicalLives(business: Business): Promise<Record<string, Recorded>> {
  const today = await business.today();
  const automatic = await makeScenario(business, 'Automatique', 'automatic');
  const confirmed = await makeScenario(business, 'À confirmer', 'to_confirm');
  const open = (scenarioId: string, more: object = {}) =>
    CaseFile.open(business, { issuedOn: today, invoice: { scenario_id: scenarioId }, ...more });
  const paid = await open(automatic);
  const litigation = await open(automatic);
  const promise = await open(automatic);
  const decision = await open(confirmed);
  const attention = await open(automatic, { customer: { contacts: [] } });
  const held = await open(automatic, { customer: { contacts: [] } });
  const retried = await open(automatic);
  const cancelled = await open(automatic);

  await litigation.do('PUT', '/litigation', { reason: 'Confié à un avocat' });
  await promise.do('POST', '/promises', {
    amount_cents: 120_00,
    promised_on: addDays(today, 10),
    comment: 'Au téléphone',
  });
  await business.failNext(retried.email, 'accept_then_timeout', 1);
  await business.advance(22);
  await eventually(
    () => retried.messages(),
    ([message]) => message?.status === 'sent',
    120_000,
  );
  await litigation.do('DELETE', '/litigation');
  await decision.confirm();
  await attention.dunningOnce(({ status }) => status === 'needs_attention');
  await attention.confirm();
  await held.dunningOnce(({ status }) => status === 'needs_attention');
  await held.do('PUT', '/litigation', { reason: 'Confié à un avocat' });
  await business.advance(20);
  await held.do('DELETE', '/litigation');
  await payWhileItIsTried(cancelled);
  const all = { paid, litigation, promise, decision, attention, held };
  for (const one of [...Object.values(all), retried]) await pay(one);
  await importCustomers(business);
  return {
    'invoice-r1-r2-paid': ofCase(paid),
    'invoice-litigation-and-release': ofCase(litigation),
    'invoice-promise-broken': ofCase(promise),
    'invoice-decision-confirm': ofCase(decision),
    'invoice-attention': ofCase(attention),
    'invoice-held-while-a-person-is-needed': ofCase(held),
    'message-sent': await ofMessage(paid),
    'message-retried': await ofMessage(retried),
    'message-cancelled': await ofMessage(cancelled),
  };
}

async function makeScenario(business: Business, name: string, mode: 'automatic' | 'to_confirm'): Promise<string> {
  const templates = (await business.do('GET', '/templates?limit=200')).data as { id: string; level: number }[];
  const step = (level: number, more: object = {}) => ({
    key: `r${level}`,
    level,
    kind: 'email',
    anchor: level === 1 ? 'issued_on' : 'previous_step',
    delay_days: 15,
    mode,
    template_id: templates.find((template) => template.level === level)?.id,
    ...more,
  });
  const steps = [step(1), step(2), step(3, { kind: 'letter', letter_kind: 'registered', mode: 'to_confirm' })];
  const { id } = (await business.do('POST', '/scenarios', { name, unit: 'invoice', steps })) as { id: string };
  return id;
}

async function pay(one: CaseFile): Promise<void> {
  const { balance_cents: amountCents } = await one.shown();
  const paidOn = await one.business.today();
  await one.business.do('POST', '/payments', {
    external_id: `P-${one.number}`,
    amount_cents: amountCents,
    currency: 'EUR',
    paid_on: paidOn,
    allocations: [{ invoice_number: one.number, amount_cents: amountCents }],
  });
}

/** The mailbox accepts nothing for now: the reminder waits for its next try, which finds the case closed. */
async function payWhileItIsTried(one: CaseFile): Promise<void> {
  await one.business.failNext(one.email, '429', 3);
  await one.do('POST', '/reminders', { mode: 'email' });
  await eventually(
    () => one.messages(),
    ([message]) => message?.status === 'sending',
    30_000,
  );
  await pay(one);
  await eventually(
    () => one.messages(),
    ([message]) => message.status === 'cancelled',
    60_000,
  );
}

async function importCustomers(business: Business): Promise<void> {
  const { id } = await business.do('POST', '/imports?kind=customers', CUSTOMERS);
  await eventually(
    () => business.do('GET', `/imports/${id}`),
    ({ status }) => status === 'done',
    60_000,
  );
}

const ofCase = ({ id }: CaseFile): Recorded => ({ workflowId: invoiceWorkflowId(DEMO_CREDITOR, id) });

async function ofMessage(one: CaseFile): Promise<Recorded> {
  const messages = (await one.messages()) as { id: string; status: string }[];
  const message = messages.find(({ status }) => status === 'cancelled') ?? messages.at(-1)!;
  return { workflowId: messageWorkflowId(DEMO_CREDITOR, message.id) };
}
