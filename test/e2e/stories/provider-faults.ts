import { expect } from 'vitest';
import type { CaseFile } from '../case-file.ts';
import { plus } from '../french-days.ts';
import { story, type Teller } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

const issuedOn = (day0: string) => plus(day0, -12);
const r1On = (day0: string) => ladderFrom(issuedOn(day0)).r1On;

/** A case for whose R1 the provider will fail in this way, `times` times. */
async function toMeet({ business, day0, owed }: Teller, kind: string, times: number): Promise<CaseFile> {
  const one = await owed({ issuedOn: issuedOn(day0) });
  await business.failNext(one.email, kind, times);
  return one;
}

/** Such a case, on the day of its R1. */
async function metBy(teller: Teller, kind: string, times: number): Promise<CaseFile> {
  const one = await toMeet(teller, kind, times);
  await teller.timeline.until(r1On(teller.day0));
  return one;
}

for (const kind of ['accept_then_reset', 'accept_then_timeout', 'bad_body', 'reset', 'timeout', '500', '429', '409']) {
  // A call that is given up takes seconds of real time, so once is enough.
  const times = kind.endsWith('timeout') ? 1 : 2;
  story(
    `the provider fails ${times} × with ${kind}: R1 is accepted exactly once, and the case goes on`,
    async (teller) => {
      const one = await metBy(teller, kind, times);
      await teller.timeline.until(plus(teller.timeline.today, 1));
      expect(await one.mails()).toHaveLength(1);
      expect(await one.dunning()).toMatchObject({ status: 'waiting', level: 1, next: { level: 2 } });
      const [mail] = await one.mails();
      expect(await one.messages()).toMatchObject([{ status: 'sent', provider_reference: mail!.id }]);
    },
  );
}

story('the provider refuses with 422: nothing leaves, and a person is asked', async (teller) => {
  const one = await metBy(teller, '422', 1);
  await teller.timeline.until(plus(teller.timeline.today, 3));
  expect(await one.mails()).toHaveLength(0);
  expect(await one.dunning()).toMatchObject({ status: 'needs_attention', level: 0, next: null });
  expect((await one.messages())[0].status).toBe('failed');
});

story(
  'an outcome that is unknown for 23 hours is found out by asking the provider; else a person says: sent, the case goes on; not sent, R1 leaves anew',
  async (teller) => {
    const { business, timeline, day0 } = teller;
    const [gone, lost, seen, unheard, silent] = await Promise.all([
      toMeet(teller, 'accept_then_reset', 1000),
      toMeet(teller, 'reset', 1000),
      toMeet(teller, 'reset', 1000),
      toMeet(teller, 'accept_then_timeout', 1000),
      toMeet(teller, 'timeout', 1000),
    ]);
    // One wait for all three: a story that waited three times would let the days pass before another has begun to wait.
    await timeline.until(r1On(day0));
    const [early] = await gone.messages();
    expect(early.status).toBe('sending');
    // By now ten tries have each waited some seconds of real time. The later, hourly ones fail at once: their outcome is as unknown.
    for (const one of [unheard, silent]) await business.failNext(one.email, 'reset', 1000);
    await timeline.until(plus(timeline.today, 1));
    const [[found], [notSent], [sent]] = [await gone.messages(), await lost.messages(), await seen.messages()];
    expect([found.status, notSent.status, sent.status]).toEqual(['sent', 'ambiguous', 'ambiguous']);
    const [mail] = await gone.mails();
    expect(found.provider_reference).toBe(mail!.id);
    // The calls that never got an answer are checked on the same days.
    expect([(await unheard.messages())[0].status, (await silent.messages())[0].status]).toEqual(['sent', 'ambiguous']);
    expect([(await unheard.mails()).length, (await silent.mails()).length]).toEqual([1, 0]);
    for (const one of [lost, seen, silent]) expect((await one.dunning()).status).toBe('needs_attention');
    expect([(await gone.mails()).length, (await lost.mails()).length]).toEqual([1, 0]);
    for (const one of [gone, lost, seen]) await business.failNext(one.email, 'reset', 0);
    await business.do('POST', `/messages/${sent.id}/resolve`, { outcome: 'sent', comment: 'Vu chez le prestataire' });
    await business.do('POST', `/messages/${notSent.id}/resolve`, { outcome: 'not_sent', comment: 'Rien reçu' });
    for (const one of [gone, seen])
      expect(await one.dunningOnce(({ next }) => next?.level === 2)).toMatchObject({ level: 1, next: { level: 2 } });
    await lost.dunningOnce(({ next }) => next?.level === 1);
    await timeline.until(plus(timeline.today, 5));
    if ((await lost.dunning()).status === 'to_confirm') await lost.confirm();
    await lost.dunningOnce(({ level }) => level === 1);
    expect([(await gone.mails()).length, (await lost.mails()).length]).toEqual([1, 1]);
  },
);

story('paid while the outcome is unknown: no further try', async (teller) => {
  const { business, timeline } = teller;
  const one = await metBy(teller, 'reset', 1000);
  const answer = await one.pay(120_00, timeline.today);
  expect(answer.handed_over).toMatchObject([{ invoice_number: one.number }]);
  await business.failNext(one.email, 'reset', 0);
  await timeline.until(plus(timeline.today, 2));
  expect(await one.mails()).toHaveLength(0);
  expect((await one.dunning()).status).toBe('paid');
  expect((await one.messages())[0].status).toBe('ambiguous');
});
