import { describe, expect, inject, it } from 'vitest';
import { call, unique } from '../client.ts';
import { eventually } from '../../eventually.ts';
import {
  bytesOf,
  mailsArrived,
  mailsTo,
  messagesOf,
  settledMessage,
  sha256,
  shownAction,
  shownInvoice,
  toConfirm,
} from '../sending.ts';

describe('confirming an action', () => {
  it('sends the mail at once, with the same letter as the archive gives; a second confirmation is 409', async () => {
    const { action, invoice, email } = await toConfirm();
    expect(action).toMatchObject({ status: 'to_confirm', kind: 'email', level: 1, amount_cents: 120_00 });
    expect(action.invoices).toEqual([{ id: invoice.id, number: invoice.number, balance_cents: 120_00 }]);
    expect(action.draft.recipients).toEqual([email]);
    expect(action.draft.subject).toContain(invoice.number);
    const confirmed = await call('collector', 'POST', `/actions/${action.id}/confirm`, { comment: 'Vu avec Anne' });
    expect(confirmed.status).toBe(200);
    const again = await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    expect(again.status).toBe(409);
    const [mail, ...others] = await mailsArrived(email);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe(action.draft.subject);
    expect(mail!.attachments).toHaveLength(1);
    const message = await settledMessage(invoice.id, 'sent');
    expect(message.id).toBe(confirmed.body.message_id);
    const letter = await bytesOf(`/v1/messages/${message.id}/letter.pdf`);
    expect(sha256(letter.bytes)).toBe(mail!.attachments[0]!.sha256);
    expect(message.sha256).toMatchObject({
      pdf: sha256(letter.bytes),
      html: sha256(mail!.html),
      text: sha256(mail!.text),
    });
    expect((await shownAction(action.id)).status).toBe('done');
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect(dunning).toMatchObject({ level: 1, next: { level: 2 } });
    const history = (await call('collector', 'GET', `/invoices/${invoice.id}/history`)).body.data;
    expect(history.map((line: { kind: string }) => line.kind)).toEqual(expect.arrayContaining(['confirmed', 'sent']));
  });

  it('once sent, it says what was asked for, however much is paid since', async () => {
    const { action, invoice, email } = await toConfirm();
    await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    await mailsArrived(email);
    await settledMessage(invoice.id, 'sent');
    const { status } = await call('payments', 'POST', '/payments', {
      external_id: unique('VIR'),
      amount_cents: 120_00,
      currency: 'EUR',
      paid_on: '2026-11-20',
      allocations: [{ invoice_number: invoice.number, amount_cents: 120_00 }],
    });
    expect(status).toBe(201);
    const shown = await shownAction(action.id);
    expect([shown.status, shown.amount_cents, shown.invoices[0].balance_cents]).toEqual(['done', 120_00, 0]);
    expect(shown.text).toMatch(/120,00\s€/);
  });

  it('of ten confirmations at once one is accepted, and one mail leaves', async () => {
    const { action, email } = await toConfirm();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call('collector', 'POST', `/actions/${action.id}/confirm`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    await mailsArrived(email);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('with the same Idempotency-Key gives the first verdict', async () => {
    const { action, email } = await toConfirm();
    const headers = { 'Idempotency-Key': `k-${action.id}` };
    const first = await call('collector', 'POST', `/actions/${action.id}/confirm`, {}, headers);
    const again = await call('collector', 'POST', `/actions/${action.id}/confirm`, {}, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.message_id).toBe(first.body.message_id);
    await mailsArrived(email);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('takes a person’s subject, text, recipients and files; what is not allowed in a text is dropped', async () => {
    const { action, email, customer } = await toConfirm();
    const pdf = Buffer.from('%PDF-1.4 facture');
    const { apiUrl, demo } = inject('stack');
    const file = await fetch(`${apiUrl}/v1/attachments?filename=facture.pdf`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${demo.keys.collector}`, 'Content-Type': 'application/pdf' },
      body: pdf,
    });
    const { id } = (await file.json()) as { id: string };
    const other = `copie-${email}`;
    const edits = {
      subject: 'Votre facture #invoice_number',
      body_html: '<p>Bonjour <script>alert(1)</script>#contact_name, reste #balance.</p>',
      recipients: [other],
      recipient_contact_ids: [customer.contacts[0].id],
      attachments: [id],
    };
    expect((await call('collector', 'POST', `/actions/${action.id}/confirm`, edits)).status).toBe(200);
    const [mail] = await mailsArrived(other);
    expect(mail!.to.toSorted()).toEqual([other, email].toSorted());
    expect(mail!.subject).toBe(`Votre facture ${action.invoices[0].number}`);
    expect(mail!.html).not.toContain('<script');
    expect(mail!.text).toContain('120,00');
    expect(mail!.attachments).toHaveLength(2);
    expect(mail!.attachments.find((one) => one.filename === 'facture.pdf')?.sha256).toBe(sha256(pdf));
    // Its name can be read in the archive too.
    const { message_id: messageId } = await shownAction(action.id);
    const { body } = await call('collector', 'GET', `/messages/${messageId}`);
    expect(body.attachments).toEqual([{ id, filename: 'facture.pdf', size: pdf.byteLength }]);
  });

  it('refuses a person’s text that was made from a draft in which more was due, until he has read the one of now', async () => {
    const { action, invoice, email } = await toConfirm();
    const edits = { subject: 'Suite à notre appel', body_html: '<p>Vous nous devez 120,00 €.</p>' };
    const payment = { external_id: unique('VIR'), amount_cents: 40_00, currency: 'EUR', paid_on: '2026-11-20' };
    const allocations = [{ invoice_number: invoice.number, amount_cents: 40_00 }];
    expect((await call('payments', 'POST', '/payments', { ...payment, allocations })).status).toBe(201);
    const { version } = action.draft;
    const path = `/actions/${action.id}/confirm`;
    const refused = await call('collector', 'POST', path, { ...edits, draft_version: version });
    expect([refused.status, refused.body.code]).toEqual([409, 'draft_changed']);
    const now = await shownAction(action.id);
    expect([now.status, now.amount_cents]).toEqual(['to_confirm', 80_00]);
    expect(now.draft.version).not.toBe(version);
    expect(await mailsTo(email)).toEqual([]);
    // A person who corrects the draft reads the same version as the message that is planned.
    const corrected = await call('collector', 'POST', `/actions/${action.id}/draft`, edits);
    expect(corrected.body.version).toBe(now.draft.version);
    const confirmed = await call('collector', 'POST', path, { ...edits, draft_version: now.draft.version });
    expect(confirmed.status).toBe(200);
    expect(await mailsArrived(email)).toHaveLength(1);
  });

  it('shows beforehand what would leave with a person’s words, the letter too, and sends nothing', async () => {
    const { action, email } = await toConfirm();
    const path = `/actions/${action.id}/draft`;
    const body_html = '<p>Comme convenu, vous devez #balance.</p>';
    const drafted = await call('collector', 'POST', path, { subject: 'Suite à notre appel', body_html });
    expect(drafted.status).toBe(200);
    expect(drafted.body).toMatchObject({ subject: 'Suite à notre appel', recipients: [email] });
    expect(drafted.body.body_html).toContain('120,00');
    expect(drafted.body.pdf_url).toMatch(/^data:application\/pdf;base64,/);
    const unknown = await call('collector', 'POST', path, { subject: 'Bonjour #nobody' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_tag']);
    const shown = await shownAction(action.id);
    expect([shown.status, shown.draft.subject]).toEqual(['to_confirm', action.draft.subject]);
    expect(await mailsTo(email)).toEqual([]);
    await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    await mailsArrived(email);
    const late = await call('collector', 'POST', path, {});
    expect([late.status, late.body.code]).toEqual([409, 'no_draft']);
  });

  it('refuses unknown tags, contacts and files, and words that this debtor may not be told: 422, and it can still be confirmed', async () => {
    const { action, email } = await toConfirm({}, { kind: 'consumer' });
    const nobody = '00000000-0000-7000-8000-000000000009';
    const refusals = [
      [{ subject: 'Bonjour #nobody' }, '/subject', 'unknown_tag'],
      [{ body_html: '<p>#nothing</p>' }, '/body_html', 'unknown_tag'],
      [{ recipient_contact_ids: [nobody] }, '/recipient_contact_ids/0', 'unknown_contact'],
      [{ attachments: [nobody] }, '/attachments/0', 'unknown_attachment'],
      [{ body_html: '<p>Une indemnité de 40 € est due.</p>' }, '/body_html', 'forbidden_wording'],
      [{ recipients: [] }, '/recipients', 'invalid'],
      [{ recipients: ['personne'] }, '/recipients/0', 'invalid'],
      [{ colour: 'red' }, '/colour', 'invalid'],
    ] as const;
    for (const [body, pointer, code] of refusals) {
      const answer = await call('collector', 'POST', `/actions/${action.id}/confirm`, body);
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([422, code, pointer]);
    }
    expect((await shownAction(action.id)).status).toBe('to_confirm');
    expect(await mailsTo(email)).toEqual([]);
    expect((await call('collector', 'POST', `/actions/${action.id}/confirm`, {})).status).toBe(200);
  });

  it('before its hour, or on a closed case, is 409 and sends nothing', async () => {
    const { action, invoice } = await toConfirm();
    const early = await toConfirm();
    await call('collector', 'POST', `/actions/${early.action.id}/postpone`, {
      until_on: '2099-01-05',
      reason: 'Accord',
    });
    expect((await call('collector', 'POST', `/actions/${early.action.id}/confirm`, {})).body.code).toBe('not_due');
    await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'Doublon' });
    const late = await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    expect(late.status).toBe(409);
    expect(await messagesOf(invoice.id)).toEqual([]);
  });
});

describe('confirming many', () => {
  it('counts an id once, says why each other one is refused, and refuses 0 or 501 ids', async () => {
    const [one, two, planned] = [await toConfirm(), await toConfirm(), await toConfirm()];
    await call('collector', 'POST', `/actions/${planned.action.id}/postpone`, {
      until_on: '2099-01-05',
      reason: 'Accord',
    });
    const nobody = '00000000-0000-7000-8000-000000000009';
    const ids = [one.action.id, one.action.id, two.action.id, planned.action.id, nobody];
    const { status, body } = await call('collector', 'POST', '/actions/confirm', { ids });
    expect([status, body.confirmed]).toEqual([200, 2]);
    expect(body.refused.map(({ id, code }: { id: string; code: string }) => [id, code])).toEqual(
      [
        [nobody, 'not_found'],
        [planned.action.id, 'not_due'],
      ].toSorted((a, b) => ids.indexOf(a[0]) - ids.indexOf(b[0])),
    );
    await mailsArrived(one.email);
    await mailsArrived(two.email);
    expect((await call('collector', 'POST', '/actions/confirm', { ids: [] })).status).toBe(422);
    expect((await call('collector', 'POST', '/actions/confirm', { ids: Array(501).fill(nobody) })).status).toBe(422);
  });

  it('refuses, as it would alone and in the same words, what has nobody to go to; the others leave', async () => {
    const [reached, unreached] = [await toConfirm(), await toConfirm({}, { contacts: [] })];
    const alone = await call('collector', 'POST', `/actions/${unreached.action.id}/confirm`, {});
    expect([alone.status, alone.body.code]).toEqual([422, 'no_address']);
    const ids = [unreached.action.id, reached.action.id];
    const { status, body } = await call('collector', 'POST', '/actions/confirm', { ids });
    expect([status, body]).toEqual([
      200,
      { confirmed: 1, refused: [{ id: unreached.action.id, code: 'no_address', detail: alone.body.detail }] },
    ]);
    await mailsArrived(reached.email);
    expect((await shownAction(unreached.action.id)).status).toBe('to_confirm');
    expect(await messagesOf(unreached.invoice.id)).toEqual([]);
  });
});
