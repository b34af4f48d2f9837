import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi, startApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor('Diagnostics Garonne');
});

const read = () => api.ask('GET', '/v1/settings', { key: ours.collector });
const change = async (body: unknown, key = ours.supervisor) => {
  const etag = (await read()).headers.get('etag') ?? '';
  return api.ask('PATCH', '/v1/settings', { key, body, headers: { 'If-Match': etag } });
};

describe('a new creditor', () => {
  it('has a company, so that it can send, and says that no mail leaves', async () => {
    expect((await read()).body).toMatchObject({
      company: { name: 'Diagnostics Garonne', email: 'comptabilite@diagnostics-garonne.example' },
      address: { city: 'Paris', country: 'FR' },
      time_zone: 'Europe/Paris',
      send_hour: 9,
      tolerance_cents: 0,
      live: false,
      mail_leaves: false,
    });
  });
  it('is made by the operator alone, with a slug of its own and a key that works', async () => {
    const key = 'rel_operator-of-the-frame-tests';
    const first = await api.ask('POST', '/v1/creditors', { key, body: { name: 'Étude Lefèvre & Fils' } });
    expect(first.status).toBe(201);
    expect(first.body.slug).toBe('etude-lefevre-fils');
    const second = await api.ask('POST', '/v1/creditors', { key, body: { name: 'Étude Lefèvre & Fils' } });
    expect(second.body.slug).toBe('etude-lefevre-fils-2');
    const ligature = await api.ask('POST', '/v1/creditors', { key, body: { name: 'L’Œuvre du Bœuf' } });
    expect(ligature.body.slug).toBe('l-oeuvre-du-boeuf');
    expect((await api.ask('GET', '/v1/keys', { key: first.body.admin_key })).body.data).toHaveLength(1);
    expect((await api.ask('POST', '/v1/creditors', { key: ours.admin, body: { name: 'x' } })).status).toBe(403);
  });
});

describe('changing settings', () => {
  it('to collect another’s claims has every mail say whose, until they are its own again', async () => {
    const mail = async () => {
      const body = { kind: 'email', subject: 'Rappel', body_html: '<p>Bonjour.</p>', language: 'fr' };
      return (await api.ask('POST', '/v1/templates/preview', { key: ours.collector, body })).body.text as string;
    };
    const acts_for = { creditor: 'Cabinet Rivière, 4 quai Sud, 69002 Lyon', mandate_on: '2026-03-01' };
    expect((await change({ acts_for })).body.acts_for).toEqual(acts_for);
    expect(await mail()).toMatch(/pour\s+le\s+compte\s+du\s+créancier,\s+Cabinet\s+Rivière/u);
    expect((await change({ acts_for: { creditor: 'Cabinet Rivière' } })).status).toBe(422);
    expect((await change({ acts_for: null })).body.acts_for).toBeNull();
    expect(await mail()).not.toContain('Rivière');
  });
  it('to the legal mentions of its company prints them at the foot of a mail', async () => {
    const company = {
      legal_form: 'SAS',
      share_capital_cents: 5_000_000,
      rcs_city: 'Paris',
      vat_number: 'fr 12 345678901',
    };
    const kept = { ...company, vat_number: 'FR12345678901' };
    expect((await change({ company })).body.company).toMatchObject(kept);
    const body = { kind: 'email', subject: 'Rappel', body_html: '<p>Bonjour.</p>', language: 'fr' };
    const mail = await api.ask('POST', '/v1/templates/preview', { key: ours.collector, body });
    expect((mail.body.text as string).replace(/\s/gu, ' ')).toContain(
      'SAS au capital de 50 000 € · RCS Paris · TVA FR12345678901',
    );
    expect((await change({ company: { vat_number: '123' } })).status).toBe(422);
    const none = { legal_form: null, share_capital_cents: null, rcs_city: null, vat_number: null };
    expect((await change({ company: none })).body.company).toMatchObject(none);
  });
  it('keeps what is not named', async () => {
    const answer = await change({
      company: { phone: '05 56 00 00 00' },
      iban: 'fr76 3000 6000 0112 3456 7890 189',
      bic: 'AGRIFRPP',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.company).toMatchObject({ name: 'Diagnostics Garonne', phone: '05 56 00 00 00' });
    expect(answer.body).toMatchObject({ iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', send_hour: 9 });
  });
  it('refuses what cannot be, each with its pointer, and changes nothing', async () => {
    const before = (await read()).text;
    const wrong: [string, unknown][] = [
      ['/send_hour', { send_hour: 24 }],
      ['/send_hour', { send_hour: 8.5 }],
      ['/time_zone', { time_zone: 'Mars/Olympus' }],
      ['/time_zone', { time_zone: '+02:00' }],
      ['/time_zone', { time_zone: 'CST' }],
      ['/time_zone', { time_zone: 'ECT' }],
      ['/time_zone', { time_zone: 'SystemV/PST8' }],
      ['/tolerance_cents', { tolerance_cents: -1 }],
      ['/promise_grace_days', { promise_grace_days: -1 }],
      ['/minimum_spacing_days', { minimum_spacing_days: -3 }],
      ['/iban', { iban: 'FR7630006000011234567890188' }],
      ['/holiday_zone', { holiday_zone: 'corse' }],
      ['/max_messages_per_customer/days', { max_messages_per_customer: { count: 1 } }],
      ['/currency', { currency: 'EURO' }],
      ['/live', { live: true }],
    ];
    for (const [pointer, body] of wrong) {
      const answer = await change(body);
      expect([pointer, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([pointer, 422, pointer]);
    }
    expect((await read()).text).toBe(before);
  });
  it('belongs to the supervisor', async () => {
    expect((await change({ send_hour: 8 }, ours.collector)).status).toBe(403);
  });
  it('lets the first of two at once win', async () => {
    const etag = (await read()).headers.get('etag') ?? '';
    const both = await Promise.all(
      ['a', 'b'].map((name) =>
        api.ask('PATCH', '/v1/settings', {
          key: ours.admin,
          body: { company: { name } },
          headers: { 'If-Match': etag },
        }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
  it('is stored although Temporal is away, and raises the version of every open invoice, of this creditor only', async () => {
    const theirs = await api.newCreditor('Autre');
    const invoices = await Promise.all([ours.id, theirs.id].map((creditorId) => anInvoice(creditorId)));
    const answer = await change({ send_hour: 7 });
    expect([answer.status, answer.body.code]).toEqual([503, 'stored_not_told']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await read()).body.send_hour).toBe(7);
    const versions = await Promise.all(invoices.map(({ id }) => api.db.invoice.findUniqueOrThrow({ where: { id } })));
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  }, 30_000);
});

describe('the logo', () => {
  it('is refused when it is no usable image', async () => {
    const answer = await api.ask('PUT', '/v1/settings/logo', {
      key: ours.admin,
      raw: 'not an image',
      headers: { 'Content-Type': 'image/png' },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_logo']);
    expect((await api.ask('GET', '/v1/settings/logo', { key: ours.admin })).status).toBe(404);
  });
  it('comes back as it was put', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const put = await api.ask('PUT', '/v1/settings/logo', {
      key: ours.admin,
      raw: png,
      headers: { 'Content-Type': 'image/png' },
    });
    expect(put.status).toBe(204);
    const response = await fetch(`${api.url}/v1/settings/logo`, { headers: { Authorization: `Bearer ${ours.admin}` } });
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
  });
});

async function anInvoice(creditorId: string) {
  const id = crypto.randomUUID();
  const customer = {
    id,
    creditorId,
    reference: id,
    name: 'M. Test',
    kind: 'consumer' as const,
    postalCode: '',
    city: 'Paris',
    country: 'FR',
    contentHash: '',
  };
  await api.db.customer.create({ data: customer });
  const day = new Date('2026-10-01');
  return api.db.invoice.create({
    data: {
      id,
      creditorId,
      customerId: id,
      number: id,
      issuedOn: day,
      dueOn: day,
      totalCents: 100,
      balanceCents: 100,
      currency: 'EUR',
      contentHash: '',
    },
  });
}

describe('providers', () => {
  it('are none until the installation has their keys: letters are a person’s, and no mail leaves', async () => {
    expect((await api.ask('GET', '/v1/settings/providers', { key: ours.collector })).body).toEqual({
      mail: { provider: null, from: null, reports: false, leaves: false },
      print: null,
      sms: null,
      installed: { print: null, sms: null },
    });
  });
  it('are named with what they take, and none of their secrets', async () => {
    const other = await startApi(undefined, {
      email: {
        resendApiKey: 're_secret',
        resendBaseUrl: null,
        resendWebhookSecrets: ['whsec_secret'],
        resendPerSecond: 5,
        from: 'relances@example.org',
      },
      sms: { provider: 'brevo', brevoApiKey: 'secret', baseUrl: null, sender: 'GARONNE' },
    });
    const { collector } = await other.newCreditor();
    const answer = await other.ask('GET', '/v1/settings/providers', { key: collector });
    await other.stop();
    expect(answer.body).toEqual({
      mail: { provider: 'resend', from: 'relances@example.org', reports: true, leaves: false },
      print: null,
      sms: { provider: 'brevo', sender: 'GARONNE' },
      installed: { print: null, sms: 'brevo' },
    });
    expect(answer.text).not.toContain('secret');
  });
});
