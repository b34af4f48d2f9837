import { describe, expect, it } from 'vitest';
import { refusedInFrench } from '../../../domain/case/attention-in-words.ts';
import type { DayStory } from '../../../domain/case/explain-day.ts';
import { allDay, END_AT, entry, type Next, R2, SEND_AT, sentence, stood, told } from './a-day.ts';

describe('A day in English', () => {
  const endless = { untilOn: null, endsAt: null };
  const until = { untilOn: '2026-11-12', endsAt: null };

  it.each([
    ['the invoice was in litigation', allDay({ holds: [{ kind: 'litigation', ...endless }] })],
    ['the customer disputed the invoice', allDay({ holds: [{ kind: 'dispute', ...endless }] })],
    ['a payment was promised for Thursday 12 November', allDay({ holds: [{ kind: 'promise', ...until }] })],
    [
      'the invoice’s reminders were paused until the end of Thursday 12 November',
      allDay({ holds: [{ kind: 'pause', ...until }] }),
    ],
    ['the customer’s reminders were paused', allDay({ holds: [{ kind: 'customer_pause', ...endless }] })],
    ['a specific action was under way', allDay({ holds: [{ kind: 'specific_action', ...endless }] })],
    ['the invoice had been settled on Monday 9 November', allDay({ closed: { as: 'paid', on: '2026-11-09' } })],
    ['the case had been cancelled on Monday 9 November', allDay({ closed: { as: 'cancelled', on: '2026-11-09' } })],
    ['the debt had been written off on Monday 9 November', allDay({ closed: { as: 'written_off', on: '2026-11-09' } })],
    ['it was a Saturday', { ...allDay({}), notWorking: 'saturday' }],
    ['it was a Sunday', { ...allDay({}), notWorking: 'sunday' }],
    [
      'the case waited for a person to decide: no such address',
      allDay({ attention: { code: 'x', text: 'no such address' } }),
    ],
    [
      'the case waited for a person to decide: the letter did not leave, since the customer has no postal address: complete the customer',
      allDay({ attention: { code: 'no_address', text: 'Pas d’adresse postale.' } }),
    ],
    [
      'the case waited for a person to decide: a message that was asked for by hand did not leave: read it again and send it anew, or close this task if it is no longer needed',
      allDay({
        attention: { code: 'not_sent', text: 'Le courriel demandé manuellement n’est pas parti : l’adresse a changé.' },
      }),
    ],
    [
      'the case waited for a person to decide: the reminder could not leave at its hour',
      allDay({ attention: { code: 'step_refused', text: 'La relance n’a pas pu partir à son heure.' } }),
    ],
    [
      'the case waited for a person to decide: the provider refused the message (invalid_attachment): correct the contact or the message and send again, or use another channel',
      allDay({
        attention: {
          code: 'invalid_attachment',
          text: refusedInFrench('Le courriel de niveau R1', 'The file is empty.'),
        },
      }),
    ],
    ['every step of the scenario had taken place', allDay({ exhausted: true })],
    ['nothing was planned yet', allDay({})],
    ['the invoice was not recorded yet', {}],
    ['R2 had been waiting to be confirmed since Tuesday 10 November', allDay({ next: { ...R2, mode: 'to_confirm' } })],
    ['R2 had been waiting to be sent by hand since Tuesday 10 November', allDay({ next: { ...R2, mode: 'manual' } })],
    [
      'the R2 call had been waiting to be made since Tuesday 10 November',
      allDay({ next: { ...R2, kind: 'call', mode: 'manual' } }),
    ],
    [
      'the R2 task had been waiting to be done since Tuesday 10 November',
      allDay({ next: { ...R2, kind: 'task', mode: 'manual' } }),
    ],
    ['R2 was planned for Wednesday 11 November', allDay({ next: { ...R2, dueAt: '2026-11-11T08:00:00.000Z' } })],
    ['R2 was being sent', allDay({ next: { ...R2, handed: true } })],
    [
      'R2 should have left at 9:00 and could not be sent that day (service interrupted, or sending impossible)',
      allDay({ next: R2 }),
    ],
  ] satisfies [string, Partial<DayStory>][])('says that %s', (why, day) => {
    expect(sentence(day, 'en')).toBe(`On Tuesday 10 November, nothing left: ${why}.`);
  });

  it('leaves the stored words of a refusal as they are in French', () => {
    const text = refusedInFrench('Le courriel de niveau R1', 'The file is empty.');
    expect(text).toBe('Le courriel de niveau R1 n’est pas parti\u00a0: The file is empty.');
    expect(sentence(allDay({ attention: { code: 'invalid_attachment', text } }), 'fr')).toContain(
      text.slice(0, -1).replace('\u00a0', ' '),
    );
  });

  it('says why a person had to confirm it, and what is no reminder', () => {
    const next: Next = { ...R2, mode: 'to_confirm', reasons: [{ code: 'confirm', why: 'litigation' }] };
    const { reasons } = told(allDay({ next }), 'en');
    expect(reasons).toEqual([expect.stringContaining('litigation')]);
    expect(sentence({ entries: [entry('sent')] }, 'en')).toBe('On Tuesday 10 November: a message left at 9:00.');
  });

  it('says what was moved, held back or will wait', () => {
    const moved = [{ level: 2, dueOn: '2026-12-01' }];
    const held = { data: { level: 2, reason: 'paid' }, causes: [entry('note', { text: 'x' })] };
    const day = told({ moved, cancelled: [held], atEnd: stood(END_AT, { exhausted: true }) }, 'en');
    expect(day.sentence).toMatch(/nothing left: R2 was held back before it left: .+ \(.+\)\.$/);
    expect(day.reasons).toContain('R2, planned for that day, was put off to Tuesday 1 December.');
    const next: Next = { ...R2, mode: 'manual', dueAt: '2026-11-24T08:00:00.000Z' };
    expect(sentence({ on: '2026-11-24', atEnd: stood(SEND_AT, { next }) }, 'en')).toBe(
      'On Tuesday 24 November: R2 will wait for a person from 9:00.',
    );
    expect(sentence({ on: '2026-11-25', atEnd: stood(SEND_AT, { next }) }, 'en')).toBe(
      'On Wednesday 25 November, nothing is planned.',
    );
  });
});
