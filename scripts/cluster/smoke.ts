import { setTimeout as pause } from 'node:timers/promises';
import type { LocalStack } from '../stack.ts';
import { StackError } from '../stack/stack-error.ts';
import { callApi, type Answered } from './call-api.ts';

const INVOICES = 40;
const WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 250;

/**
 * Proves that several APIs and workers behave as one product: posts invoices through all APIs, sends a reminder of each by
 * hand through another API, kills a worker with -9 meanwhile, and pays each invoice through yet another API. Afterwards
 * every mail must have left once and every case must have ended. Throws a StackError that says what does not hold.
 */
export async function smoke(stack: LocalStack, log: (line: string) => void): Promise<void> {
  const call = (turn: number, method: string, path: string, body?: unknown) =>
    callApi(stack.apiUrls[turn % stack.apiUrls.length]!, stack.demo.keys.admin, method, path, body);
  log(`Posting ${INVOICES} invoices through ${stack.apiUrls.length} APIs …`);
  const invoices: { id: string; number: string }[] = [];
  for (let turn = 0; turn < INVOICES; turn += 1) invoices.push(await post(call, turn));
  await until('every case has its first plan', async () => (await countOf(call, 'next')) === INVOICES);

  log('Sending a reminder of each, and killing a worker on the way …');
  const [victim] = stack.copies;
  const sending = invoices.map(({ id }, turn) =>
    call(turn + 1, 'POST', `/invoices/${id}/reminders`, { level: 1, mode: 'email' }),
  );
  await pause(300);
  await (victim ?? stack.processes.worker)?.kill();
  await Promise.all(sending);
  if (!victim) await stack.processes.worker?.restart();
  await until('every reminder has left', async () => (await mailsOf(stack)).length >= INVOICES);
  await until('every level is recorded', async () => (await countOf(call, 'level')) === INVOICES);
  const mails = await mailsOf(stack);
  const twice = mails.length - new Set(mails).size;
  if (twice > 0 || mails.length !== INVOICES)
    throw new StackError(`${mails.length} mails left for ${INVOICES} reminders, ${twice} of them twice.`);

  log('Paying each through another API …');
  for (const [turn, { number }] of invoices.entries()) await pay(call, turn, number);
  await until('every case has ended', async () => (await countOf(call, 'paid')) === INVOICES);
  log(
    `${INVOICES} cases lived over ${stack.apiUrls.length} APIs and ${stack.copies.length + 2 - stack.apiUrls.length} workers, one killed: ${mails.length} mails, none twice, all paid.`,
  );
}

type Row = { next: unknown; level: number; status: string };
type Call = (turn: number, method: string, path: string, body?: unknown) => Promise<Answered>;

async function post(call: Call, turn: number): Promise<{ id: string; number: string }> {
  const reference = `C-${turn}`;
  const [today] = new Date().toISOString().split('T');
  await call(turn, 'POST', '/customers', {
    reference,
    name: `Menuiserie ${turn}`,
    kind: 'professional',
    address: { lines: ['4 rue des Lilas'], postal_code: '69003', city: 'Lyon', country: 'FR' },
    contacts: [{ name: 'Comptabilité', email: `c${turn}@debiteur.example`, recovery: true }],
  });
  const number = `F-${turn}`;
  const money = { total_cents: 120_00, currency: 'EUR' };
  const dates = { issued_on: '2026-01-05', due_on: '2026-02-05' };
  if (today! <= dates.due_on)
    throw new StackError('The clock of this machine stands before the invoices of the proof.');
  await call(turn + 1, 'POST', '/invoices', { number, customer_reference: reference, ...dates, ...money });
  const { data } = (await call(turn + 1, 'GET', `/invoices?number=${number}`)) as { data: [{ id: string }] };
  return { id: data[0].id, number };
}

async function pay(call: Call, turn: number, number: string): Promise<void> {
  const amount = { amount_cents: 120_00, currency: 'EUR', paid_on: '2026-03-02' };
  const allocations = [{ invoice_number: number, amount_cents: 120_00 }];
  await call(turn, 'POST', '/payments', { external_id: `P-${turn}`, ...amount, allocations });
}

/** How many cases have a next step, have reached the first level, or are paid. */
async function countOf(call: Call, what: 'next' | 'level' | 'paid'): Promise<number> {
  const { data } = (await call(0, 'GET', '/invoices?limit=200&kind=invoice')) as { data: { dunning: Row }[] };
  const holds = {
    next: (row: Row) => row.next !== null,
    level: (row: Row) => row.level >= 1,
    paid: (row: Row) => row.status === 'paid',
  };
  return data.filter(({ dunning }) => holds[what](dunning)).length;
}

/** The addresses that mails went to. Each customer has one invoice, so an address that occurs twice was written to twice. */
async function mailsOf(stack: LocalStack): Promise<string[]> {
  const response = await fetch(`${stack.mailboxUrl}/messages?limit=200`);
  const { data } = (await response.json()) as { data: { to: string[] }[] };
  return data.map(({ to }) => to.join());
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const fromMs = Date.now(); !(await holds()); await pause(LOOK_EVERY_MS))
    if (Date.now() - fromMs > WITHIN_MS)
      throw new StackError(`After ${WITHIN_MS / 1000} s it still does not hold that ${what}.`);
}
