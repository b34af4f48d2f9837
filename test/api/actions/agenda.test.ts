import { describe, expect, it } from 'vitest';
import { call } from '../client.ts';
import { bytesOf, toConfirm } from '../sending.ts';

describe('the agenda', () => {
  it('filters, pages, counts and gives CSV; unknown filters and bad values are 400', async () => {
    const { action, customer } = await toConfirm();
    const rows = (await call('collector', 'GET', `/actions?customer_id=${customer.id}&status=to_confirm&count=true`))
      .body;
    expect(rows).toMatchObject({ total: 1, data: [{ id: action.id, customer_id: customer.id }] });
    for (const status of ['planned', 'to_do', 'needs_attention', 'done', 'skipped', 'cancelled']) {
      expect(
        (await call('collector', 'GET', `/actions?customer_id=${customer.id}&status=${status}`)).body.data,
      ).toEqual([]);
    }
    const either = `/actions?customer_id=${customer.id}&count=true&status=`;
    expect((await call('collector', 'GET', `${either}to_do,to_confirm`)).body).toMatchObject({ total: 1 });
    expect((await call('collector', 'GET', `${either}to_do,planned`)).body).toMatchObject({ total: 0, data: [] });
    expect((await call('collector', 'GET', `/actions?customer_id=${customer.id}&kind=letter`)).body.data).toEqual([]);
    expect(
      (await call('collector', 'GET', `/actions?customer_id=${customer.id}&due_before=2000-01-01`)).body.data,
    ).toEqual([]);
    await toConfirm();
    const page = (await call('collector', 'GET', '/actions?limit=1')).body;
    expect(page.data).toHaveLength(1);
    const next = (await call('collector', 'GET', `/actions?limit=1&cursor=${page.next_cursor}`)).body;
    expect(next.data[0].id).not.toBe(page.data[0].id);
    const csv = await call('collector', 'GET', `/actions?customer_id=${customer.id}`, undefined, {
      Accept: 'text/csv',
    });
    expect(csv.text.split('\r\n')[1]).toContain(action.id);
    for (const query of [
      'status=open',
      'status=to_do,open',
      'status=',
      'colour=red',
      'due_on=tomorrow',
      'limit=0',
      'cursor=x',
      'sort=amount_cents',
    ]) {
      expect((await call('collector', 'GET', `/actions?${query}`)).status).toBe(400);
    }
  });

  it('letters of several actions are one PDF in the order given; unknown ids are 404', async () => {
    const [one, two] = [await toConfirm(), await toConfirm()];
    const merged = await bytesOf(`/v1/actions/letters.pdf?ids=${two.action.id},${one.action.id}`);
    expect([merged.status, merged.type, merged.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const single = await bytesOf(one.action.draft.pdf_url);
    expect(single.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const posted = await call('collector', 'POST', '/actions/letters.pdf', { ids: [one.action.id, two.action.id] });
    expect(posted.status).toBe(200);
    expect(
      (await call('collector', 'GET', '/actions/letters.pdf?ids=00000000-0000-7000-8000-000000000009')).status,
    ).toBe(404);
    expect((await call('collector', 'GET', '/actions/letters.pdf')).status).toBe(400);
  });
});
