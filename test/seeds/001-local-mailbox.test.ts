import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Business, type Said, sha256, unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, daysBetween, nextSendDay } from '../e2e/french-days.ts';
import { eventually } from '../eventually.ts';
import { startBuiltStack } from '../stack/built-stack.ts';
import type { LocalStack } from '../../scripts/stack.ts';

// Letters and SMS for somebody who has no contract with a provider yet: the local mailbox takes the place of both.

let dataDir: string;
let stack: LocalStack;
let company: Business;
/** A creditor of the same installation who uses no provider. */
let other: Business;
let electronic: CaseFile;
let text: CaseFile;
let registered: CaseFile;
const ERE = { kind: 'letter', letter_kind: 'ere_simple' };
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-mailbox-'));
  const env = { PRINT_PROVIDER: 'mailbox', SMS_PROVIDER: 'mailbox' };
  stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none', env });
  company = new Business(stack);
  other = await company.another();
  expect((await other.change('/settings', { print_enabled: false, sms_enabled: false })).status).toBe(200);
  electronic = await opened(company, ERE);
  text = await opened(company, { kind: 'sms' });
  registered = await opened(other, { kind: 'letter', letter_kind: 'registered' });
  const todayOn = dateInFrance((await company.clock()).now_at);
  await company.advance(daysBetween(todayOn, nextSendDay(todayOn)));
}, 240_000);
afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function scenario(business: Business, step: object) {
  const { data } = await business.do('GET', '/templates?limit=200');
  const kind = 'letter_kind' in step ? 'email' : 'sms';
  const template = data.find((one: Said) => one.kind === kind && one.level === 1);
  const common = { key: 'un', level: 1, anchor: 'due_on', delay_days: 1, template_id: template.id };
  return business.ask('POST', '/scenarios', { name: unique('Scénario'), steps: [{ ...common, ...step }] });
}

/** A case whose step waits for confirmation from the next send hour on. */
async function opened(business: Business, step: object): Promise<CaseFile> {
  const { body } = await scenario(business, { mode: 'to_confirm', ...step });
  return CaseFile.open(business, { kind: 'professional', issuedOn: '2026-09-01', invoice: { scenario_id: body.id } });
}

/** Confirms the step of a case; returns its message. */
async function confirmed(one: CaseFile, business: Business, status: string): Promise<Said> {
  const [action] = await one.openActions();
  await business.do('POST', `/actions/${action.id}/confirm`, {});
  const [message] = await eventually(
    async () => (await one.messages()).filter(({ kind }: Said) => kind !== 'email'),
    (all) => all[0]?.status === status,
  );
  return message;
}

const inMailbox = async (path: string) => (await fetch(`${stack.mailboxUrl}${path}`)).json() as Promise<Said>;

describe('The local mailbox', { timeout: 120_000 }, () => {
  it('001-25 001-27 001-31 001-32 001-33 takes an electronic letter in a provider’s place, reports its signature, and gives a proof that is marked as a test', async () => {
    const { id, sha256: digests } = await confirmed(electronic, company, 'sent');
    expect((await electronic.dunningOnce(({ level }) => level === 1)).level).toBe(1);
    expect(await inMailbox(`/letters/${id}`)).toMatchObject({ kind: 'ere_simple', sha256: digests.pdf });
    const pdf = Buffer.from(await (await fetch(`${stack.mailboxUrl}/letters/${id}/pdf`)).arrayBuffer());
    expect(sha256(pdf)).toBe(digests.pdf);
    for (const event of ['awaiting_signature', 'signed']) {
      const order = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ event }),
      };
      expect((await fetch(`${stack.mailboxUrl}/letters/${id}/webhooks`, order)).status).toBe(200);
      expect((await company.do('GET', `/messages/${id}`)).status).toBe(event);
    }
    const shown = await company.do('GET', `/messages/${id}`);
    expect(shown).toMatchObject({
      test: true,
      provider: 'mailbox',
      provider_url: `${stack.mailboxUrl}/#letters/${id}`,
    });
    const { data: proofs } = await company.do('GET', `/messages/${id}/proofs`);
    expect(proofs).toEqual([expect.objectContaining({ kind: 'receipt', filename: 'essai-receipt.pdf' })]);
  });

  it('003-05 takes an SMS in a provider’s place', async () => {
    const { id, to } = await confirmed(text, company, 'sent');
    expect(await inMailbox(`/sms/${id}`)).toMatchObject({ kind: 'sms', to: to[0] });
  });
});

describe('A letter in the local mailbox, a day later,', { timeout: 120_000 }, () => {
  it('001-31 waits for the recipient’s signature without anybody having said so', async () => {
    const waiting = await opened(company, ERE);
    const todayOn = dateInFrance((await company.clock()).now_at);
    await company.advance(daysBetween(todayOn, nextSendDay(todayOn)));
    const { id } = await confirmed(waiting, company, 'sent');
    await company.advance(1);
    await eventually(
      () => company.do('GET', `/messages/${id}`),
      ({ status }) => status === 'awaiting_signature',
    );
    const texts = (await waiting.do('GET', '/history?limit=50')).data.map((entry: Said) => entry.text);
    expect(texts).toContain('Courrier R1 en attente de signature.');
    expect((await company.do('GET', `/messages/${id}/proofs`)).data).toMatchObject([{ kind: 'deposit' }]);
  });
});

describe('A creditor who has not switched the provider on', { timeout: 120_000 }, () => {
  it('001-29 prints and posts letters by hand', async () => {
    const message = await confirmed(registered, other, 'rendered');
    expect(message).toMatchObject({ provider: null });
    const [toPost] = await registered.openActions();
    expect(toPost).toMatchObject({ status: 'to_do', kind: 'letter', level: 1 });
    expect((await other.bytes(`/actions/letters.pdf?ids=${toPost.id}`)).subarray(0, 4).toString()).toBe('%PDF');
    const { data } = await inMailbox('/letters');
    expect(data.some(({ reference }: Said) => reference === message.id)).toBe(false);
  });

  it('001-13 cannot make a letter or an SMS automatic', async () => {
    const refused = async (step: object) => (await scenario(other, { mode: 'automatic', ...step })).body.code;
    expect(await refused(ERE)).toBe('no_print_connector');
    expect(await refused({ kind: 'sms' })).toBe('no_sms_connector');
    await other.change('/settings', { print_enabled: true });
    expect((await scenario(other, { mode: 'automatic', ...ERE })).status).toBe(201);
    expect(await refused({ kind: 'sms' })).toBe('no_sms_connector');
  });
});
