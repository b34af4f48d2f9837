import { beforeAll, describe, expect, it } from 'vitest';
import { caseStatus, explainCase, nextStep, readCases } from '../../../facts/cases/case-view.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { remakeLetter } from '../../../facts/decisions/remake-letter.ts';
import { setLevel } from '../../../facts/decisions/set-level.ts';
import { NOTICE_LADDER, noticeByHand, noticeOfRun } from './notices-to-post.ts';
import { openSendHours, R3_TODAY, type SendHours } from './send-hours.ts';

const NOON = '2026-12-09T11:00:00.000Z';
const EVENING = '2026-12-09T16:00:00.000Z';
const LATER = '2026-12-21T11:00:00.000Z';

let hours: SendHours;
let notices: string;
beforeAll(async () => {
  hours = await openSendHours();
  notices = await hours.scenario('invoice', NOTICE_LADDER);
});

const byHand = (invoiceId: string) => noticeByHand(hours, NOON, invoiceId);
const byRun = async (invoiceId: string) => (await noticeOfRun(hours, NOON, invoiceId)).messageId;

/** A formal notice that a person made and that nobody has posted yet. */
async function waits(make: (invoiceId: string) => Promise<string>) {
  const { ids, customer } = await hours.owes(notices, R3_TODAY);
  const invoiceId = ids[0]!;
  const messageId = await make(invoiceId);
  await hours.rendered(messageId, NOON);
  await hours.plan(invoiceId, NOON);
  const shown = async () => {
    const [row] = await readCases(hours.db, { where: { id: invoiceId } });
    const moment = { at: new Date(EVENING), timeZone: 'Europe/Paris' };
    const next = nextStep(row!);
    const { sentence } = explainCase(row!, moment, 'fr');
    return { status: caseStatus(row!, moment), mode: next?.mode, actionId: next?.actionId, sentence };
  };
  return { invoiceId, customer, messageId, shown };
}

describe.each([
  ['by hand', byHand],
  ['of a run', byRun],
])('A registered letter %s that nobody has posted yet', (_, make) => {
  it('is a person’s to do, and no sending that is under way: the level is due until it is posted', async () => {
    const { invoiceId, messageId, shown } = await waits(make);
    const { actionId } = await hours.message(messageId);
    const { sentence, ...rest } = await shown();
    expect(rest).toEqual({ status: 'due', mode: 'manual', actionId });
    expect(sentence).toContain('R3');
    expect(sentence).not.toContain('en cours d’envoi');
    const { stage } = await hours.db.invoiceListing.findUniqueOrThrow({ where: { invoiceId } });
    expect(stage).toBe('to_send');
    await completeAction(hours.db, hours.on(EVENING), actionId!, { posted_on: '2026-12-09' });
    expect(await hours.done(invoiceId)).toEqual(['R3']);
  });

  it('is taken back when a person sets another level, as one that was confirmed in the agenda is', async () => {
    const { invoiceId, customer, messageId, shown } = await waits(make);
    const on = hours.on(EVENING);
    const args = { level: 1, reason: 'Accord' };
    const decision = { id: 'd', actionId: null, invoiceId, args, actor: on.actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => setLevel(tx, on, decision));
    expect(verdict).toMatchObject({ accepted: true });
    expect((await hours.message(messageId)).status).toBe('cancelled');
    await hours.plan(invoiceId, EVENING);
    expect((await shown()).status).toBe('waiting');
    expect(await hours.next(invoiceId)).toContain('R2');
  });

  it('that grew old is made anew with the day of now, and waits to be posted in the action that is answered', async () => {
    const { invoiceId, messageId } = await waits(make);
    const { actionId } = await hours.message(messageId);
    const anew = await remakeLetter(hours.db, hours.on(LATER), actionId!);
    const old = await hours.message(messageId);
    expect([old.status, old.failureDetail]).toEqual(['cancelled', 'made_anew']);
    expect((await hours.message(anew.messageId!)).actionId).toBe(anew.actionId);
    expect((await hours.rendered(anew.messageId!, LATER)).renderedAt?.toISOString()).toBe(LATER);
    await hours.plan(invoiceId, LATER);
    await completeAction(hours.db, hours.on(LATER), anew.actionId, { posted_on: '2026-12-21' });
    expect((await hours.message(anew.messageId!)).status).toBe('deposited');
    expect(await hours.done(invoiceId)).toEqual(['R3']);
  });
});
