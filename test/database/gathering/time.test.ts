import { beforeAll, describe, expect, it } from 'vitest';
import { explainCase, readCases } from '../../../facts/cases/case-view.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { HOUR, openSendHours, R1_TODAY, R2_TODAY, type SendHours } from './send-hours.ts';

const PARIS = { timeZone: 'Europe/Paris', sendHour: 9 };

let hours: SendHours;
let byLevel: string;
let byAccount: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level');
  byAccount = await hours.scenario('account');
});

async function explained(invoiceId: string, at: string): Promise<string> {
  const { timeZone } = await hours.db.settings.findUniqueOrThrow({ where: { creditorId: hours.creditor.id } });
  const [row] = await readCases(hours.db, { where: { id: invoiceId } });
  return explainCase(row!, { at: new Date(at), timeZone }, 'fr').sentence.replaceAll('\u00a0', ' ');
}

/** Each case wakes at each of these instants and is planned again when it could not leave. Returns what left, and when. */
async function live(ids: readonly string[], instants: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const at of instants) {
    const reserved: string[] = [];
    for (const id of ids) reserved.push(...(await hours.wake(id, at)));
    for (const { level } of await hours.deliver(reserved, at)) left.push(`${at.slice(0, 16)} R${level}`);
    for (const id of ids) await hours.plan(id, at);
  }
  return left;
}

/** Every hour from one instant to another. */
function everyHour(fromAt: string, toAt: string): string[] {
  const count = (Date.parse(toAt) - Date.parse(fromAt)) / 3_600_000;
  return Array.from({ length: count + 1 }, (_, hour) => new Date(Date.parse(fromAt) + hour * 3_600_000).toISOString());
}

describe('After an outage of a week', () => {
  it('what was due leaves once, as one message, at the next send hour; what follows counts from that day', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    const backAt = '2026-12-16T13:00:00.000Z';
    expect(await live(ids, [backAt])).toEqual([]);
    for (const id of ids) expect(await hours.next(id)).toBe('2026-12-17T08:00 R1');
    expect(await explained(ids[0]!, backAt)).toMatch(
      /^R1 partira le jeudi 17 décembre à 9 h : .*son jour \(9 décembre\) étant passé, c’est la première heure d’envoi/,
    );
    expect(await live(ids, ['2026-12-17T08:00:00.000Z'])).toEqual(['2026-12-17T08:00 R1']);
    // Fifteen days later is New Year's Day; the Monday after it is a working day.
    for (const id of ids) expect(await hours.next(id)).toBe('2027-01-04T08:00 R2');
  });
});

describe('When timers are late', () => {
  it('by days for some and not for others, the late find their step in the message that left', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    expect(await live(ids.slice(0, 1), [HOUR])).toHaveLength(1);
    expect(await live(ids, ['2026-12-12T02:00:00.000Z', '2026-12-14T08:00:00.000Z'])).toEqual([]);
    expect(await Promise.all(ids.map((id) => hours.done(id)))).toEqual([['R1'], ['R1'], ['R1']]);
  });

  it('and ring in the night of a Saturday, nothing leaves before Monday', async () => {
    const { ids } = await hours.owes(byAccount, R1_TODAY, R2_TODAY);
    const left = await live(ids, ['2026-12-12T02:00:00.000Z', '2026-12-13T09:00:00.000Z', '2026-12-14T08:00:00.000Z']);
    expect(left).toEqual(['2026-12-14T08:00 R2']);
  });

  it('by months, one level leaves and not the whole ladder', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY);
    const days = ['2027-06-01T07:00:00.000Z', '2027-06-02T07:00:00.000Z', '2027-06-03T07:00:00.000Z'];
    expect(await live(ids, days)).toEqual(['2027-06-01T07:00 R1']);
    expect(await hours.next(ids[0]!)).toBe('2027-06-16T07:00 R2');
  });
});

describe('Nights on which the clocks change', () => {
  const dueFor = (dueOn: string) => ({ issued_on: dueOn, due_on: dueOn });
  const nights = [
    ['forward', '2026-03-14', 'Europe/Paris', 2, '2026-03-28T23:00:00Z', '2026-03-30T01:00:00Z', '2026-03-30T00:00'],
    ['back', '2026-10-10', 'Europe/Paris', 2, '2026-10-24T23:00:00Z', '2026-10-26T02:00:00Z', '2026-10-26T01:00'],
    [
      'over the hour',
      '2027-04-15',
      'Africa/Cairo',
      0,
      '2027-04-29T20:00:00Z',
      '2027-04-30T00:00:00Z',
      '2027-04-29T22:00',
    ],
    [
      'back on it',
      '2026-10-14',
      'Africa/Cairo',
      23,
      '2026-10-29T18:00:00Z',
      '2026-10-30T00:00:00Z',
      '2026-10-29T20:00',
    ],
  ] as const;

  it.each(nights)('%s: a step leaves once, at its hour or the first that there is', async (...night) => {
    const [, dueOn, timeZone, sendHour, fromAt, toAt, leavesAt] = night;
    await hours.setSettings({ timeZone, sendHour });
    const customer = await hours.newCustomer();
    const invoice = await hours.newInvoice(customer, { scenario_id: byLevel, ...dueFor(dueOn) });
    await hours.plan(invoice.id, `${dueOn}T10:00:00.000Z`);
    expect(await live([invoice.id], everyHour(fromAt, toAt))).toEqual([`${leavesAt} R1`]);
    await hours.setSettings(PARIS);
  });

  it('29 February is a day like another', async () => {
    const customer = await hours.newCustomer();
    const invoice = await hours.newInvoice(customer, { scenario_id: byLevel, ...dueFor('2028-02-14') });
    await hours.plan(invoice.id, '2028-02-14T10:00:00.000Z');
    const left = await live([invoice.id], everyHour('2028-02-28T08:00:00Z', '2028-03-01T08:00:00Z'));
    expect(left).toEqual(['2028-02-29T08:00 R1']);
    expect(await hours.next(invoice.id)).toBe('2028-03-15T08:00 R2');
  });
});

describe('A change of time zone in settings', () => {
  it('holds at once, for those of a group too whose workflow has not planned anew', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    await hours.setSettings({ timeZone: 'America/Martinique' });
    await hours.plan(ids[0]!, '2026-12-08T12:00:00.000Z');
    expect(await live(ids, [HOUR])).toEqual([]);
    for (const id of ids) expect(await hours.next(id)).toBe('2026-12-09T13:00 R1');
    expect(await live(ids, ['2026-12-09T13:00:00.000Z'])).toEqual(['2026-12-09T13:00 R1']);
    await hours.setSettings(PARIS);
  });
});

describe('What changes under way', () => {
  it('a due date corrected after R1: R1 does not leave again, R2 not before the debt is due, and it is said', async () => {
    const { ids } = await hours.owes(byLevel, R1_TODAY);
    expect(await live(ids, [HOUR])).toEqual(['2026-12-09T08:00 R1']);
    const corrected = invoiceChange.parse({ due_on: '2027-01-20' });
    await changeInvoice(hours.db, hours.on('2026-12-10T09:00:00.000Z'), ids[0]!, corrected, () => undefined);
    expect(await live(ids, ['2026-12-10T09:00:00.000Z', '2026-12-24T08:00:00.000Z'])).toEqual([]);
    expect(await hours.next(ids[0]!)).toBe('2027-01-21T08:00 R2');
    expect(await explained(ids[0]!, '2026-12-24T08:00:00.000Z')).toMatch(
      /^R2 partira le jeudi 21 janvier 2027 à 9 h : 15 jours après R1 \(9 décembre\), mais pas avant le lendemain de l’échéance \(20 janvier 2027\)\.$/,
    );
  });

  it('the oldest invoice of an account paid: the account goes on in the text of the next level, and each says why', async () => {
    const { ids, numbers } = await hours.owes(byAccount, R1_TODAY, R2_TODAY);
    await hours.pay(numbers[1]!, 30_000, '2026-12-08T10:00:00.000Z');
    for (const id of ids) await hours.plan(id, '2026-12-08T10:00:00.000Z');
    expect(await explained(ids[1]!, '2026-12-08T10:00:00.000Z')).toMatch(/^La facture est soldée/);
    expect(await explained(ids[0]!, '2026-12-08T10:00:00.000Z')).toMatch(/^R1 partira le mercredi 9 décembre à 9 h/);
    expect(await live(ids, [HOUR])).toEqual(['2026-12-09T08:00 R1']);
  });
});
