import { beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { recordHistory } from '../../../facts/history.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { takeCreditNoteOffInvoice } from '../../../facts/money/take-credit-note-off-invoice.ts';
import { createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

// Answers that are complete: nothing is left out that a reader needs to do the same again, or to have seen everything.

let world: World;
let key: string;
let api: Awaited<ReturnType<typeof sharedApi>>;
let customer: Awaited<ReturnType<World['customer']>>;
let invoice: Awaited<ReturnType<World['invoice']>>;

beforeAll(async () => {
  api = await sharedApi();
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
  customer = await world.customer();
  invoice = await world.invoice(customer.reference);
});

const read = async (path: string) => (await api.ask('GET', `/v1${path}`, { key })).body;

it('a pause says its cause wherever it is shown, so that it can be set again as it was', async () => {
  await setPause(world.db, world.context, invoice.id, { reason: 'Redressement', cause: 'insolvency' });
  const held = [{ kind: 'pause', reason: 'Redressement', cause: 'insolvency', until_on: null }];
  expect((await read(`/invoices/${invoice.id}`)).dunning.holds).toMatchObject(held);
  expect((await read(`/customers/${customer.id}/account`)).items[0].holds).toMatchObject(held);
});

it('calls and notes are one list, newest first, to its end', async () => {
  const kinds = ['note', 'call', 'note', 'call', 'call'] as const;
  for (const [minute, kind] of kinds.entries()) {
    const context = { ...world.context, at: new Date(world.context.at.getTime() + minute * 60_000) };
    const comment = String(minute);
    const said =
      kind === 'call' ? { kind, data: { outcome: 'reached', comment } } : { kind, data: { noteId: comment, comment } };
    const line = { customerId: customer.id, ...said };
    await world.db.$transaction((tx) => recordHistory(tx, context, [line]));
  }
  const seen: unknown[] = [];
  for (let cursor = ''; ;) {
    const { data, next_cursor: next } = await read(`/customers/${customer.id}/history?kind=call,note&limit=2${cursor}`);
    seen.push(...data.map((entry: { kind: string; data: { comment: string } }) => [entry.kind, entry.data.comment]));
    if (next === null) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  expect(seen).toEqual(kinds.map((kind, minute) => [kind, String(minute)]).toReversed());
  expect((await read(`/customers/${customer.id}/history?kind=note&count=true`)).total).toBe(2);
  expect((await read(`/customers/${customer.id}/history?kind=call,nothing`)).status).toBe(400);
});

it('what a credit note did to an invoice is told once of the customer, and to whoever reads the credit note too', async () => {
  const { id, reference } = await world.customer();
  const owed = await world.invoice(reference);
  const { answer } = await world.credit(owed.id, 30_00);
  await takeCreditNoteOffInvoice(world.db, world.context, answer.id, { invoice_number: owed.number, reason: 'Erreur' });
  const told = async (of: string) => {
    const { data } = await read(`/${of}/history?kind=credited,allocation_reversed,note`);
    return data.map((entry: { kind: string }) => entry.kind);
  };
  const note = { customerId: id, kind: 'note', data: { noteId: 'n', comment: 'Vu' } } as const;
  await world.db.$transaction((tx) => recordHistory(tx, world.context, [note]));
  expect(await told(`customers/${id}`)).toEqual(['note', 'allocation_reversed', 'credited']);
  const ofNote = (await read(`/invoices/${answer.id}/history`)).data.map((entry: { kind: string }) => entry.kind);
  expect(ofNote).toEqual(expect.arrayContaining(['allocation_reversed', 'credited']));
});
