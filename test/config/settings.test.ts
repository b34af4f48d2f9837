import { describe, expect, test } from 'vitest';
import { parseSettings, SettingsError } from '../../config/settings.ts';

const enough = { DATABASE_URL: 'postgresql://me:hidden-word@db:5432/relance', TEMPORAL_ADDRESS: 'temporal:7233' };

function mistakesOf(env: Record<string, string>): string[] {
  try {
    parseSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('The settings of a process', () => {
  test('a database and a Temporal address are enough, and without a Resend key there is none', () => {
    const settings = parseSettings(enough);
    expect(settings.database).toEqual({ url: enough.DATABASE_URL, poolSize: 10 });
    expect(settings.temporal).toMatchObject({
      address: 'temporal:7233',
      namespace: 'default',
      tls: null,
      taskQueue: 'relance',
    });
    expect(settings.email.resendApiKey).toBeNull();
    const publicUrl = 'http://127.0.0.1:3000';
    expect(settings.api).toEqual({ host: '127.0.0.1', port: 3000, publicUrl, trustedProxies: [] });
    expect(settings.demoClock).toBe(false);
  });

  test('proxies that are believed are addresses or ranges, and never everybody', () => {
    const read = (list: string) => parseSettings({ ...enough, TRUSTED_PROXIES: list }).api.trustedProxies;
    expect(read('10.0.0.0/8, loopback,fd00::/8,192.0.2.7')).toEqual([
      '10.0.0.0/8',
      'loopback',
      'fd00::/8',
      '192.0.2.7',
    ]);
    for (const wrong of [
      'true',
      '1',
      '*',
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/33',
      '10.0.0',
      'proxy.example.org',
      '10.0.0.1,',
    ])
      expect(mistakesOf({ ...enough, TRUSTED_PROXIES: wrong })).toEqual([
        expect.stringMatching(/^TRUSTED_PROXIES must be/),
      ]);
  });

  test('another’s sign-in takes its four variables or none, and an issuer that nobody can stand in for', () => {
    const oidc = {
      OIDC_ISSUER: 'https://login.example.org/',
      OIDC_CLIENT_ID: 'relance',
      OIDC_CLIENT_SECRET: 'hidden-secret',
      OIDC_NAME: 'Compte Horizon',
    };
    expect(parseSettings(enough).oidc).toBeNull();
    expect(parseSettings({ ...enough, ...oidc }).oidc).toEqual({
      issuer: 'https://login.example.org/',
      clientId: 'relance',
      clientSecret: 'hidden-secret',
      name: 'Compte Horizon',
    });
    const { OIDC_CLIENT_SECRET: _secret, ...three } = oidc;
    expect(mistakesOf({ ...enough, ...three })).toEqual([expect.stringMatching(/^OIDC_CLIENT_SECRET is missing/)]);
    const from = (issuer: string) => mistakesOf({ ...enough, ...oidc, OIDC_ISSUER: issuer });
    expect(from('http://login.example.org')).toEqual([
      expect.stringMatching(/^OIDC_ISSUER must be an address that begins with https/),
    ]);
    expect(from('http://127.0.0.1.example.org')).toHaveLength(1);
    expect(from('http://127.0.0.1:9000')).toEqual([]);
  });

  test('every mistake is told at once, in a sentence that names its variable', () => {
    const mistakes = mistakesOf({
      TEMPORAL_ADDRESS: 'https://temporal:7233',
      API_PORT: '99999',
      LOG_LEVEL: 'loud',
      RESEND_API_KEY: 'sk_live',
      TEMPORAL_TLS_CERT_PATH: '/nowhere/cert.pem',
      RELANCE_DEMO_CLOCK: 'perhaps',
    });
    const named = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'RESEND_API_KEY', 'API_PORT', 'RELANCE_DEMO_CLOCK', 'LOG_LEVEL'];
    for (const variable of [...named, 'TEMPORAL_TLS_CERT_PATH', 'TEMPORAL_TLS_KEY_PATH']) {
      expect(mistakes.filter((mistake) => mistake.startsWith(`${variable} `))).toHaveLength(1);
    }
    expect(mistakes).toHaveLength(8);
  });

  test('what a chosen provider and a sign-in lack is told beside what every process needs', () => {
    const mistakes = mistakesOf({
      TEMPORAL_ADDRESS: enough.TEMPORAL_ADDRESS,
      PRINT_PROVIDER: 'maileva',
      MAILEVA_USERNAME: 'me',
      OIDC_ISSUER: 'http://login.example.org',
    });
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'OIDC_ISSUER',
      'MAILEVA_CLIENT_ID',
      'MAILEVA_CLIENT_SECRET',
      'MAILEVA_PASSWORD',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_NAME',
    ]);
    // For a provider that does not exist, nothing is said about what it lacks.
    expect(mistakesOf({ ...enough, PRINT_PROVIDER: 'toString' })).toEqual([
      'PRINT_PROVIDER must be merci_facteur, maileva or mailbox.',
    ]);
  });

  test('the local mailbox as print and SMS provider needs no secret; a key of Brevo alone names Brevo', () => {
    const { print, sms } = parseSettings({ ...enough, PRINT_PROVIDER: 'mailbox', SMS_PROVIDER: 'mailbox' });
    expect([print, sms]).toEqual([{ provider: 'mailbox' }, { provider: 'mailbox', sender: null }]);
    expect(parseSettings({ ...enough, BREVO_API_KEY: 'k' }).sms?.provider).toBe('brevo');
    expect(parseSettings({ ...enough, BREVO_API_KEY: 'k', SMS_PROVIDER: 'mailbox' }).sms?.provider).toBe('mailbox');
    expect(mistakesOf({ ...enough, PRINT_PROVIDER: 'maileva', SMS_PROVIDER: 'brevo' })).toHaveLength(5);
    expect(mistakesOf({ ...enough, SMS_PROVIDER: 'orange' })).toEqual(['SMS_PROVIDER must be brevo or mailbox.']);
  });

  test('a mistake never repeats what was given, which may be a secret', () => {
    const mistakes = mistakesOf({
      DATABASE_URL: 'mysql://me:hidden-word@db',
      TEMPORAL_ADDRESS: 'hidden-word',
      RESEND_API_KEY: 'hidden-word',
    });
    expect(mistakes).toHaveLength(3);
    expect(mistakes.join()).not.toContain('hidden-word');
  });

  test('an empty variable is an absent one', () => {
    expect(parseSettings({ ...enough, RESEND_API_KEY: '', API_PORT: ' ' }).api.port).toBe(3000);
  });

  test('each creditor has its payment system’s secrets, two while one is being changed; one of two creditors is refused', () => {
    const secretOf = (text: string) => `whsec_${Buffer.from(`${text} of some length`).toString('base64')}`;
    const [old, next, theirs] = [secretOf('old secret'), secretOf('next secret'), secretOf('their secret')];
    const read = (list: string) => parseSettings({ ...enough, PAYMENTS_WEBHOOK_SECRETS: list }).payments.webhookSecrets;
    expect(read(`acme:${old},other:${theirs}`)).toEqual({ acme: [old], other: [theirs] });
    expect(read(`acme:${old}|${next},other:${theirs}`)).toEqual({ acme: [old, next], other: [theirs] });
    expect(read(`acme:${old}, other:${theirs}, acme:${next}`)).toEqual({ acme: [old, next], other: [theirs] });
    for (const wrong of [`acme:${old},other:${old}`, old, `acme:${old}|`, 'acme:secret', `Acme :${old}`])
      expect(mistakesOf({ ...enough, PAYMENTS_WEBHOOK_SECRETS: wrong })).toHaveLength(1);
    expect(parseSettings({ ...enough, RESEND_WEBHOOK_SECRET: `${old}|${next}` }).email.resendWebhookSecrets).toEqual([
      old,
      next,
    ]);
    expect(mistakesOf({ ...enough, RESEND_WEBHOOK_SECRET: `${old}|secret` })).toHaveLength(1);
  });

  test('takes two passwords of a print provider’s webhooks while one is being changed, and one with a | in it', () => {
    const keysOf = (MERCI_FACTEUR_WEBHOOK_KEY: string) => {
      const account = { MERCI_FACTEUR_SERVICE_ID: 's', MERCI_FACTEUR_SECRET_KEY: 's', MERCI_FACTEUR_USER_ID: '1' };
      const named = { ...account, PRINT_PROVIDER: 'merci_facteur', MERCI_FACTEUR_WEBHOOK_KEY };
      return parseSettings({ ...enough, ...named }).printWebhooks.merciFacteur;
    };
    expect(keysOf('the-old-key-of-16|the-new-key-of-16')).toEqual(['the-old-key-of-16', 'the-new-key-of-16']);
    expect(keysOf('one-long-key|with-a-bar')).toEqual(['one-long-key|with-a-bar']);
    expect(mistakesOf({ ...enough, MERCI_FACTEUR_WEBHOOK_KEY: 'short|short' })).toHaveLength(1);
  });

  test('payload keys are 32 bytes under names of their own, the first encrypts; a build is named, its deployment too', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const settings = parseSettings({ ...enough, TEMPORAL_CODEC_KEYS: `b:${key}, a:${key}`, RELANCE_BUILD_ID: '1.4.0' });
    expect(settings.temporal.codecKeys.map(({ id, secret }) => [id, secret.length])).toEqual([
      ['b', 32],
      ['a', 32],
    ]);
    expect(settings.temporal.version).toEqual({ deploymentName: 'relance', buildId: '1.4.0' });
    expect(parseSettings(enough).temporal).toMatchObject({ codecKeys: [], version: null });
    for (const wrong of [key, `a:${key},a:${key}`, `a:${key.slice(4)}`, `a b:${key}`, `a:${key},`])
      expect(mistakesOf({ ...enough, TEMPORAL_CODEC_KEYS: wrong })).toHaveLength(1);
    expect(mistakesOf({ ...enough, RELANCE_BUILD_ID: 'a build', RELANCE_DEPLOYMENT: 'a.b' })).toHaveLength(2);
  });

  test('an API key of Temporal is only ever sent over TLS', () => {
    expect(parseSettings({ ...enough, TEMPORAL_API_KEY: 'key' }).temporal.tls).toEqual({});
  });
});
