import { describe, expect, it } from 'vitest';
import { call } from '../client.ts';
import { unique } from '../../e2e/business.ts';
import { eventually } from '../../eventually.ts';
import {
  bytesOf,
  lateInvoice,
  mailsArrived,
  mailsTo,
  messagesOf,
  noticeScenario,
  openAction,
  settledMessage,
  sha256,
  shownAction,
  shownInvoice,
} from '../sending.ts';

const remind = (invoiceId: string, body: object, query = '') =>
  call('collector', 'POST', `/invoices/${invoiceId}/reminders${query}`, body);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a reminder by hand', () => {
  it('at the next level is that step: it leaves at once, and the ladder goes on from today', async () => {
    const { invoice, email } = await lateInvoice();
    const action = await openAction(invoice.id);
    const sent = await remind(invoice.id, { level: 1, mode: 'email' });
    expect(sent.status).toBe(202);
    expect(sent.headers.get('location')).toBe(`/v1/messages/${sent.body.id}`);
    expect(sent.body).toMatchObject({
      kind: 'email',
      level: 1,
      origin: 'manual',
      test: true,
      invoice_ids: [invoice.id],
    });
    const [mail] = await mailsArrived(email);
    const message = await settledMessage(invoice.id, 'sent');
    const letter = await bytesOf(`/v1/messages/${message.id}/letter.pdf`);
    expect(mail!.attachments.map((one) => one.sha256)).toEqual([sha256(letter.bytes)]);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect(dunning).toMatchObject({ level: 1, next: { level: 2 } });
    expect(dunning.levels[0]).toMatchObject({ state: 'done', done_at: message.sent_at });
    expect(Date.parse(dunning.next.due_at)).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    expect((await shownAction(action.id)).status).toBe('done');
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('at a level leaves not before the day after the due date, unless a person says why', async () => {
    const { invoice, email } = await lateInvoice({ issued_on: inDays(-1), due_on: inDays(40) });
    await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 1,
    );
    const refused = await remind(invoice.id, { level: 1, mode: 'email' });
    expect([refused.status, refused.body.code]).toEqual([409, 'not_due']);
    expect(refused.body.detail).toContain(inDays(41));
    expect((await remind(invoice.id, { level: 1, mode: 'email' }, '?dry_run=true')).status).toBe(409);
    expect((await remind(invoice.id, { mode: 'email' }, '?dry_run=true')).status).toBe(200);
    const sent = await remind(invoice.id, { level: 1, mode: 'email', override_reason: 'Il part en voyage' });
    expect([sent.status, sent.body.override_reason]).toEqual([202, 'Il part en voyage']);
    await mailsArrived(email);
  });

  it('at the level reached repeats it: its day moves, and the next step with it', async () => {
    const { invoice, email } = await lateInvoice({ initial_level: 1, initial_level_on: inDays(-10) });
    const before = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect((await remind(invoice.id, { level: 1, mode: 'email' })).status).toBe(202);
    await mailsArrived(email);
    const after = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next && shown.dunning.next.due_at > before.dunning.next.due_at,
    );
    expect(after.dunning).toMatchObject({ level: 1, next: { level: 2 } });
    expect(after.dunning.levels[0]).toMatchObject({
      state: 'done',
      done_at: (await messagesOf(invoice.id))[0].sent_at,
    });
    expect((await remind(invoice.id, { level: 1, mode: 'email' })).status).toBe(202);
    expect(await mailsArrived(email, 2)).toHaveLength(2);
  });

  it('beyond R3, where the scenario has such a level, is a step like any other: in a run, by hand and in the lists', async () => {
    const made = async (path: string, body: object): Promise<string> => {
      const answer = await call('admin', 'POST', path, body);
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
      return answer.body.id;
    };
    const text = { kind: 'email', language: 'fr', subject: 'R4', body_html: '<p>Dernier avis, #invoice_number.</p>' };
    const template = await made('/templates', { name: unique('R4'), level: 4, ...text });
    const step = { key: 'r4', level: 4, kind: 'email', anchor: 'issued_on', delay_days: 15, mode: 'to_confirm' };
    const scenario = await made('/scenarios', {
      ...{ name: unique('Quatre niveaux'), unit: 'invoice' },
      steps: [{ ...step, template_id: template }],
    });
    const { invoice, email } = await lateInvoice({ scenario_id: scenario });
    const action = await openAction(invoice.id);
    const run = await call('collector', 'POST', '/runs', {
      ...{ level: 4, mode: 'email', dry_run: true },
      invoice_ids: [invoice.id],
    });
    expect(run.status).toBe(202);
    const judged = await eventually(
      async () => (await call('collector', 'GET', `/runs/${run.body.id}`)).body,
      ({ status }) => status === 'done',
    );
    expect(judged).toMatchObject({ level: 4, sent: 1 });
    expect((await remind(invoice.id, { level: 4, mode: 'email' })).status).toBe(202);
    expect((await mailsArrived(email))[0]!.subject).toBe('R4');
    const listed = async (path: string) =>
      (await call('collector', 'GET', path)).body.data.map(({ id }: { id: string }) => id);
    const message = await settledMessage(invoice.id, 'sent');
    expect(await listed('/messages?level=4')).toContain(message.id);
    expect(await listed('/actions?level=4&status=done')).toContain(action.id);
    expect(await listed('/runs?level=4&dry_run=true')).toContain(run.body.id);
  });

  it('without a level is an extra: no level is done by it, and the next step keeps its distance', async () => {
    const { invoice, email } = await lateInvoice();
    await openAction(invoice.id);
    const sent = await remind(invoice.id, {
      mode: 'email',
      subject: 'Un mot',
      body_html: '<p>Bonjour #contact_name.</p>',
    });
    expect(sent.body).toMatchObject({ level: null, origin: 'manual' });
    const [mail] = await mailsArrived(email);
    expect(mail!.subject).toBe('Un mot');
    await settledMessage(invoice.id, 'sent');
    const { dunning } = await shownInvoice(invoice.id);
    expect(dunning).toMatchObject({ level: 0, next: { level: 1 } });
    expect(dunning.levels[0].done_at).toBeNull();
    expect(mail!.attachments.map((one) => one.filename)).toEqual(['relance.pdf']);
    const history = await call('collector', 'GET', `/invoices/${invoice.id}/history?kind=sent`);
    expect(history.body.data[0].text).toMatch(/^Envoi par courriel à /);
  });

  it('never skips a level, and never goes back: 409', async () => {
    const { invoice, email } = await lateInvoice();
    await openAction(invoice.id);
    for (const level of [2, 3, 4])
      expect((await remind(invoice.id, { level, mode: 'email' })).body.code).toBe('wrong_level');
    expect((await remind(invoice.id, { level: 10, mode: 'email' })).status).toBe(422);
    expect(await mailsTo(email)).toEqual([]);
    expect(await messagesOf(invoice.id)).toEqual([]);
  });

  it('as a dry run gives the draft and stores nothing', async () => {
    const { invoice, email } = await lateInvoice();
    await openAction(invoice.id);
    const { status, body } = await remind(invoice.id, { level: 1, mode: 'email' }, '?dry_run=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({ recipients: [email], mode: 'email', level: 1, step: 'r1', repeat: 0 });
    expect(body.subject).toContain(invoice.number);
    const pdf = await fetch(body.pdf_url);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await messagesOf(invoice.id)).toEqual([]);
    expect((await openAction(invoice.id)).status).toBe('planned');
  });

  it('of ten at once with one key, one leaves; without a key, one is on its way and nine are refused', async () => {
    const { invoice, email } = await lateInvoice();
    await openAction(invoice.id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => remind(invoice.id, { level: 1, mode: 'email' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array<number>(9).fill(409)]);
    await mailsArrived(email);
    const other = await lateInvoice();
    await openAction(other.invoice.id);
    const headers = { 'Idempotency-Key': `reminder-${other.invoice.id}` };
    const path = `/invoices/${other.invoice.id}/reminders`;
    const first = await call('collector', 'POST', path, { level: 1, mode: 'email' }, headers);
    const again = await call('collector', 'POST', path, { level: 1, mode: 'email' }, headers);
    expect([again.status, again.body.id]).toEqual([first.status, first.body.id]);
    await mailsArrived(other.email);
    expect(await mailsTo(other.email)).toHaveLength(1);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('what holds do to a reminder by hand', () => {
  it('litigation and dispute stop it, override or not; a draft too', async () => {
    const { invoice, email } = await lateInvoice();
    await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, { reason: 'Me Durand' });
    for (const body of [{ mode: 'email' }, { mode: 'email', level: 1, override_reason: 'Accord de l’avocat' }]) {
      const answer = await remind(invoice.id, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'held']);
    }
    await call('collector', 'DELETE', `/invoices/${invoice.id}/litigation`);
    await call('collector', 'POST', `/invoices/${invoice.id}/disputes`, { reason: 'Travaux non faits' });
    expect((await remind(invoice.id, { mode: 'email', override_reason: 'x' })).body.code).toBe('held');
    expect(await mailsTo(email)).toEqual([]);
  });

  it('a promise, a pause and a pause of the customer ask for a reason, and then it leaves', async () => {
    const { invoice, customer, email } = await lateInvoice();
    await call('collector', 'POST', `/invoices/${invoice.id}/promises`, {
      amount_cents: 120_00,
      promised_on: inDays(20),
    });
    expect((await remind(invoice.id, { mode: 'email', level: 1 })).body.code).toBe('override_required');
    const sent = await remind(invoice.id, { mode: 'email', level: 1, override_reason: 'Il me l’a demandé' });
    expect(sent.body).toMatchObject({ override_reason: 'Il me l’a demandé' });
    await mailsArrived(email);
    await settledMessage(invoice.id, 'sent');
    await call('collector', 'POST', `/customers/${customer.id}/pause`, { reason: 'Travaux' });
    expect((await remind(invoice.id, { mode: 'email' })).body.code).toBe('override_required');
    expect((await remind(invoice.id, { mode: 'email', override_reason: 'Demandé' })).status).toBe(202);
    expect(await mailsArrived(email, 2)).toHaveLength(2);
  });

  it('on a closed case is 409 case_closed; without an address, or with an unknown template, 422', async () => {
    const { invoice } = await lateInvoice({}, { contacts: [] });
    expect((await remind(invoice.id, { mode: 'email' })).body.code).toBe('no_address');
    const nobody = '00000000-0000-7000-8000-000000000009';
    expect((await remind(invoice.id, { mode: 'letter', template_id: nobody })).body.code).toBe('unknown_template');
    await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'Doublon' });
    const closed = await remind(invoice.id, { mode: 'letter' });
    expect([closed.status, closed.body.code]).toEqual([409, 'case_closed']);
  });
});

describe('letters by hand', () => {
  it('a simple letter is done when it is made', async () => {
    const { invoice } = await lateInvoice();
    await openAction(invoice.id);
    expect((await remind(invoice.id, { level: 1, mode: 'letter' })).status).toBe(202);
    const message = await settledMessage(invoice.id, 'sent');
    expect(message).toMatchObject({ kind: 'letter', letter_kind: 'simple', provider: 'person' });
    expect((await bytesOf(`/v1/messages/${message.id}/letter.pdf`)).type).toBe('application/pdf');
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.level === 1,
    );
    expect(dunning.level).toBe(1);
  });

  it('a registered step is refused by mail; as a letter it waits to be posted, and is done then', async () => {
    const { invoice } = await lateInvoice({ scenario_id: await noticeScenario() });
    await openAction(invoice.id);
    const byMail = await remind(invoice.id, { level: 3, mode: 'email' });
    expect([byMail.status, byMail.body.code]).toEqual([409, 'registered_required']);
    expect((await remind(invoice.id, { level: 3, mode: 'letter' })).status).toBe(202);
    const message = await settledMessage(invoice.id, 'rendered');
    const action = await shownAction(message.action_id);
    expect(action).toMatchObject({
      status: 'to_do',
      kind: 'letter',
      letter_kind: 'registered',
      message_id: message.id,
    });
    expect((await remind(invoice.id, { mode: 'email' })).body.code).toBe('letter_to_post');
    expect((await call('collector', 'POST', `/actions/${action.id}/complete`, {})).status).toBe(200);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.status === 'exhausted',
    );
    expect(dunning).toMatchObject({ level: 3, status: 'exhausted', next: null });
    expect((await messagesOf(invoice.id))[0].status).toBe('deposited');
  });

  it('a registered letter that waits is taken back by a payment: nothing is left to post', async () => {
    const { invoice } = await lateInvoice({ scenario_id: await noticeScenario() });
    await openAction(invoice.id);
    await remind(invoice.id, { level: 3, mode: 'letter' });
    const message = await settledMessage(invoice.id, 'rendered');
    await call('payments', 'POST', '/payments', {
      external_id: `p-${invoice.id}`,
      amount_cents: 120_00,
      currency: 'EUR',
      paid_on: inDays(0),
      allocations: [{ invoice_number: invoice.number, amount_cents: 120_00 }],
    });
    expect((await settledMessage(invoice.id, 'cancelled')).status).toBe('cancelled');
    expect((await shownAction(message.action_id)).status).toBe('cancelled');
    expect((await call('collector', 'POST', `/actions/${message.action_id}/complete`, {})).status).toBe(409);
  });
});
