import { randomUUID } from 'node:crypto';
import { beforeAll, it } from 'vitest';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { cancelRefund } from '../../../facts/money/cancel-refund.ts';
import { recordCredit } from '../../../facts/money/record-credit.ts';
import { refundCreditNote } from '../../../facts/money/refund.ts';
import { takeCreditNoteOffInvoice } from '../../../facts/money/take-credit-note-off-invoice.ts';
import { openWorld, type World } from '../holds/case-world.ts';
import { Life } from './life.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function credit(life: Life, amount_cents: number): Promise<string> {
  const said = { external_id: randomUUID(), number: `A-${randomUUID().slice(0, 8)}`, issued_on: '2026-11-24' };
  return (await recordCredit(world.db, life.on, life.id, { ...said, amount_cents })).answer.id;
}

const takenOff = (life: Life, noteId: string) =>
  takeCreditNoteOffInvoice(world.db, life.on, noteId, { invoice_number: life.number, reason: 'Erreur' });

it('What was shown of a case is told of its past: credits that are taken off again, and money after a write-off', async () => {
  const life = new Life(world);
  const { db } = world;
  await life.begins();
  let note = '';
  const credited = (cents: number) => async () => {
    note = await credit(life, cents);
  };
  await life.lives('a dispute', () => openDispute(db, life.on, life.id, { reason: 'Casse' }));
  const upheld = async () =>
    resolveDispute(
      db,
      life.on,
      { invoiceId: life.id, disputeId: (await life.hold('dispute')).id },
      { outcome: 'upheld' },
    );
  await life.lives('upheld', upheld, 1);
  await life.lives('credited', credited(5_000), 1);
  await life.lives('the credit is taken off', () => takenOff(life, note), 1);
  await life.lives('credited whole', credited(30_000), 1);
  await life.lives('and taken off', () => takenOff(life, note), 1);
  await life.lives('written off', () => endCase(db, life.on, life.id, 'written_off', { reason: 'Perdu' }), 1);
  await life.lives('paid after all', () => world.pay(life.number, 10_000, life.at), 1);
  await life.isToldAsItWasShown();
});

it('What was shown of a credit note is told of its past: what it was set against, and what was paid back', async () => {
  const life = new Life(world);
  await life.begins();
  const noteId = await credit(life, 50_000);
  const note = new Life(world);
  Object.assign(note, { id: noteId, customerId: life.customerId, at: life.at });
  const happens = async (what: string, act: () => Promise<unknown>) => {
    note.at = new Date(note.at.getTime() + 60_000);
    life.at = note.at;
    await act();
    await note.see(what);
  };
  const back = (external_id: string, amount_cents: number) =>
    refundCreditNote(world.db, note.on, noteId, { external_id, amount_cents, paid_on: '2026-11-24' });
  const [part, rest] = [randomUUID(), randomUUID()];
  await happens('a part is paid back', () => back(part, 5_000));
  await happens('all is', () => back(rest, 15_000));
  await happens('which did not take place', () => cancelRefund(world.db, note.on, rest, { reason: 'IBAN faux' }));
  await happens('it is taken off its invoice', () => takenOff(life, noteId));
  await note.isToldAsItWasShown();
});
