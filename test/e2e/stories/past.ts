import { expect } from 'vitest';
import { type Said, unique } from '../business.ts';
import type { CaseFile } from '../case-file.ts';
import { plus } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

/** Longer than a case takes to follow a fact, in ms. */
const QUIET_MS = 1_500;

/** The fields of `GET /invoices/{id}` that change with time, in the form of a past state. */
function stateOf({ dunning, ...invoice }: Said) {
  const { status, level, cycle, levels, next, holds, sentence, attention } = dunning;
  const { due_on, days_late, total_cents, paid_cents, credited_cents, balance_cents, currency } = invoice;
  const planned = next && Object.fromEntries(Object.entries(next).filter(([name]) => name !== 'action_id'));
  const dunned = { status, level, cycle, levels, next: planned, holds, sentence, attention };
  const money = { due_on, days_late, total_cents, paid_cents, credited_cents, balance_cents, currency };
  return { ...dunned, ...money, closed_at: invoice.closed_at, closed_reason: invoice.closed_reason };
}

/** The case as it is shown once nothing moves any more, and the instant of that reading. */
async function look(one: CaseFile) {
  for (let before = ''; ;) {
    const state = stateOf(await one.shown());
    const { now_at: at } = await one.business.clock();
    const isUnderWay = state.status === 'sending' || (state.status === 'waiting' && !state.next);
    if (JSON.stringify(state) === before && !isUnderWay) return { at, state };
    before = JSON.stringify(state);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

story('every instant of a life is told afterwards as it was shown then', async ({ timeline, day0, owed }) => {
  const issuedOn = plus(day0, -9);
  const { r1On, r2On } = ladderFrom(issuedOn);
  const one = await owed({ issuedOn });
  const seen: { what: string; at: string; state: Said }[] = [];
  const lives = async (what: string, act: () => Promise<unknown>) => {
    await act();
    seen.push({ what, ...(await look(one)) });
  };
  await lives('it comes', () => Promise.resolve());
  await lives('a part is paid', () => one.pay(20_00, day0));
  await lives('litigation', () => one.do('PUT', '/litigation', { reason: 'Conseil saisi' }));
  await lives('litigation over', () => one.do('DELETE', '/litigation'));
  await lives('a pause', () => one.do('PUT', '/pause', { reason: 'Congés', until_on: plus(day0, 1) }));
  await lives('without an end', () => one.do('PUT', '/pause', { reason: 'Enquête' }));
  await lives('no pause', () => one.do('DELETE', '/pause'));
  await lives('R1', async () => {
    await timeline.until(r1On);
    if ((await one.dunning()).status === 'to_confirm') await one.confirm();
  });
  const credit = { external_id: unique('AV'), number: unique('AV'), amount_cents: 10_00, issued_on: r1On };
  await lives('a credit', () => one.do('POST', '/credits', credit));
  await lives('the total is corrected', () => one.business.change(`/invoices/${one.id}`, { total_cents: 110_00 }));
  await lives('a dispute', () => one.do('POST', '/disputes', { reason: 'Casse', comment: 'Un carton' }));
  const [dispute] = (await one.shown()).dunning.holds;
  const rejected = { outcome: 'rejected', comment: 'Photographies' };
  await lives('rejected', () => one.do('POST', `/disputes/${dispute.id}/resolve`, rejected));
  await lives('level 2', () => one.do('PUT', '/level', { level: 2, reason: 'Appel' }));
  await lives('days later', () => timeline.until(plus(r2On, 1)));
  const payment = unique('VIR');
  await lives('all is paid', () => one.pay(80_00, timeline.today, payment));
  const reversal = { external_id: unique('REJ'), reason: 'Rejet' };
  await lives('and comes back', () => one.business.do('POST', `/payments/${payment}/reversal`, reversal));
  await lives('written off', () => one.do('POST', '/write-off', { reason: 'Irrécouvrable' }));
  for (const { what, at, state } of seen) {
    const told = await one.do('GET', `/history?at=${at}&limit=200`);
    expect({ what, at: told.at, state: told.state }).toEqual({ what, at, state });
    expect(told.data.every((entry: { at: string }) => entry.at <= at)).toBe(true);
  }
  const day = await one.do('GET', `/explanation?on=${r1On}&language=en`);
  expect(day).toMatchObject({ on: r1On, left: [{ level: 1, kind: 'email' }] });
  expect(day.sentence).toMatch(/: R1 left at /);
  const before = await one.do('GET', `/history?at=${plus(day0, -3)}T00:00:00Z`);
  expect([before.state, before.data]).toEqual([null, []]);
  const later = await one.business.ask('GET', `/invoices/${one.id}/history?at=2999-01-01T00:00:00Z`);
  expect(later.status).toBe(400);
  expect(await one.do('GET', '/history')).not.toHaveProperty('state');
});
