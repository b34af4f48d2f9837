import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { localDate } from '../../domain/calendar/local-time.ts';
import { createDatabase } from '../../prisma/client.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { call, owed, unique } from './client.ts';
import { eventually } from '../eventually.ts';

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; content_type: string; sha256: string; size: number }[];
  idempotency_key: string;
}

const scenarioIds = new Map<string, Promise<string>>();

/** A ladder in which a person confirms everything: R1 and R2 by mail, R3 as a registered letter. */
const confirmedScenario = (): Promise<string> => scenarioOf('À confirmer', [1, 2, 3]);

/** A ladder of one registered letter. */
export const noticeScenario = (): Promise<string> => scenarioOf('Mise en demeure', [3]);

function scenarioOf(name: string, levels: readonly number[]): Promise<string> {
  const made = scenarioIds.get(name) ?? makeScenario(name, levels);
  scenarioIds.set(name, made);
  return made;
}

async function makeScenario(name: string, levels: readonly number[]): Promise<string> {
  const templates = (await call('admin', 'GET', '/templates?limit=200')).body.data as { id: string; level: number }[];
  const step = (level: number, more: object = {}) => ({
    key: `r${level}`,
    level,
    kind: 'email',
    anchor: level === levels[0] ? 'issued_on' : 'previous_step',
    delay_days: 15,
    mode: 'to_confirm',
    template_id: templates.find((template) => template.level === level)?.id,
    ...more,
  });
  const steps = levels.map((level) => step(level, level === 3 ? { kind: 'letter', letter_kind: 'registered' } : {}));
  const answer = await call('supervisor', 'POST', '/scenarios', { name: unique(name), unit: 'invoice', steps });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id as string;
}

/** An invoice of last spring whose levels are all to be confirmed; its R1 is planned for the next send hour. */
export async function lateInvoice(invoice: Record<string, unknown> = {}, customer: Record<string, unknown> = {}) {
  const email = `${unique('payeur')}@client.example`.toLowerCase();
  const contacts = [{ name: 'Anne Lagarde', email, phone: '04 99 00 00 00', recovery: true }];
  const made = await owed(
    {
      issued_on: '2026-03-02',
      due_on: '2026-04-02',
      total_cents: 120_00,
      scenario_id: await confirmedScenario(),
      ...invoice,
    },
    { contacts, ...customer },
  );
  return { ...made, email };
}

export const shownInvoice = async (id: string) => (await call('collector', 'GET', `/invoices/${id}`)).body;
export const shownAction = async (id: string) => (await call('collector', 'GET', `/actions/${id}`)).body;

/** The action of the invoice's one open step, once the workflow has planned it. */
export async function openAction(invoiceId: string) {
  const open = await eventually(
    async () => (await call('collector', 'GET', `/actions?invoice_id=${invoiceId}&sort=-created_at`)).body.data,
    (rows) => rows.some((row: { status: string }) => !['done', 'skipped', 'cancelled'].includes(row.status)),
  );
  return open.find((row: { status: string }) => !['done', 'skipped', 'cancelled'].includes(row.status));
}

/** Makes an action due without moving the clock that all tests share. */
async function letItsHourCome(actionId: string): Promise<void> {
  const db = createDatabase(inject('stack').databaseUrl, 1);
  const dueAt = new Date(Date.now() - 3_600_000);
  const dueOn = localDate(dueAt.toISOString(), 'Europe/Paris');
  const { groupKey } = await db.action.findUniqueOrThrow({ where: { id: actionId } });
  const due = { dueAt, dueOn: toDateColumn(dueOn) };
  await db.action.update({
    where: { id: actionId },
    data: { ...due, groupKey: groupKey?.replace(/[\d-]+$/, dueOn) ?? null },
  });
  await db.openStep.updateMany({ where: { actionId }, data: due });
  await db.$disconnect();
}

/** An action to be confirmed, and its invoice. */
export async function toConfirm(invoice: Record<string, unknown> = {}, customer: Record<string, unknown> = {}) {
  const made = await lateInvoice(invoice, customer);
  const action = await openAction(made.invoice.id);
  await letItsHourCome(action.id);
  return { ...made, action: await shownAction(action.id) };
}

/** What the mailbox accepted for this address, newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${inject('stack').mailboxUrl}/messages?to=${encodeURIComponent(address)}`);
  return ((await answer.json()) as { data: Mail[] }).data;
}

/** The mails to an address, once there are `count`. */
export const mailsArrived = (address: string, count = 1): Promise<Mail[]> =>
  eventually(
    () => mailsTo(address),
    (mails) => mails.length >= count,
  );

/** The bytes of a route's answer, read with the caller's key. */
export async function bytesOf(
  path: string,
): Promise<{ status: number; type: string; bytes: Buffer; headers: Headers }> {
  const { apiUrl, demo } = inject('stack');
  const response = await fetch(new URL(path, apiUrl), { headers: { Authorization: `Bearer ${demo.keys.collector}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    bytes,
    headers: response.headers,
  };
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The messages of an invoice. */
export const messagesOf = async (invoiceId: string) =>
  (await call('collector', 'GET', `/messages?invoice_id=${invoiceId}`)).body.data;

/** The one message of an invoice, once it has this status. */
export async function settledMessage(invoiceId: string, status: string) {
  const rows = await eventually(
    () => messagesOf(invoiceId),
    (data) => data[0]?.status === status,
  );
  return rows[0];
}
