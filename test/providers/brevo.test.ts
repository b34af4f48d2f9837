import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBrevoSms } from '../../providers/sms/brevo.ts';
import { BREVO_KEY, BrevoDouble } from './doubles/brevo-double.ts';
import { noAbort } from './sample-email.ts';

let double: BrevoDouble;
beforeEach(async () => {
  double = await BrevoDouble.start();
});
afterEach(() => double.stop());

const sms = { reference: 'm-1', to: '+33639981021', sender: 'Durand', text: 'Votre facture', unicode: false };
const provider = (apiKey = BREVO_KEY) => createBrevoSms({ apiKey, baseUrl: double.url, timeoutMs: 3_000 });
const ask = () => provider().ask({ reference: 'm-1', to: sms.to }, noAbort());

test('an SMS leaves with its sender and our message as its tag, and its events are found by that', async () => {
  expect(await ask()).toEqual({ kind: 'not_found' });
  expect(await provider().send(sms, noAbort())).toEqual({ kind: 'accepted', reference: '1500' });
  expect(double.sent[0]).toMatchObject({
    recipient: '33639981021',
    sender: 'Durand',
    content: 'Votre facture',
    tag: 'm-1',
  });
  expect(await ask()).toMatchObject({ kind: 'found', event: 'sent', providerReference: '1500' });
  double.sent[0]!.events.push({ event: 'delivered' });
  expect(await ask()).toMatchObject({ event: 'delivered' });
});

test('what did not arrive is told with its reason', async () => {
  await provider().send(sms, noAbort());
  double.sent[0]!.events.push({ event: 'hardBounce', reason: 'unknown subscriber' });
  expect(await ask()).toMatchObject({ event: 'failed', detail: 'unknown subscriber' });
});

test.each([
  ['accept_then_reset', { kind: 'unknown' }, 1],
  ['reset', { kind: 'unknown' }, 0],
  ['500', { kind: 'unknown' }, 0],
  ['402', { kind: 'misconfigured', code: 'not_enough_credits' }, 0],
] as const)('%s tells what is known', async (fault, expected, sent) => {
  double.faults = [fault];
  expect(await provider().send(sms, noAbort())).toMatchObject(expected);
  expect(double.sent).toHaveLength(sent);
  expect(provider().isIdempotent).toBe(false);
});

test('a wrong key is misconfigured, and asking with it tells nothing', async () => {
  expect(await provider('other').send(sms, noAbort())).toMatchObject({ kind: 'misconfigured', code: 'unauthorized' });
  expect(await provider('other').ask({ reference: 'm-1', to: sms.to }, noAbort())).toMatchObject({ kind: 'no_answer' });
});
