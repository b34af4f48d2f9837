import { expect, it } from 'vitest';
import { mailRecipient } from '../../console/pages/attention/mail-recipient.ts';
import { waysToSend, whatToSend } from '../../console/pages/attention/what-to-send.ts';

// What *Anomalies* offers to send for a case that has stopped.

type Case = Parameters<typeof whatToSend>[1];

/** A case with three levels, of which those up to `level` are done. */
const reached = (level: number): Case => ({
  dunning: {
    status: 'needs_attention',
    level,
    cycle: 1,
    levels: [1, 2, 3].map((one) => ({
      level: one,
      state: one <= level ? 'done' : 'not_concerned',
      due_on: null,
      done_at: null,
      set_at: null,
    })),
    next: null,
    holds: [],
    sentence: '',
    attention: null,
    workflow_id: null,
    temporal_ui_url: null,
  },
});
const failed = (level: number | null, sentAt: string | null = null) => ({
  level,
  sent_at: sentAt,
  letter_kind: null,
  to: ['ancien@client.example'],
});
const letter = (level: number | null, letterKind: 'simple' | 'registered' | 'lre_qualified') => ({
  level,
  sent_at: '2026-03-02T08:00:00Z',
  letter_kind: letterKind,
  to: [],
});

it('the R2 that could not leave is what is sent, and not once more the R1 that did', () => {
  for (const code of ['no_recipient', 'no_address', 'no_template', 'forbidden_wording', 'consent_required'])
    expect(whatToSend(code, reached(1), failed(2))).toMatchObject({ level: 2, isAgain: false });
});

it('the first reminder, which could not leave, is sent as R1, so that the ladder goes on after it', () => {
  expect(whatToSend('no_recipient', reached(0), failed(1))).toMatchObject({ level: 1, isAgain: false });
  expect(whatToSend('no_recipient', reached(0), failed(0))).toMatchObject({ level: 0, isAgain: false });
});

it('what came back is sent again at its level', () => {
  for (const code of ['hard_bounce', 'complaint', 'undeliverable_letter'])
    expect(whatToSend(code, reached(2), null)).toMatchObject({ level: 2, isAgain: true });
});

it('of what the provider did not send, it counts whether the case had taken it for sent', () => {
  expect(whatToSend('sending_failed', reached(2), failed(2, '2026-03-02T08:00:00Z'))).toMatchObject({
    level: 2,
    isAgain: true,
  });
  expect(whatToSend('sending_failed', reached(1), failed(2))).toMatchObject({ level: 2, isAgain: false });
});

it('a repeat that did not leave is that repeat, and an extra no step of the ladder', () => {
  expect(whatToSend('no_recipient', reached(1), failed(1))).toMatchObject({ level: 1, isAgain: false });
  expect(whatToSend('no_recipient', reached(1), failed(null))).toMatchObject({ level: null, isAgain: false });
});

it('without a message the case waits for its next level, and at the end of the ladder for none', () => {
  expect(whatToSend('no_template', reached(1), null)).toMatchObject({ level: 2, isAgain: false });
  expect(whatToSend('no_template', reached(3), null)).toMatchObject({ level: null, isAgain: false });
});

it('a letter that came back goes again by letter first; a registered one is never offered by mail, which would be refused', () => {
  const ways = (code: string, message: Parameters<typeof whatToSend>[2], level = 3) =>
    waysToSend(whatToSend(code, reached(level), message));
  expect(ways('undeliverable_letter', letter(3, 'registered'))).toEqual(['letter']);
  expect(ways('undeliverable_letter', letter(3, 'lre_qualified'))).toEqual(['letter']);
  expect(ways('undeliverable_letter', letter(2, 'simple'), 2)).toEqual(['letter', 'email']);
  expect(ways('letter_rejected', letter(3, 'registered'))).toEqual(['letter']);
  // An extra is no step that must be registered.
  expect(ways('undeliverable_letter', letter(null, 'registered'), 0)).toEqual(['letter', 'email']);
  expect(ways('hard_bounce', null)).toEqual(['email', 'letter']);
});

it('the recipient is named as the server chooses it, and nobody is when every address is missing or refused', () => {
  const contact = { name: 'Odile Nivet', email: 'odile@client.example', email_problem: null, recovery: false };
  const recovery = { ...contact, name: 'Marc Jallet', email: 'marc@client.example', recovery: true };
  expect(mailRecipient([contact, recovery])).toBe(recovery);
  expect(mailRecipient([{ ...recovery, email_problem: 'hard_bounce' }, contact])).toBe(contact);
  expect(
    mailRecipient([
      { ...recovery, email_problem: 'complaint' },
      { ...contact, email: null },
    ]),
  ).toBe(null);
  expect(mailRecipient([])).toBe(null);
});

it('to whom it went is known, so that a correction since then is seen', () => {
  expect(whatToSend('no_recipient', reached(0), failed(1)).to).toEqual(['ancien@client.example']);
  expect(whatToSend('hard_bounce', reached(2), null).to).toBe(null);
});
