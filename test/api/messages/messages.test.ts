import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { createDatabase } from '../../../prisma/client.ts';
import { call } from '../client.ts';
import { eventually } from '../../eventually.ts';
import { bytesOf, lateInvoice, mailsArrived, openAction, settledMessage, shownInvoice } from '../sending.ts';

async function sentByHand() {
  const made = await lateInvoice();
  await openAction(made.invoice.id);
  await call('collector', 'POST', `/invoices/${made.invoice.id}/reminders`, { level: 1, mode: 'email' });
  return { ...made, message: await settledMessage(made.invoice.id, 'sent') };
}

describe('the archive', () => {
  it('gives the stored bytes, and the mail as a page in which nothing runs', async () => {
    const { message, email } = await sentByHand();
    const [mail] = await mailsArrived(email);
    const html = await bytesOf(`/v1/messages/${message.id}/html`);
    expect(html.bytes.toString()).toBe(mail!.html);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(message.provider_reference).toBe(mail!.id);
  });

  it('filters by invoice, customer, kind, level, status and test; other filters are 400', async () => {
    const { message, invoice, customer } = await sentByHand();
    const ids = async (query: string) =>
      (await call('collector', 'GET', `/messages?${query}`)).body.data.map(({ id }: { id: string }) => id);
    const whole = `invoice_id=${invoice.id}&customer_id=${customer.id}&kind=email&level=1&status=sent&test=true`;
    expect(await ids(whole)).toEqual([message.id]);
    for (const none of ['kind=letter', 'level=2', 'status=failed', 'test=false']) {
      expect(await ids(`invoice_id=${invoice.id}&${none}`)).toEqual([]);
    }
    for (const bad of ['status=gone', 'level=10', 'colour=red', 'invoice_id=x', 'from_on=soon', 'waiting=perhaps']) {
      expect((await call('collector', 'GET', `/messages?${bad}`)).status).toBe(400);
    }
    expect((await call('collector', 'GET', '/messages/00000000-0000-7000-8000-000000000009')).status).toBe(404);
  });
});

describe('looking for what was sent', () => {
  it('by customer, invoice, subject and recipient, by the creditor’s local days, and what waits apart', async () => {
    const { message, invoice, customer, email } = await sentByHand();
    expect(message).toMatchObject({
      customer: { id: customer.id, name: customer.name, reference: customer.reference, erased: false },
      invoices: [{ id: invoice.id, number: invoice.number }],
    });
    const isFound = async (query: string) =>
      (await call('collector', 'GET', `/messages?customer_id=${customer.id}&${query}`)).body.data.length === 1;
    for (const q of [customer.reference.toLowerCase(), invoice.number, email, message.subject.slice(3, 12)])
      expect(await isFound(`q=${encodeURIComponent(q)}`), q).toBe(true);
    for (const q of ['100%', 'personne', email.slice(1)])
      expect(await isFound(`q=${encodeURIComponent(q)}`), q).toBe(false);
    const on = localDate(message.reserved_at, 'Europe/Paris');
    expect(await isFound(`from_on=${on}&until_on=${on}`)).toBe(true);
    expect(await isFound(`from_on=${addDays(on, 1)}`)).toBe(false);
    expect(await isFound(`until_on=${addDays(on, -1)}`)).toBe(false);
    expect(await isFound('waiting=false')).toBe(true);
    expect(await isFound('waiting=true')).toBe(false);
  });
});

describe('an ambiguous message', () => {
  async function ambiguous() {
    const made = await lateInvoice();
    await openAction(made.invoice.id);
    await fetch(`${inject('stack').mailboxUrl}/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      // It may be tried several times before its workflow is told of the payment below.
      body: JSON.stringify({ next: 100, kind: 'reset', to: made.email }),
    });
    await call('collector', 'POST', `/invoices/${made.invoice.id}/reminders`, { level: 1, mode: 'email' });
    const unknown = await eventually(
      async () => (await call('collector', 'GET', `/messages?invoice_id=${made.invoice.id}`)).body.data[0],
      (message) => Boolean(message?.next_try_at) && message.tries >= 1,
    );
    // A balance that changed after a try of unknown outcome: there is no further try.
    await call('payments', 'POST', '/payments', {
      external_id: `part-${made.invoice.id}`,
      amount_cents: 20_00,
      currency: 'EUR',
      paid_on: '2026-11-20',
      allocations: [{ invoice_number: made.invoice.number, amount_cents: 20_00 }],
    });
    return { ...made, message: unknown, settled: await settledMessage(made.invoice.id, 'ambiguous') };
  }

  // Both at the same time: each has its second try ten seconds after the first.
  let [left, stayed]: Awaited<ReturnType<typeof ambiguous>>[] = [];
  beforeAll(async () => {
    [left, stayed] = await Promise.all([ambiguous(), ambiguous()]);
  });

  it('is settled by a person as sent: its level is done, and the case goes on; again is 409', async () => {
    const { invoice, message } = left!;
    expect((await shownInvoice(invoice.id)).dunning.status).toBe('needs_attention');
    const path = `/messages/${message.id}/resolve`;
    expect((await call('collector', 'POST', path, { outcome: 'maybe', comment: 'x' })).status).toBe(422);
    const resolved = await call('collector', 'POST', path, { outcome: 'sent', comment: 'Vu chez le prestataire' });
    expect([resolved.status, resolved.body.status]).toEqual([200, 'sent']);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect(dunning).toMatchObject({ level: 1, next: { level: 2 } });
    // It counts as having left when it was tried, not when a person found out.
    expect(Date.parse(resolved.body.sent_at)).toBeLessThan(Date.parse(resolved.body.settled_at));
    expect(dunning.levels[0].done_at).toBe(resolved.body.sent_at);
    expect((await call('collector', 'POST', path, { outcome: 'sent', comment: 'x' })).body.code).toBe('not_ambiguous');
    const history = (await call('collector', 'GET', `/invoices/${invoice.id}/history`)).body.data;
    const { name } = history.find((line: { kind: string }) => line.kind === 'sent').actor;
    expect(name).not.toBe('Relance');
  });

  it('not sent gives the step back', async () => {
    const { invoice, message } = stayed!;
    const resolved = await call('collector', 'POST', `/messages/${message.id}/resolve`, {
      outcome: 'not_sent',
      comment: 'Rien reçu',
    });
    expect([resolved.status, resolved.body.status]).toEqual([200, 'cancelled']);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 1,
    );
    expect(dunning).toMatchObject({ level: 0, next: { level: 1 } });
  });
});

describe('files', () => {
  const send = async (contentType: string, body: Uint8Array, query = '') => {
    const { apiUrl, demo } = inject('stack');
    const headers = { Authorization: `Bearer ${demo.keys.collector}`, 'Content-Type': contentType };
    const response = await fetch(`${apiUrl}/v1/attachments${query}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };

  it('are kept under a harmless name; other types 415, other bytes 422, above 1 MB 413', async () => {
    const pdf = Buffer.from('%PDF-1.7 …');
    const kept = await send('application/pdf', pdf, '?filename=..%2F..%2Fetc%2Ffacture');
    expect([kept.status, kept.body['filename']]).toEqual([201, 'facture.pdf']);
    expect((await bytesOf(`/v1/attachments/${kept.body['id']}`)).bytes).toEqual(pdf);
    expect((await send('text/html', pdf)).status).toBe(415);
    expect((await send('image/png', pdf)).status).toBe(422);
    expect((await send('application/pdf', Buffer.alloc(0))).status).toBe(422);
    expect((await send('application/pdf', Buffer.concat([pdf, Buffer.alloc(1_100_000)]))).status).toBe(413);
  });
});

describe('what is another creditor’s', () => {
  it('does not exist: actions, messages and files answer as an unknown id does', async () => {
    const { message, invoice } = await sentByHand();
    const db = createDatabase(inject('stack').databaseUrl, 1);
    const action = await db.action.findFirstOrThrow({ where: { invoices: { some: { invoiceId: invoice.id } } } });
    await db.$disconnect();
    const made = await call('operator', 'POST', '/creditors', { name: 'Un autre' });
    const other = { key: made.body.admin_key as string };
    const nobody = '00000000-0000-7000-8000-000000000009';
    const paths = ['/messages/:id', '/messages/:id/html', '/messages/:id/letter.pdf', '/actions/:id'];
    for (const path of paths) {
      const id = path.startsWith('/actions') ? action.id : message.id;
      const headers = { 'X-Request-Id': 'same' };
      const theirs = await call(other, 'GET', path.replace(':id', id), undefined, headers);
      const unknown = await call(other, 'GET', path.replace(':id', nobody), undefined, headers);
      expect([theirs.status, theirs.text]).toEqual([404, unknown.text]);
    }
    for (const verb of ['confirm', 'complete']) {
      expect((await call(other, 'POST', `/actions/${action.id}/${verb}`, {})).status).toBe(404);
    }
    expect((await call(other, 'POST', `/invoices/${invoice.id}/reminders`, { mode: 'email' })).status).toBe(404);
    expect((await call(other, 'PUT', `/invoices/${invoice.id}/level`, { level: 1, reason: 'x' })).status).toBe(404);
  });
});
