import { beforeAll, describe, expect, it } from 'vitest';
import { type HistoryData, historyText } from '../../../domain/case/history-text.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import type { PostingInput } from '../../../facts/inputs/sending.ts';
import { correctPosting } from '../../../facts/messages/letters/correct-posting.ts';
import { tellLetter } from '../../../facts/messages/letters/tell-letter.ts';
import { NOTICE_LADDER, noticeByHand } from '../gathering/notices-to-post.ts';
import { openSendHours, R3_TODAY, type SendHours } from '../gathering/send-hours.ts';
import { handOver } from '../holds/case-world.ts';
import { refusal } from '../world.ts';

const MADE = '2026-12-09T11:00:00.000Z';
const NOTED = '2026-12-11T10:00:00.000Z';
const LATER = '2026-12-14T10:00:00.000Z';

let hours: SendHours;
let scenario: string;
beforeAll(async () => {
  hours = await openSendHours();
  scenario = await hours.scenario('invoice', [...NOTICE_LADDER, { level: 3, kind: 'call', mode: 'to_confirm' }]);
});

/** A formal notice that a person made on the 9th, and noted on the 11th as posted that day. */
async function posted(madeAt = MADE) {
  const { ids, customer } = await hours.owes(scenario, R3_TODAY);
  const invoiceId = ids[0]!;
  const id = await noticeByHand(hours, madeAt, invoiceId);
  await hours.rendered(id, madeAt);
  await hours.plan(invoiceId, madeAt);
  const { actionId } = await hours.message(id);
  const said = { posted_on: '2026-12-11', registered_number: '1A 111' };
  await completeAction(hours.db, hours.on(NOTED), actionId!, said);
  await hours.plan(invoiceId, NOTED);
  const correct = (input: PostingInput) => correctPosting(hours.db, hours.on(LATER), id, input);
  const standing = async () => {
    const message = await hours.message(id);
    const action = await hours.db.action.findUniqueOrThrow({ where: { id: actionId! } });
    const record = await hours.db.stepRecord.findFirstOrThrow({ where: { messageId: id } });
    return {
      of: [message.status, message.sentAt?.toISOString().slice(0, 10), message.providerReference],
      action: [action.state, action.postedOn?.toISOString().slice(0, 10), action.registeredNumber],
      record: record.on.toISOString().slice(0, 10),
    };
  };
  const corrections = () =>
    hours.db.historyEntry.findMany({ where: { invoiceId, kind: 'letter_status' }, orderBy: { id: 'asc' } });
  return { id, invoiceId, customer, correct, standing, corrections };
}

const at = (on: string, number: string | null) => ({
  of: ['deposited', on, number],
  action: ['done', on, number],
  record: on,
});

describe('What a person noted when posting a registered letter', () => {
  it('is corrected, and the history keeps what was noted before', async () => {
    const { invoiceId, correct, standing, corrections } = await posted();
    expect(await standing()).toEqual(at('2026-12-11', '1A 111'));
    const tellings = await correct({ posted_on: '2026-12-10', registered_number: '1A 222' });
    expect(tellings).toMatchObject([{ invoiceId, signal: 'messageSettled' }]);
    expect(await standing()).toEqual(at('2026-12-10', '1A 222'));
    const [line] = await corrections();
    expect(line).toMatchObject({ actorName: 'Léa Martin' });
    const [french, english] = (['fr', 'en'] as const).map((language) =>
      historyText('letter_status', line!.data as HistoryData, language).replaceAll('\u00a0', ' '),
    );
    expect(french).toBe(
      'Envoi du courrier R3 corrigé : posté le 10 décembre 2026, n° 1A 222 (noté avant : le 11 décembre 2026, n° 1A 111).',
    );
    expect(english).toBe(
      'Sending of letter R3 corrected: posted on 10 December 2026, no. 1A 222 (noted before: 11 December 2026, no. 1A 111).',
    );
  });

  it('in part: what is not named stays, null takes the number away, and the same again changes nothing', async () => {
    const { correct, standing, corrections } = await posted();
    await correct({ registered_number: null });
    expect(await standing()).toEqual(at('2026-12-11', null));
    await correct({ posted_on: '2026-12-09' });
    expect(await standing()).toEqual(at('2026-12-09', null));
    expect(await correct({ posted_on: '2026-12-09', registered_number: null })).toEqual([]);
    expect(await corrections()).toHaveLength(2);
  });

  it('moves the next step, which counts from the day of posting', async () => {
    const { invoiceId, correct } = await posted();
    const before = await hours.read(invoiceId);
    await correct({ posted_on: '2026-12-09' });
    expect((await hours.read(invoiceId)).version).toBeGreaterThan(before.version);
    await hours.plan(invoiceId, LATER);
    const after = await hours.read(invoiceId);
    const dayOf = (row: typeof after) => row.openStep!.dueOn.getTime() / 86_400_000;
    expect([before.level, after.level]).toEqual([3, 3]);
    expect(dayOf(after)).toBeLessThan(dayOf(before));
  });

  it('cannot become a day before the letter was made, one to come, or one after it had arrived', async () => {
    const { id, correct, standing } = await posted();
    expect(await refusal(correct({ posted_on: '2026-12-08' }))).toMatchObject({ code: 'before_made' });
    expect(await refusal(correct({ posted_on: '2026-12-15' }))).toMatchObject({ code: 'day_to_come' });
    await tellLetter(hours.db, hours.on(LATER), id, { status: 'signed', on: '2026-12-12' });
    expect(await refusal(correct({ posted_on: '2026-12-13' }))).toMatchObject({ code: 'after_it_arrived' });
    await correct({ posted_on: '2026-12-10' });
    expect((await standing()).of).toEqual(['signed', '2026-12-10', '1A 111']);
    // The correction before is no arrival.
    await correct({ posted_on: '2026-12-11' });
    expect((await standing()).of).toEqual(['signed', '2026-12-11', '1A 111']);
  });

  it('becomes the day on which the letter was made, and never an hour before that', async () => {
    const madeAt = '2026-12-09T15:00:00.000Z';
    const { id, correct } = await posted(madeAt);
    await correct({ posted_on: '2026-12-09' });
    expect((await hours.message(id)).sentAt?.toISOString()).toBe(madeAt);
  });
});

it('of what no person posted there is nothing to correct', async () => {
  const customer = await hours.newCustomer();
  const invoice = await hours.newInvoice(customer);
  const id = await handOver(hours, { customerId: customer.id, invoiceId: invoice.id }, 'sent');
  const asked = correctPosting(hours.db, hours.on(LATER), id, { registered_number: '1A' });
  expect(await refusal(asked)).toMatchObject({ kind: 'conflict', code: 'not_posted' });
});
