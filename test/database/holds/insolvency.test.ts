import { beforeAll, describe, expect, it } from 'vitest';
import { judgeDirectly } from '../../../facts/decisions/judge-directly.ts';
import { movesNoCase } from '../../../facts/decisions/moves-no-case.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { resumeCustomer } from '../../../facts/holds/resume-customer.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { INTEREST_SETTINGS, lateInterestOf, readForInterest } from '../../../facts/interest/late-interest-of.ts';
import { draftReminder } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { changeSinceMade, loadMessageToHandOver } from '../../../facts/messages/before-leaving/message-changes.ts';
import { createStatement } from '../../../facts/third-parties/create-statement.ts';
import { refusal } from '../world.ts';
import { NOW, openWorld, type World } from './case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const OPENED = { reason: 'Redressement judiciaire', cause: 'insolvency', since_on: '2026-11-10' } as const;
const at = (day: string) => world.on(`${day}T09:00:00.000Z`);
const claim = (fields: object = {}) => ({ issued_on: '2026-09-01', due_on: '2026-10-01', ...fields });

async function professional() {
  const customer = await world.newCustomer({ kind: 'professional' });
  return { customer, invoice: await world.newInvoice(customer, claim()) };
}

async function interest(invoiceId: string, on: string) {
  const settings = await world.db.settings.findUniqueOrThrow({
    where: { creditorId: world.creditor.id },
    select: INTEREST_SETTINGS,
  });
  const rates = [{ kind: 'ecb', semester: '2026-H2', basisPoints: 200, source: 'BCE' }];
  const row = (await readForInterest(world.db, invoiceId))!;
  const { result } = lateInterestOf(row, { ...settings, interestRates: rates }, on);
  return [result.state === 'owed' ? result.interestCents : 0, result.lumpSumCents];
}

const declaring = (customerId: string) =>
  world.db.action.findMany({
    where: { customerId, origin: 'insolvency' },
    include: { invoices: true },
    orderBy: { id: 'asc' },
  });

describe('Insolvency proceedings', () => {
  it('that were opened days before they are typed stop interest on the day of the judgment', async () => {
    const { invoice } = await professional();
    const [before] = await interest(invoice.id, '2026-11-09');
    const { answer } = await setPause(world.db, at('2026-11-24'), invoice.id, OPENED);
    expect(answer).toMatchObject({ since_on: '2026-11-10', since_at: '2026-11-24T09:00:00.000Z' });
    expect(before).toBeGreaterThan(0);
    expect(await interest(invoice.id, '2026-11-30')).toEqual([before, 4000]);
    const changed = await setPause(world.db, at('2026-11-25'), invoice.id, { ...OPENED, since_on: '2026-10-02' });
    expect(changed.answer).toMatchObject({ id: answer.id, since_on: '2026-10-02' });
    expect(await interest(invoice.id, '2026-11-30')).toEqual([0, 4000]);
  });

  it('of a customer count for all of his invoices, those still to come too, and for nobody else', async () => {
    const { customer, invoice } = await professional();
    const stranger = await professional();
    await pauseCustomer(world.db, at('2026-11-24'), customer.id, OPENED);
    const later = await world.newInvoice(customer, claim({ due_on: '2026-11-15' }));
    const [stopped] = await interest(stranger.invoice.id, '2026-11-09');
    expect(await interest(invoice.id, '2026-11-30')).toEqual([stopped, 4000]);
    expect(await interest(later.id, '2026-11-30')).toEqual([0, 0]);
    expect((await interest(stranger.invoice.id, '2026-11-30'))[0]).toBeGreaterThan(stopped!);
    await resumeCustomer(world.db, at('2026-11-25'), customer.id);
    expect(await interest(later.id, '2026-11-30')).not.toEqual([0, 0]);
  });

  it('have no day that is still to come, and no pause for another cause has one', async () => {
    const { customer, invoice } = await professional();
    const tomorrow = { ...OPENED, since_on: '2026-11-25' };
    for (const refused of [
      () => setPause(world.db, world.on(NOW), invoice.id, tomorrow),
      () => pauseCustomer(world.db, world.on(NOW), customer.id, tomorrow),
    ])
      expect(await refusal(refused())).toMatchObject({ kind: 'invalid', code: 'day_to_come' });
    const holidays = { reason: 'Congés', since_on: '2026-11-10' };
    expect(await refusal(setPause(world.db, world.on(NOW), invoice.id, holidays))).toMatchObject({
      code: 'not_insolvency',
    });
  });

  it('let no reminder leave by hand, whatever reason is given, as another pause does', async () => {
    const { customer, invoice } = await professional();
    await world.plan(invoice.id);
    const byHand = () =>
      draftReminder(world.db, world.on(NOW), invoice.id, { mode: 'email', override_reason: 'Demandé par le client' });
    await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Congés' });
    expect((await byHand()).draft.kind).toBe('email');
    await pauseCustomer(world.db, world.on(NOW), customer.id, OPENED);
    expect(await refusal(byHand())).toMatchObject({ kind: 'conflict', code: 'held' });
    await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Recevable', cause: 'overindebtedness' });
    expect(await refusal(byHand())).toMatchObject({ kind: 'conflict', code: 'held' });
  });
});

describe('A statement about a customer who may not pay', () => {
  const partyOf = (name: string) =>
    world.db.thirdParty.create({
      data: { id: crypto.randomUUID(), creditorId: world.creditor.id, name, email: 'etude@vasseur.example' },
    });

  it.each(['insolvency', 'overindebtedness'] as const)(
    '(%s) asks no notary, and may inform a referrer',
    async (cause) => {
      const [notary, referrer] = [await partyOf('Étude Vasseur'), await partyOf('Agence Vasseur')];
      const customer = await world.newCustomer();
      const roles = { reference: 'D-1', notary_id: notary.id, referrer_id: referrer.id };
      const { id } = await world.newInvoice(customer, { case_file: roles });
      const input = { invoice_ids: [id], mode: 'email' as const };
      const sent = await createStatement(world.db, world.on(NOW), notary.id, input, null);
      await setPause(world.db, world.on(NOW), id, { reason: 'Dossier', cause });
      expect(await refusal(createStatement(world.db, world.on(NOW), notary.id, input, null))).toMatchObject({
        ...{ kind: 'invalid', code: 'held' },
      });
      const message = await world.db.$transaction((tx) => loadMessageToHandOver(tx, sent));
      expect(await world.db.$transaction((tx) => changeSinceMade(tx, message))).toBe('held');
      await expect(createStatement(world.db, world.on(NOW), referrer.id, input, null)).resolves.toBeTruthy();
    },
  );
});

describe('Whoever is told of insolvency proceedings', () => {
  it('is asked once to declare the claim, for all invoices of the customer in one task', async () => {
    const { customer, invoice } = await professional();
    const second = await world.newInvoice(customer, claim());
    await setPause(world.db, world.on(NOW), invoice.id, OPENED);
    await setPause(world.db, world.on(NOW), second.id, OPENED);
    await setPause(world.db, world.on(NOW), invoice.id, { ...OPENED, reason: 'RJ, Me Roux mandataire' });
    await pauseCustomer(world.db, world.on(NOW), customer.id, OPENED);
    const tasks = await declaring(customer.id);
    expect(tasks).toMatchObject([{ kind: 'task', state: 'open', dueOn: new Date('2026-11-24') }]);
    expect(tasks[0]!.title).toMatch(/^Déclarer la créance .* le 10.janvier.2027/u);
    expect(tasks[0]!.invoices.map(({ invoiceId }) => invoiceId).sort()).toEqual([invoice.id, second.id].sort());
    await world.db.action.update({ where: { id: tasks[0]!.id }, data: { state: 'done' } });
    await setPause(world.db, world.on(NOW), second.id, { ...OPENED, reason: 'Liquidation' });
    expect(await declaring(customer.id)).toHaveLength(1);
  });

  it('is asked of nobody’s case: put off, or left out, it moves none of the customer’s invoices', async () => {
    const { customer, invoice } = await professional();
    await pauseCustomer(world.db, at('2026-11-24'), customer.id, OPENED);
    const [task] = await declaring(customer.id);
    const { version } = await world.read(invoice.id);
    expect(movesNoCase(task!)).toBe(true);
    for (const [name, args] of [
      ['postponeStep', { untilOn: '2026-12-01' }],
      ['skipStep', { reason: 'Déclarée par l’avocat' }],
    ] as const) {
      const { verdict, tellings } = await judgeDirectly(world.db, at('2026-11-24'), name, task!.id, args);
      expect([verdict.accepted, tellings]).toEqual([true, []]);
    }
    expect((await world.read(invoice.id)).version).toBe(version);
  });

  it('is asked no more once no pause tells of them: it was lifted, or is for another cause after all', async () => {
    const { customer, invoice } = await professional();
    const second = await world.newInvoice(customer, claim());
    for (const { id } of [invoice, second]) await setPause(world.db, world.on(NOW), id, OPENED);
    await liftPause(world.db, world.on(NOW), invoice.id);
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['open']);
    await setPause(world.db, world.on(NOW), second.id, { reason: 'Congés' });
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['cancelled']);
    await pauseCustomer(world.db, world.on(NOW), customer.id, OPENED);
    await liftPause(world.db, world.on(NOW), second.id);
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['cancelled', 'open']);
    await resumeCustomer(world.db, world.on(NOW), customer.id);
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('is asked of an invoice that comes after the customer’s pause too, in the same task', async () => {
    const { customer, invoice } = await professional();
    await pauseCustomer(world.db, world.on(NOW), customer.id, OPENED);
    const billedLater = await world.newInvoice(customer, claim());
    const elsewhere = await world.newInvoice(customer, claim({ initial_level: 1 }));
    const tasks = await declaring(customer.id);
    expect(tasks.map(({ state }) => state)).toEqual(['open']);
    const asked = tasks[0]!.invoices.map(({ invoiceId }) => invoiceId).sort();
    expect(asked).toEqual([invoice.id, billedLater.id, elsewhere.id].sort());
    await resumeCustomer(world.db, world.on(NOW), customer.id);
    await world.newInvoice(customer, claim());
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('is asked again when the money of a paid invoice goes back, and not of what was declared before', async () => {
    for (const pause of ['invoice', 'customer'] as const) {
      for (const isDeclared of [false, true]) {
        const { customer, invoice } = await professional();
        await (pause === 'invoice'
          ? setPause(world.db, world.on(NOW), invoice.id, OPENED)
          : pauseCustomer(world.db, world.on(NOW), customer.id, OPENED));
        if (isDeclared)
          await world.db.action.updateMany({ where: { customerId: customer.id }, data: { state: 'done' } });
        const { answer } = await world.pay(invoice.number, 30_000);
        const closed = isDeclared ? ['done'] : ['cancelled'];
        expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(closed);
        await world.goesBack(answer.id);
        const again = isDeclared ? closed : [...closed, 'open'];
        expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(again);
      }
    }
  });

  it('is asked no more once the pause that told of them has run out', async () => {
    const { customer, invoice } = await professional();
    await setPause(world.db, world.on(NOW), invoice.id, { ...OPENED, until_on: '2026-12-01' });
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['open']);
    await world.plan(invoice.id, '2026-12-02T09:00:00.000Z');
    expect((await declaring(customer.id)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});
