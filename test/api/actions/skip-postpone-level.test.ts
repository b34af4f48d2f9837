import { describe, expect, it } from 'vitest';
import { call } from '../client.ts';
import { eventually } from '../../eventually.ts';
import { mailsTo, shownAction, shownInvoice, toConfirm } from '../sending.ts';

describe('skipping and postponing', () => {
  it('a skip leaves the step out without raising the level, and counts as its day', async () => {
    const { action, invoice, email } = await toConfirm();
    expect((await call('collector', 'POST', `/actions/${action.id}/skip`, {})).status).toBe(422);
    const skipped = await call('collector', 'POST', `/actions/${action.id}/skip`, { reason: 'Appel hier' });
    expect([skipped.status, skipped.body.status]).toEqual([200, 'skipped']);
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 2,
    );
    expect(dunning).toMatchObject({ level: 0, next: { level: 2 } });
    expect(Date.parse(dunning.next.due_at)).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    expect((await call('collector', 'POST', `/actions/${action.id}/skip`, { reason: 'Encore' })).status).toBe(409);
    expect(await mailsTo(email)).toEqual([]);
  });

  it('postponed, it keeps its id and is planned again, not before that day; a day that is not to come is 422', async () => {
    const { action, invoice } = await toConfirm();
    const path = `/actions/${action.id}/postpone`;
    expect(
      (await call('collector', 'POST', path, { until_on: '2026-11-01', reason: 'Trop tard' })).body.errors[0].pointer,
    ).toBe('/until_on');
    const postponed = await call('collector', 'POST', path, { until_on: '2099-01-03', reason: 'Le client est fermé' });
    expect(postponed.status).toBe(200);
    expect(postponed.body).toMatchObject({ id: action.id, status: 'planned', due_on: '2099-01-05' });
    const { dunning } = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.due_at.startsWith('2099-01-05'),
    );
    expect(dunning).toMatchObject({ level: 0, next: { level: 1 } });
    const listed = (await call('collector', 'GET', `/actions?status=planned&invoice_id=${invoice.id}`)).body.data;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([action.id]);
  });
});

describe('setting the level', () => {
  it('with a reason, goes on from there today; level 0 starts again; without a reason 422', async () => {
    const { invoice, action } = await toConfirm();
    expect((await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 2 })).status).toBe(422);
    expect((await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 4, reason: 'x' })).status).toBe(
      422,
    );
    expect(
      (await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 2, reason: 'Relancé par l’agence' }))
        .status,
    ).toBe(200);
    const raised = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 3,
    );
    expect(raised.dunning).toMatchObject({ level: 2, next: { level: 3 } });
    expect((await shownAction(action.id)).status).toBe('cancelled');
    await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 0, reason: 'Reprise' });
    const again = await eventually(
      () => shownInvoice(invoice.id),
      (shown) => shown.dunning.next?.level === 1,
    );
    expect(again.dunning).toMatchObject({ level: 0, next: { level: 1 } });
  });

  it('asks once what follows the last level, and no more when the ladder goes on', async () => {
    const { invoice } = await toConfirm();
    const asked = async () =>
      (await call('collector', 'GET', `/actions?invoice_id=${invoice.id}&kind=task`)).body.data.map(
        ({ status }: { status: string }) => status,
      );
    const setTo = async (level: number, ...statuses: string[]) => {
      await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level, reason: 'Essai' });
      await eventually(
        () => shownInvoice(invoice.id),
        (shown) => shown.dunning.level === level && statuses.includes(shown.dunning.status),
      );
    };
    await setTo(3, 'exhausted');
    expect(await asked()).toEqual(['planned']);
    // Today's send hour may be over.
    await setTo(0, 'to_confirm', 'waiting');
    expect(await asked()).toEqual([]);
    await setTo(3, 'exhausted');
    expect(await asked()).toEqual(['planned']);
  });

  it('of a closed case is 409', async () => {
    const { invoice } = await toConfirm();
    await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'Doublon' });
    const answer = await call('collector', 'PUT', `/invoices/${invoice.id}/level`, { level: 2, reason: 'x' });
    expect([answer.status, answer.body.code]).toEqual([409, 'case_closed']);
  });
});
