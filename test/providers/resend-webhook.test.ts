import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { verifyResendWebhook } from '../../providers/email/webhook.ts';

const SECRET = `whsec_${Buffer.from('the secret of these tests').toString('base64')}`;
const NEXT_SECRET = `whsec_${Buffer.from('the secret after a rotation').toString('base64')}`;
const delivered = {
  type: 'email.delivered',
  created_at: '2026-11-22T06:00:00.000+01:00',
  data: {
    email_id: '4ef9a417-02e9-4d39-ad75-9611e0fcc33c',
    created_at: '2026-11-22T04:59:00.000Z',
    from: 'Cabinet Durand <relances@durand.example>',
    to: ['claire.petit@client.example'],
    subject: 'Première relance',
    tags: { message_id: '0199-aaaa' },
  },
};
const withData = (type: string, data: Record<string, unknown>) => ({
  ...delivered,
  type,
  data: { ...delivered.data, ...data },
});

function signed(event: unknown, { secret = SECRET, ageSeconds = 0, prefix = 'svix' } = {}) {
  const body = Buffer.from(typeof event === 'string' ? event : JSON.stringify(event));
  const at = new Date(Date.now() - ageSeconds * 1000);
  const headers = {
    [`${prefix}-id`]: 'msg_1',
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(secret).sign('msg_1', at, body.toString()),
  };
  return { body, headers };
}

function verdictOn(event: unknown, options: Parameters<typeof signed>[1] = {}, secrets = [SECRET]) {
  const { body, headers } = signed(event, options);
  return verifyResendWebhook(body, headers, secrets);
}

describe('an authentic event', () => {
  test('names our message, the provider’s reference and the instant in UTC', () => {
    expect(verdictOn(delivered)).toEqual({
      kind: 'event',
      event: {
        eventId: 'msg_1',
        providerReference: '4ef9a417-02e9-4d39-ad75-9611e0fcc33c',
        messageTag: '0199-aaaa',
        event: 'delivered',
        bounceType: null,
        detail: '',
        occurredAt: '2026-11-22T05:00:00.000Z',
      },
    });
  });

  test('may come under the standard’s own header names', () => {
    expect(verdictOn(delivered, { prefix: 'webhook' })).toMatchObject({ kind: 'event' });
  });

  test('without our tag is still an event: it may be of a mail sent by other means', () => {
    expect(verdictOn(withData('email.delivered', { tags: undefined }))).toMatchObject({ event: { messageTag: null } });
  });

  test('is taken with the old and with the new secret while one replaces the other, and not afterwards', () => {
    const both = [NEXT_SECRET, SECRET];
    expect(verdictOn(delivered, { secret: SECRET }, both)).toMatchObject({ kind: 'event' });
    expect(verdictOn(delivered, { secret: NEXT_SECRET }, both)).toMatchObject({ kind: 'event' });
    expect(verdictOn(delivered, { secret: SECRET }, [NEXT_SECRET])).toMatchObject({ kind: 'forged' });
  });

  test.each([
    ['email.sent', 'sent'],
    ['email.delivery_delayed', 'delayed'],
    ['email.complained', 'complained'],
    ['email.opened', 'opened'],
    ['email.clicked', 'clicked'],
  ])('%s', (type, event) => {
    expect(verdictOn(withData(type, {}))).toMatchObject({ kind: 'event', event: { event, bounceType: null } });
  });

  test.each([
    ['Permanent', 'hard'],
    ['Transient', 'soft'],
    ['Undetermined', 'undetermined'],
  ])('a bounce that is %s', (type, bounceType) => {
    const bounce = { type, subType: 'General', message: 'unknown user', diagnosticCode: [] };
    const verdict = verdictOn(withData('email.bounced', { bounce }));
    expect(verdict).toMatchObject({ event: { event: 'bounced', bounceType, detail: 'General: unknown user' } });
  });

  test('an address that the provider holds back has bounced for good', () => {
    const suppressed = { type: 'Suppressed', reason: 'previous_bounce', message: 'held back', diagnosticCode: [] };
    const verdict = verdictOn(withData('email.suppressed', { suppressed }));
    expect(verdict).toMatchObject({
      event: { event: 'bounced', bounceType: 'hard', detail: 'previous_bounce: held back' },
    });
  });

  test('a failure says why', () => {
    const verdict = verdictOn(withData('email.failed', { failed: { reason: 'reached_daily_quota' } }));
    expect(verdict).toMatchObject({ event: { event: 'failed', detail: 'reached_daily_quota' } });
  });

  test.each(['contact.created', 'email.scheduled', 'constructor'])(
    'of the type %s is ignored, not an error',
    (type) => {
      expect(verdictOn({ type, created_at: delivered.created_at, data: {} })).toEqual({
        kind: 'ignored',
        eventId: 'msg_1',
        type,
      });
    },
  );

  test.each([
    ['no JSON', '{"type":'],
    ['no object', '[]'],
    ['no type', '{}'],
    ['no reference', { ...delivered, data: {} }],
    ['an instant that is none', { ...delivered, created_at: 'yesterday' }],
  ])('with %s is malformed', (_what, event) => {
    expect(verdictOn(event)).toMatchObject({ kind: 'malformed' });
  });
});

describe('refused before it is read', () => {
  test('a body changed by one byte', () => {
    const { body, headers } = signed(delivered);
    const changed = Buffer.from(body.toString().replace('delivered', 'complained'));
    expect(verifyResendWebhook(changed, headers, [SECRET])).toMatchObject({ kind: 'forged' });
    expect(verifyResendWebhook(body, headers, [SECRET])).toMatchObject({ kind: 'event' });
  });

  test('a signature of another secret', () => {
    expect(verdictOn(delivered, { secret: NEXT_SECRET })).toMatchObject({ kind: 'forged' });
  });

  test('an old call played again, or one from the future', () => {
    expect(verdictOn(delivered, { ageSeconds: 301 })).toMatchObject({ kind: 'forged' });
    expect(verdictOn(delivered, { ageSeconds: -302 })).toMatchObject({ kind: 'forged' });
    expect(verdictOn(delivered, { ageSeconds: 290 })).toMatchObject({ kind: 'event' });
  });

  test('an old call given today’s timestamp', () => {
    const { body, headers } = signed(delivered, { ageSeconds: 3600 });
    const today = { ...headers, 'svix-timestamp': String(Math.floor(Date.now() / 1000)) };
    expect(verifyResendWebhook(body, today, [SECRET])).toMatchObject({ kind: 'forged' });
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('a call without %s', (header) => {
    const { body, headers } = signed(delivered);
    expect(verifyResendWebhook(body, { ...headers, [header]: undefined }, [SECRET])).toMatchObject({ kind: 'forged' });
    expect(verifyResendWebhook(body, { ...headers, [header]: ['a', 'b'] }, [SECRET])).toMatchObject({ kind: 'forged' });
  });
});

test('settings without a usable secret are a mistake of ours, not of the caller', () => {
  const { body, headers } = signed(delivered);
  expect(() => verifyResendWebhook(body, headers, [])).toThrow();
  expect(() => verifyResendWebhook(body, headers, ['whsec_'])).toThrow();
});
