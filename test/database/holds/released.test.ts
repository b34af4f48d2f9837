import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainCase, readCases } from '../../../facts/cases/case-view.ts';
import { explainReleased } from '../../../facts/cases/explain-released.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { withdrawDispute } from '../../../facts/holds/withdraw-dispute.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { sharedApi } from '../api/running-api.ts';
import { NOW, openWorld, type World } from './case-world.ts';
import { PROMISED_ON } from './promised-days.ts';

// The preview of the end of a hold says what would leave, in the same words as the case once the hold has ended.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const NONE = { print: null, sms: null };
const foretold = (invoiceId: string, holdId: string, outcome: 'lifted' | 'withdrawn' | 'rejected', at: Date = NOW) =>
  explainReleased(world.db, { invoiceId, at, language: 'fr', connectors: NONE }, { holdId, outcome });

/** What the case says when it is planned after that. */
async function saidAfter(invoiceId: string, end: () => Promise<unknown>, at: Date = NOW) {
  await end();
  await world.plan(invoiceId, at);
  return saidNow(invoiceId, at);
}

async function saidNow(invoiceId: string, at: Date = NOW) {
  const [row] = await readCases(world.db, { where: { id: invoiceId }, take: 1 });
  return explainCase(row!, { at, timeZone: 'Europe/Paris' }, 'fr');
}

/** Due in the middle of January: nothing is late yet. */
const ahead = async () => {
  const invoice = await world.newInvoice(await world.newCustomer(), { due_on: '2027-01-15' });
  await world.plan(invoice.id);
  return invoice.id;
};
const late = async () => (await world.plannedCase()).id;
const dispute = async (id: string) => (await openDispute(world.db, world.on(NOW), id, { reason: 'TVA' })).answer.id;

describe('what would leave without a hold', () => {
  it('is on its own day when that is still to come', async () => {
    const id = await ahead();
    const said = await foretold(id, await dispute(id), 'withdrawn');
    expect(said.nextAt).toMatch(/^2027-01-/);
    expect(said.sentence).toMatch(/^R1 partira le lundi\s18\sjanvier\s2027/);
  });

  it('is to be confirmed after a dispute was rejected, and not after it was withdrawn', async () => {
    const id = await late();
    const holdId = await dispute(id);
    const rejected = await foretold(id, holdId, 'rejected');
    expect(rejected.sentence).toContain('c’est la première relance après un litige rejeté');
    expect((await foretold(id, holdId, 'withdrawn')).sentence).not.toContain('confirmer');
    const ids = { invoiceId: id, disputeId: holdId };
    expect(await saidAfter(id, () => resolveDispute(world.db, world.on(NOW), ids, { outcome: 'rejected' }))).toEqual(
      rejected,
    );
  });

  it('is nothing once the ladder is over', async () => {
    const id = await late();
    const { scenarioVersionId } = await world.read(id);
    const steps = await world.db.scenarioStep.findMany({ where: { versionId: scenarioVersionId! } });
    await world.db.stepRecord.createMany({
      data: steps.map(({ key, level, kind }) => ({
        id: randomUUID(),
        invoiceId: id,
        cycle: 1,
        stepKey: key,
        level,
        kind,
        outcome: 'sent',
        on: new Date('2026-11-23'),
        at: new Date('2026-11-23T09:00:00Z'),
      })),
    });
    const said = await foretold(id, await dispute(id), 'withdrawn');
    expect(said.nextAt).toBeNull();
    expect(said.sentence).toMatch(/^Toutes les étapes du scénario ont eu lieu/);
  });

  it('is nothing while something else holds the case', async () => {
    const id = await late();
    const holdId = await dispute(id);
    await openLitigation(world.db, world.on(NOW), id, { reason: 'Me Durand' });
    const said = await foretold(id, holdId, 'withdrawn');
    expect(said.nextAt).toBeNull();
    expect(said.sentence).toContain('contentieux');
  });

  it('refuses what does not hold this invoice', async () => {
    const [id, other] = [await late(), await late()];
    const holdId = await dispute(other);
    await expect(foretold(id, holdId, 'lifted')).rejects.toMatchObject({ kind: 'not_found' });
  });
});

it('is asked for of today alone, and of what is one’s own', async () => {
  const api = await sharedApi();
  const { key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' });
  const id = await late();
  const holdId = await dispute(id);
  const ask = (query: string, of = key) => api.ask('GET', `/v1/invoices/${id}/explanation?${query}`, { key: of });
  const answer = await ask(`released=${holdId}&outcome=rejected&language=en`);
  expect([answer.status, answer.body.sentence]).toEqual([200, expect.stringContaining('after a rejected dispute')]);
  expect((await ask(`released=${holdId}&on=2026-11-24`)).status).toBe(400);
  expect((await ask(`released=${randomUUID()}`)).status).toBe(404);
  const stranger = await api.newCreditor();
  expect((await ask(`released=${holdId}`, stranger.collector)).status).toBe(404);
});

it('is not said of a promise that the plan does not know of yet: the step leaves neither on its old day nor “then”', async () => {
  const id = await late();
  await recordPromise(world.db, world.on(NOW), id, { amount_cents: 30_000, promised_on: PROMISED_ON });
  expect(await saidNow(id)).toMatchObject({
    sentence: expect.stringMatching(/^Rien ne part\s: un règlement est promis pour le [^.]*\.$/),
    nextAt: null,
  });
  await world.plan(id);
  expect((await saidNow(id)).sentence).toMatch(/\. Ensuite, R1 partira le /);
});

describe('and it is what the case says once that is done:', () => {
  it('of a step whose letter waits to be posted since a person sent it over the pause, that it is to be posted', async () => {
    const id = await late();
    const on = world.on(NOW);
    const { answer } = await setPause(world.db, on, id, { reason: 'Congés', until_on: '2026-12-10' });
    await world.plan(id);
    const letter = { level: 1, mode: 'letter', letter_kind: 'registered', override_reason: 'Convenu' } as const;
    const { messageId } = await sendByHand(world.db, on, id, letter, randomUUID());
    expect((await world.read(id)).openStep).toMatchObject({ messageId });
    const said = await foretold(id, answer.id, 'lifted');
    expect(said.sentence).toMatch(/^Le courrier R1 édité le .* est à poster\.$/);
    expect(await saidAfter(id, () => liftPause(world.db, on, id))).toEqual(said);
  });

  it.each([
    ['late', late],
    ['not due yet', ahead],
  ])('a dispute, a pause, a promise, litigation of an invoice that is %s', async (_, make) => {
    const on = world.on(NOW);
    const disputed = await make();
    const disputeId = await dispute(disputed);
    const withdraw = () => withdrawDispute(world.db, on, { invoiceId: disputed, disputeId });
    const dropped = await foretold(disputed, disputeId, 'withdrawn');
    expect(await saidAfter(disputed, withdraw)).toEqual(dropped);

    const paused = await make();
    const pause = await setPause(world.db, on, paused, { reason: 'Congés', until_on: '2027-02-26' });
    const lifted = await foretold(paused, pause.answer.id, 'lifted');
    expect(await saidAfter(paused, () => liftPause(world.db, on, paused))).toEqual(lifted);

    const promised = await make();
    const money = { amount_cents: 30_000, promised_on: PROMISED_ON };
    const { answer } = await recordPromise(world.db, on, promised, money);
    const taken = await foretold(promised, answer.id, 'withdrawn');
    const takePromiseBack = () => withdrawPromise(world.db, on, { invoiceId: promised, promiseId: answer.id });
    expect(await saidAfter(promised, takePromiseBack)).toEqual(taken);

    const sued = await make();
    const litigation = await openLitigation(world.db, on, sued, { reason: 'Me Durand' });
    const closed = await foretold(sued, litigation.answer.id, 'lifted');
    expect(closed.sentence).toContain('après un contentieux');
    expect(await saidAfter(sued, () => closeLitigation(world.db, on, sued))).toEqual(closed);
  });
});
