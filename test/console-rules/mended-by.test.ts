import { expect, it } from 'vitest';
import { addresseesToMend, remediesFor } from '../../console/pages/attention/mended-by.ts';

// Which field *Anomalies* offers, so that filling it in lets the case go on.

const contact = (email: string | null, email_problem: 'hard_bounce' | 'undeliverable_letter' | null = null) => ({
  email,
  email_problem,
});
const reachable = contact('compta@durand.example');

it('a letter that came back, or has no address to go to or none that can be printed, asks for the postal address and not for an e-mail', () => {
  for (const code of ['undeliverable_letter', 'no_address', 'unprintable_address', 'letter_rejected'])
    expect(remediesFor(code, [contact(null)])).toEqual(['address']);
});

it('an electronic letter that came back asks for the e-mail address it went to as well', () => {
  expect(remediesFor('undeliverable_letter', [contact('x@durand.example', 'undeliverable_letter')])).toEqual([
    'address',
    'email',
  ]);
});

it('a text message asks for a number, a mail for an address', () => {
  for (const code of ['no_phone', 'sms_failed']) expect(remediesFor(code, [reachable])).toEqual(['phone']);
  for (const code of ['hard_bounce', 'complaint', 'no_recipient', 'sending_failed', 'http_422'])
    expect(remediesFor(code, [reachable])).toEqual(['email']);
});

it('what no correction of the customer mends asks for none', () => {
  for (const code of ['no_template', 'forbidden_wording', 'activity_failed', null])
    expect(remediesFor(code, [contact(null)])).toEqual([]);
});

it('of the e-mail addresses the refused and missing ones are corrected, or any when the provider alone refused', () => {
  const refused = contact('ancien@durand.example', 'hard_bounce');
  expect(addresseesToMend([reachable, refused, contact(null)])).toEqual([refused, contact(null)]);
  expect(addresseesToMend([reachable])).toEqual([reachable]);
});
