import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { goLive } from '../../../facts/creditors/go-live.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reopenPromise } from '../../../facts/holds/reopen-promise.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { resumeCustomer } from '../../../facts/holds/resume-customer.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { resolveMessage } from '../../../facts/messages/settling/resolve-message.ts';
import { recordCredit } from '../../../facts/money/record-credit.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { openWorld, type World } from '../holds/case-world.ts';
import { Life } from './life.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const credit = (cents: number) => ({
  external_id: randomUUID(),
  number: `A-${randomUUID().slice(0, 8)}`,
  amount_cents: cents,
  issued_on: '2026-11-24',
});

async function reverseLast(life: Life): Promise<void> {
  const payment = await world.db.payment.findFirstOrThrow({
    where: { customerId: life.customerId, reversedAt: null },
    orderBy: { id: 'desc' },
  });
  const reversal = { external_id: randomUUID(), reason: 'Rejet' };
  await reversePayment(
    world.db,
    life.on,
    { externalId: payment.externalId, creditorId: world.creditor.id } as never,
    reversal,
  );
}

describe('The state of a case at a past instant', () => {
  it('is what was shown then: money that comes, goes back and is credited, and corrections', async () => {
    const life = new Life(world);
    await life.begins();
    await life.lives('a part is paid', () => world.pay(life.number, 10_000, life.at));
    await life.lives('a credit', () => recordCredit(world.db, life.on, life.id, credit(5_000)), 1);
    await life.lives('the due date is corrected', () => life.changes({ due_on: '2026-12-20' }), 1);
    await life.lives('the total falls under what was paid', () => life.changes({ total_cents: 12_000 }), 1);
    await life.lives('a reversal', () => reverseLast(life), 1);
    await life.lives('the total rises', () => life.changes({ total_cents: 30_000 }), 1);
    await life.lives('all is paid', () => world.pay(life.number, 30_000, life.at), 1);
    await life.lives('and comes back', () => reverseLast(life), 2);
    await life.lives('written off', () => endCase(world.db, life.on, life.id, 'written_off', { reason: 'Perdu' }), 1);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: a promise that was kept, until its payment went back', async () => {
    const life = new Life(world);
    await life.begins();
    const promised = { amount_cents: 10_000, promised_on: '2026-12-24' };
    await life.lives('a promise', () => recordPromise(world.db, life.on, life.id, promised));
    await life.lives('is kept', () => world.pay(life.number, 10_000, life.at), 1);
    await life.lives('its payment goes back', () => reverseLast(life), 2);
    await life.lives('it is kept again', () => world.pay(life.number, 10_000, life.at), 1);
    await life.lives('and goes back when its time is over', () => reverseLast(life), 40);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: a promise withdrawn by mistake, that stands again and is withdrawn once more', async () => {
    const life = new Life(world);
    await life.begins();
    const promised = { amount_cents: 10_000, promised_on: '2026-12-24' };
    await life.lives('a promise', () => recordPromise(world.db, life.on, life.id, promised));
    const ids = { invoiceId: life.id, promiseId: (await life.hold('promise')).id };
    await life.lives('withdrawn', () => withdrawPromise(world.db, life.on, ids), 1);
    await life.lives('stands again', () => reopenPromise(world.db, life.on, ids), 1);
    await life.lives('withdrawn once more', () => withdrawPromise(world.db, life.on, ids), 1);
    await life.lives('and again', () => reopenPromise(world.db, life.on, ids), 1);
    await life.lives('is kept', () => world.pay(life.number, 10_000, life.at), 1);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: every hold, its terms and its end', async () => {
    const life = new Life(world);
    await life.begins();
    const { db } = world;
    await life.lives('litigation', () => openLitigation(db, life.on, life.id, { reason: 'Un' }));
    await life.lives('for another reason', () => openLitigation(db, life.on, life.id, { reason: 'Deux' }));
    await life.lives('litigation over', () => closeLitigation(db, life.on, life.id), 1);
    await life.lives(
      'a pause',
      () => setPause(db, life.on, life.id, { reason: 'Vacances', until_on: '2026-12-24' }),
      1,
    );
    await life.lives('without an end', () => setPause(db, life.on, life.id, { reason: 'Procédure' }), 1);
    const insolvent = { reason: 'Redressement', cause: 'insolvency' } as const;
    await life.lives('for insolvency', () => setPause(db, life.on, life.id, insolvent), 1);
    await life.lives('with more said of it', () => setPause(db, life.on, life.id, { ...insolvent, reason: 'RJ' }), 1);
    await life.lives('for another cause', () => setPause(db, life.on, life.id, { reason: 'Plan adopté' }), 1);
    await life.lives('no pause', () => liftPause(db, life.on, life.id), 1);
    await life.lives('set again at once', () => setPause(db, life.on, life.id, { reason: 'Plan adopté' }));
    await life.lives('no pause any more', () => liftPause(db, life.on, life.id), 1);
    const dispute = { reason: 'Casse', amount_cents: 100 };
    await life.lives('a dispute', () => openDispute(db, life.on, life.id, dispute), 1);
    const resolve = async (outcome: 'upheld' | 'rejected') =>
      resolveDispute(db, life.on, { invoiceId: life.id, disputeId: (await life.hold('dispute')).id }, { outcome });
    await life.lives('upheld', () => resolve('upheld'), 1);
    await life.lives('rejected after all', () => resolve('rejected'), 1);
    await life.lives('customer paused', () => pauseCustomer(db, life.on, life.customerId, { reason: 'Appel' }), 1);
    const until = { reason: 'Appel', until_on: '2027-01-10' };
    await life.lives('for a time', () => pauseCustomer(db, life.on, life.customerId, until), 1);
    await life.lives('customer resumed', () => resumeCustomer(db, life.on, life.customerId), 1);
    const promise = { amount_cents: 1_000, promised_on: '2026-12-31' };
    await life.lives('a promise', () => recordPromise(db, life.on, life.id, promise), 1);
    const withdraw = async () =>
      withdrawPromise(db, life.on, { invoiceId: life.id, promiseId: (await life.hold('promise')).id });
    await life.lives('withdrawn', withdraw, 1);
    await life.lives('another promise', () => recordPromise(db, life.on, life.id, promise), 1);
    await life.lives('which is broken', async () => undefined, 30);
    await life.lives('all paid', () => world.pay(life.number, 30_000, life.at), 1);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: steps sent, cancelled, failed, skipped, postponed, and levels set', async () => {
    const life = new Life(world);
    await life.begins();
    await life.isDue('R1 is due');
    await life.lives('confirmed', () => life.decide('confirmStep'));
    await life.lives('cancelled', () => life.settles({ kind: 'cancelled', reason: 'invoice_changed' }));
    await life.lives('confirmed again', () => life.decide('confirmStep'));
    await life.lives('sent', () => life.settles({ kind: 'sent', reference: 'r' }));
    await life.isDue('R2 is due');
    await life.lives('postponed', () => life.decide('postponeStep', { untilOn: '2027-02-15', reason: 'Accord' }));
    await life.isDue('due once more');
    await life.lives('R2 confirmed', () => life.decide('confirmStep'));
    await life.lives('fails', () => life.settles({ kind: 'failed', code: 'no_recipient', detail: 'sans adresse' }));
    await life.lives('level 1', () => life.decide('setLevel', { level: 1, reason: 'Reprise' }), 1);
    await life.isDue('R2 due');
    await life.lives('R2 skipped', () => life.decide('skipStep', { reason: 'Vu' }));
    await life.isDue('R3 due');
    await life.lives('R3 made', () => life.decide('confirmStep'));
    const letter = async () =>
      world.db.message.update({
        where: { id: (await life.message()).id },
        data: { status: 'rendered', renderedAt: life.at },
      });
    await life.lives('R3 rendered', letter);
    const postedOn = life.at.toISOString().slice(0, 10);
    const post = async () => {
      const action = await world.db.action.findFirstOrThrow({
        where: { origin: 'step', state: 'open', customerId: life.customerId },
      });
      await completeAction(world.db, life.on, action.id, { posted_on: postedOn });
    };
    await life.lives('posted days ago, said today', post, 3);
    await life.lives('exhausted', async () => undefined, 20);
    await life.lives('level 0', () => life.decide('setLevel', { level: 0, reason: 'Tout reprendre' }), 1);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: a registered letter made by hand before its day, and posted days later', async () => {
    const life = new Life(world);
    await life.begins({ initial_level: 2, initial_level_on: '2026-11-20' });
    const input = { level: 3, mode: 'letter' } as const;
    await life.lives('made', () => sendByHand(world.db, life.on, life.id, input, randomUUID()));
    const where = { items: { some: { invoiceId: life.id } } };
    const draw = () => world.db.message.updateMany({ where, data: { status: 'rendered', renderedAt: life.at } });
    await life.lives('rendered', draw);
    await life.lives('not posted yet', async () => undefined, 2);
    const { actionId } = await world.db.message.findFirstOrThrow({ where });
    await life.lives('posted', () => completeAction(world.db, life.on, actionId!, {}), 3);
    await life.isToldAsItWasShown();
  });

  it('is what was shown then: an outcome that nobody knew, and going live', async () => {
    const life = new Life(world);
    await life.begins({ initial_level: 1, initial_level_on: '2026-11-20' });
    await life.isDue('R2 is due');
    await life.lives('confirmed', () => life.decide('confirmStep'));
    await life.lives('unknown', () => life.settles({ kind: 'ambiguous' }), 1);
    const resolve = async (outcome: 'sent' | 'not_sent') =>
      resolveMessage(world.db, life.on, (await life.message('ambiguous')).id, { outcome, comment: 'Vu' });
    await life.lives('it had not left', () => resolve('not_sent'), 1);
    await life.isDue('R2 is due again');
    await life.lives('confirmed again', () => life.decide('confirmStep'));
    await life.lives('unknown again', () => life.settles({ kind: 'ambiguous' }), 1);
    const leftAt = life.at;
    await world.db.message.updateMany({ where: { status: 'ambiguous' }, data: { handedOverAt: new Date(leftAt) } });
    await life.lives('nobody looks', async () => undefined, 5);
    await life.lives('it had left', () => resolve('sent'), 1);
    const left = { status: 'sent', items: { some: { invoiceId: life.id } } } as const;
    const { sentAt, id } = await world.db.message.findFirstOrThrow({ where: left });
    const record = await world.db.stepRecord.findFirstOrThrow({ where: { messageId: id } });
    expect([sentAt, record.at]).toEqual([new Date(leftAt), new Date(leftAt)]);
    await life.lives('going live', () => goLive(world.db, life.on, { dryRun: false }), 1);
    await life.lives('cancelled', () => endCase(world.db, life.on, life.id, 'cancelled', { reason: 'Erreur' }), 1);
    await life.isToldAsItWasShown();
  });

  it('knows nothing of what came later', async () => {
    const life = new Life(world);
    await life.begins();
    const before = life.at;
    await life.lives('paid', () => world.pay(life.number, 30_000, life.at), 1);
    expect(await life.told(before)).toMatchObject({ status: 'waiting', balance_cents: 30_000, paid_cents: 0 });
    expect(await life.told(life.at)).toMatchObject({ status: 'paid', balance_cents: 0, paid_cents: 30_000 });
  });
});
