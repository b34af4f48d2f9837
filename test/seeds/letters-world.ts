import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../scripts/stack/ports.ts';
import type { LocalStack } from '../../scripts/stack.ts';
import { startBuiltStack } from '../stack/built-stack.ts';
import { Business, type Said, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile, type Debt } from '../e2e/case-file.ts';
import { signedIn } from './signed-in.ts';
import { dateInFrance, daysBetween, nextSendDay } from '../e2e/french-days.ts';
import { BREVO_KEY, BrevoDouble } from '../providers/doubles/brevo-double.ts';
import { MerciFacteurDouble, MF_ACCOUNT, MF_WEBHOOK_KEY } from '../providers/doubles/merci-facteur-double.ts';

// A creditor who is live with a print and an SMS provider, and one who is still in the trial, on a stack of their own.

let dataDir: string;
export let stack: LocalStack;
export let live: Business;
export let trial: Business;
/** A user of the live creditor, with a session. */
export let person: Awaited<ReturnType<typeof signedIn>>;
export let printer: MerciFacteurDouble;
export let telephone: BrevoDouble;
export const cases: Record<string, CaseFile> = {};
const scenarios: Record<string, string> = {};

export const step = (more: object) => ({
  key: 'un',
  level: 3,
  kind: 'letter',
  anchor: 'due_on',
  delay_days: 1,
  mode: 'to_confirm',
  ...more,
});

async function scenarioOf(business: Business, more: object, templateName = 'Mise en demeure R3'): Promise<string> {
  const { data } = await business.do('GET', '/templates?limit=200');
  const template = data.find(({ name }: Said) => name === templateName);
  const steps = [step({ template_id: template.id, ...more })];
  return (await business.do('POST', '/scenarios', { name: unique('Scénario'), unit: 'invoice', steps })).id;
}

const professional = (more: object = {}) => ({ kind: 'professional' as const, issuedOn: '2026-09-01', ...more });
const open = (business: Business, scenarioId: string, debt: Partial<Debt> = {}) => {
  const { invoice, ...rest } = debt;
  return CaseFile.open(business, { ...professional(), ...rest, invoice: { scenario_id: scenarioId, ...invoice } });
};

export const messageOf = async (one: CaseFile): Promise<Said> =>
  (await one.messages()).find(({ kind }: Said) => kind !== 'email');
export const once = (one: CaseFile, status: string): Promise<Said> =>
  eventually(
    () => messageOf(one),
    (message) => message?.status === status,
  );
export const letterOf = async (one: CaseFile) => printer.letterOf((await messageOf(one)).id);

export async function told(
  name: string,
  letters: readonly CaseFile[],
  status: string,
  more: Record<string, string> = {},
) {
  const bodies = printer.webhook(name, await Promise.all(letters.map(letterOf)), status, more);
  return hook(bodies);
}

export const hook = (body: string, key = MF_WEBHOOK_KEY) =>
  fetch(`${stack.apiUrl}/v1/webhooks/print/merci_facteur`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Mf-Webhook-Secret-Key': key },
    body,
  });

/** A whole stack of its own with doubles of both providers; every case is opened, and its hour comes. */
export async function openLetters(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-letters-'));
  [printer, telephone] = await Promise.all([MerciFacteurDouble.start(), BrevoDouble.start()]);
  const ports = await freePorts();
  const env = {
    RESEND_API_KEY: 're_local_test',
    RESEND_BASE_URL: `http://127.0.0.1:${ports.mailbox}`,
    RESEND_PER_SECOND: '50',
    PRINT_PROVIDER: 'merci_facteur',
    MERCI_FACTEUR_SERVICE_ID: MF_ACCOUNT.serviceId,
    MERCI_FACTEUR_SECRET_KEY: MF_ACCOUNT.secretKey,
    MERCI_FACTEUR_USER_ID: MF_ACCOUNT.userId,
    MERCI_FACTEUR_BASE_URL: printer.url,
    MERCI_FACTEUR_WEBHOOK_KEY: MF_WEBHOOK_KEY,
    BREVO_API_KEY: BREVO_KEY,
    BREVO_BASE_URL: telephone.url,
  };
  stack = await startBuiltStack({ dataDir, ports, demoData: 'none', env });
  live = new Business(stack);
  trial = await live.another();
  const email = `${unique('lea')}@creancier.example`.toLowerCase();
  person = await signedIn(live, stack, { name: 'Léa Martin', email });
  await live.do('POST', '/settings/live', {});
  scenarios['registered'] = await scenarioOf(live, { letter_kind: 'registered' });
  scenarios['automatic'] = await scenarioOf(live, { letter_kind: 'registered', mode: 'automatic' });
  scenarios['simple'] = await scenarioOf(live, { letter_kind: 'simple', level: 1 }, 'Relance R1');
  scenarios['manual'] = await scenarioOf(live, { letter_kind: 'simple', level: 1, mode: 'manual' }, 'Relance R1');
  scenarios['ere'] = await scenarioOf(live, { letter_kind: 'ere_simple' });
  scenarios['qualified'] = await scenarioOf(live, { letter_kind: 'lre_qualified' });
  const sms = await live.do('POST', '/templates', {
    name: unique('SMS'),
    kind: 'sms',
    language: 'fr',
    subject: 'SMS',
    body_html: '<p>#company_name : la facture #invoice_number (#balance) reste à régler.</p>',
  });
  scenarios['sms'] = await scenarioOf(live, { kind: 'sms', level: 1, template_id: sms.id });
  scenarios['trial'] = await scenarioOf(trial, { letter_kind: 'registered' });

  const two = [
    { name: 'Accueil', email: `${unique('accueil')}@client.example`.toLowerCase(), recovery: false },
    { name: 'Compta', email: `${unique('compta')}@client.example`.toLowerCase(), recovery: true },
  ];
  const link = { payment_url: 'https://pay.example/f-1', invoice_url: 'https://ged.example/f-1.pdf' };
  const plans: [string, Business, string, Partial<Debt>][] = [
    ...['registered', 'refused', 'unclaimed', 'wrongAddress', 'lost', 'unknown'].map(
      (name): [string, Business, string, Partial<Debt>] => [
        name,
        live,
        'registered',
        name === 'registered' ? { invoice: link } : {},
      ],
    ),
    ['automatic', live, 'automatic', {}],
    ...['simple1', 'simple2', 'simple3'].map((name): [string, Business, string, Partial<Debt>] => [
      name,
      live,
      'simple',
      {},
    ]),
    ['manual', live, 'manual', {}],
    ['ereConsumer', live, 'ere', { kind: 'consumer' }],
    ['ereChosen', live, 'ere', { customer: { contacts: two } }],
    ['qualified', live, 'qualified', {}],
    ['sms', live, 'sms', {}],
    ['smsUnknown', live, 'sms', {}],
    [
      'noPhone',
      live,
      'sms',
      { customer: { contacts: [{ name: 'X', email: 'x@client.example', phone: '01 42 00 00 00' }] } },
    ],
    ['trial', trial, 'trial', {}],
  ];
  for (const [name, business, scenario, debt] of plans) cases[name] = await open(business, scenarios[scenario]!, debt);
  const todayOn = dateInFrance((await live.clock()).now_at);
  await live.advance(daysBetween(todayOn, nextSendDay(todayOn)));
}

export async function closeLetters(): Promise<void> {
  await stack?.stop();
  await Promise.all([printer?.stop(), telephone?.stop()]);
  await rm(dataDir, { recursive: true, force: true });
}

export const action = async (name: string): Promise<Said> => (await cases[name]!.openActions())[0];
export const draftOf = async (name: string) => (await live.do('GET', `/actions/${(await action(name)).id}`)).draft;
export const confirm = async (name: string, body: object = {}) =>
  live.ask('POST', `/actions/${(await action(name)).id}/confirm`, body);

let smsIsAskedFor: Promise<unknown> | undefined;
/** Confirms, once, an SMS whose first try has no answer: its second try comes ten seconds later, at the same time as that of a letter. */
export function smsWithoutAnswer(): Promise<unknown> {
  if (!smsIsAskedFor) telephone.faults = ['accept_then_reset'];
  return (smsIsAskedFor ??= confirm('smsUnknown'));
}
