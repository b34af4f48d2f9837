import { describe, expect, it } from 'vitest';
import { call } from '../client.ts';
import { eventually } from '../../eventually.ts';
import {
  bytesOf,
  mailsTo,
  messagesOf,
  noticeScenario,
  openAction,
  sha256,
  shownAction,
  shownInvoice,
  toConfirm,
} from '../sending.ts';

describe('completing', () => {
  it('marks the step done today and sends nothing; again is 409', async () => {
    const { action, invoice, email } = await toConfirm();
    const done = await call('collector', 'POST', `/actions/${action.id}/complete`, { comment: 'Par téléphone' });
    expect([done.status, done.body.status]).toEqual([200, 'done']);
    expect((await call('collector', 'POST', `/actions/${action.id}/complete`, {})).status).toBe(409);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect(dunning.level).toBe(1);
    expect(dunning.levels[0]).toMatchObject({ level: 1, state: 'done' });
    expect(await mailsTo(email)).toEqual([]);
  });

  it('a registered letter waits as a to_do with its PDF and is done on the day it was posted', async () => {
    const { invoice, action } = await toConfirm({ scenario_id: await noticeScenario() });
    expect((await call('collector', 'POST', `/actions/${action.id}/confirm`, {})).status).toBe(200);
    const waiting = await eventually(
      () => messagesOf(invoice.id),
      (data) => data[0]?.status === 'rendered',
    );
    expect(waiting[0]).toMatchObject({ kind: 'letter', letter_kind: 'registered', status: 'rendered', sent_at: null });
    // Everywhere it is the same: a letter that was made today and is to be posted.
    const toPost = expect.stringMatching(/^Le courrier R3 édité le .+ est à poster\.$/);
    expect(waiting[0].to_post).toBe(true);
    expect(await shownAction(action.id)).toMatchObject({ status: 'to_do', reason: toPost });
    const made = (await shownInvoice(invoice.id)).dunning;
    expect(made).toMatchObject({
      level: 0,
      sentence: toPost,
      next: { letter_made_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    const again = { mode: 'letter', level: 3 };
    expect((await call('collector', 'POST', `/invoices/${invoice.id}/reminders`, again)).body.code).toBe(
      'letter_to_post',
    );
    const letter = await bytesOf(`/v1/actions/letters.pdf?ids=${action.id}`);
    expect(sha256(letter.bytes)).toBe(waiting[0].sha256.pdf);
    const path = `/actions/${action.id}/complete`;
    expect((await call('collector', 'POST', path, { posted_on: '2099-01-01' })).body.errors[0].pointer).toBe(
      '/posted_on',
    );
    expect((await call('collector', 'POST', path, { posted_on: '2026-03-01' })).status).toBe(422);
    const posted = await call('collector', 'POST', path, { registered_number: '1A 000 000 0000 0' });
    expect([posted.status, posted.body.status]).toEqual([200, 'done']);
    const [message] = await messagesOf(invoice.id);
    expect(message).toMatchObject({ status: 'deposited', provider_reference: '1A 000 000 0000 0' });
    const history = (await call('collector', 'GET', `/invoices/${invoice.id}/history`)).body.data;
    expect(history.find(({ kind }: { kind: string }) => kind === 'sent').text).toContain('(n°\u00a01A 000 000 0000 0)');
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.level === 3,
    );
    expect(dunning.levels[2]).toMatchObject({ level: 3, state: 'done', done_at: message.sent_at });
    expect((await call('collector', 'POST', path, {})).status).toBe(409);
  });

  it('a letter that was posted without a confirmation is in the archive with its bytes, posted by a person', async () => {
    const { invoice, action } = await toConfirm({ scenario_id: await noticeScenario() });
    const path = `/actions/${action.id}/complete`;
    const done = await call('collector', 'POST', path, { registered_number: '2C 000 000 0000 1' });
    expect([done.status, done.body.status]).toEqual([200, 'done']);
    const [message] = await messagesOf(invoice.id);
    expect(message).toMatchObject({ kind: 'letter', status: 'deposited', provider: 'person', level: 3 });
    expect(message).toMatchObject({ id: done.body.message_id, provider_reference: '2C 000 000 0000 1' });
    const letter = await bytesOf(`/v1/messages/${message.id}/letter.pdf`);
    expect(sha256(letter.bytes)).toBe(message.sha256.pdf);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.level === 3,
    );
    expect(dunning.levels[2]).toMatchObject({ level: 3, state: 'done', done_at: message.sent_at });
  });

  it('a letter that waits is taken back by a change of level, and its step may be planned again', async () => {
    const { invoice, action } = await toConfirm({ scenario_id: await noticeScenario() });
    await call('collector', 'POST', `/actions/${action.id}/confirm`, {});
    await eventually(
      () => messagesOf(invoice.id),
      (data) => data[0]?.status === 'rendered',
    );
    await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 2, reason: 'Relancé par l’agence' });
    const taken = await eventually(
      () => messagesOf(invoice.id),
      (data) => data[0]?.status === 'cancelled',
    );
    expect(taken[0].status).toBe('cancelled');
    const next = await openAction(invoice.id);
    expect(next).toMatchObject({ level: 3, kind: 'letter' });
    expect(next.id).not.toBe(action.id);
  });
});
