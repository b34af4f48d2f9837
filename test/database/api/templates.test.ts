import { beforeAll, describe, expect, it } from 'vitest';
import { everythingOf } from './everything-of-a-creditor.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
});

const draft = {
  name: 'Rappel doux',
  kind: 'email',
  level: 1,
  language: 'fr',
  subject: 'Facture #invoice_number',
  body_html: '<p>Bonjour #customer_name</p>',
};
const make = (changes: object, key = ours.supervisor) =>
  api.ask('POST', '/v1/templates', { key, body: { ...draft, ...changes } });
const change = (id: string, to: object, etag: string | null) =>
  api.ask('PATCH', `/v1/templates/${id}`, { key: ours.supervisor, body: to, headers: { 'If-Match': etag ?? '' } });

describe('templates', () => {
  it('are shipped in French and English: the ladder as letter and as SMS, acknowledgements, a hand-over, statements', async () => {
    const { data } = (await api.ask('GET', '/v1/templates', { key: ours.collector })).body;
    const levels = (kinds: string[]) =>
      data
        .filter((row: { kind: string }) => kinds.includes(row.kind))
        .map((row: { level: number }) => row.level)
        .toSorted();
    expect(levels(['email', 'letter'])).toEqual([0, 1, 2, 3, null, null, null]);
    expect([levels(['sms']), levels(['statement'])]).toEqual([
      [0, 1, 2, 3],
      [null, null],
    ]);
    for (const row of data)
      expect(new Set(row.variants.map((text: { language: string }) => text.language))).toEqual(new Set(['fr', 'en']));
  });
  it('are offered for what they are for: reminders, answers to customers, mails to colleagues, and no statement', async () => {
    const offered = async (fitting: string) =>
      (await api.ask('GET', `/v1/templates?fitting=${fitting}&channel=email`, { key: ours.collector })).body.data
        .map(({ name }: { name: string }) => name)
        .toSorted();
    const answers = ['Accusé de réception d’un litige', 'Accusé de réception d’une promesse de règlement'];
    const internal = 'Litige à prendre en charge (interne)';
    const reminders = await offered('reminder');
    expect(reminders).toHaveLength(4);
    for (const name of [...answers, internal]) expect(reminders).not.toContain(name);
    expect(await offered('acknowledgement')).toEqual(answers);
    expect(await offered('customer')).toEqual([...answers, ...reminders].toSorted());
    expect(await offered('internal')).toEqual([internal]);
    const note = await make({ name: 'Un mot', level: null });
    expect(note.body.purpose).toBeNull();
    expect(await offered('acknowledgement')).toEqual([...answers, 'Un mot']);
    const taken = await make({ name: 'Entre nous', level: null, purpose: 'internal' });
    expect([taken.status, taken.body.purpose]).toEqual([201, 'internal']);
    expect(await offered('internal')).toEqual(['Entre nous', internal]);
    await api.db.template.deleteMany({ where: { name: { in: ['Un mot', 'Entre nous'] } } });
  });
  it('have a purpose only where something can be made of it: none of a level, none of a statement, no SMS for colleagues', async () => {
    const refused = async (
      answer: Promise<{ status: number; body: { code: string; errors: { pointer: string }[] } }>,
    ) => {
      const { status, body } = await answer;
      return [status, body.code, body.errors[0]!.pointer];
    };
    const unfit = [422, 'unfit_purpose', '/purpose'];
    expect(await refused(make({ level: 2, purpose: 'acknowledgement' }))).toEqual(unfit);
    expect(await refused(make({ level: null, kind: 'statement', purpose: 'internal' }))).toEqual(unfit);
    expect(await refused(make({ level: null, kind: 'sms', purpose: 'internal' }))).toEqual(unfit);
    const { body, headers } = await make({ name: 'Bien reçu', level: null, purpose: 'acknowledgement' });
    const etag = headers.get('etag');
    expect(await refused(change(body.id, { level: 1 }, etag))).toEqual(unfit);
    expect(await refused(change(body.id, { kind: 'statement' }, etag))).toEqual(unfit);
    expect((await change(body.id, { level: 1, purpose: null }, etag)).status).toBe(200);
    await api.db.template.delete({ where: { id: body.id } });
  });
  it('stand in a folder or in none, are listed by it, and those that were shipped are in theirs', async () => {
    const inFolder = async (folder: string) => {
      const path = `/v1/templates?folder=${encodeURIComponent(folder)}`;
      const { data } = (await api.ask('GET', path, { key: ours.collector })).body;
      return data.map(({ name }: { name: string }) => name);
    };
    const ladder = ['Rappel avant échéance', 'Relance R1', 'Relance R2', 'Mise en demeure R3'].toSorted();
    expect((await inFolder('Relances')).toSorted()).toEqual(ladder);
    const { status, body, headers } = await make({ name: 'Rangé', folder: '  Facturation <b> ' });
    expect([status, body.folder]).toEqual([201, 'Facturation <b>']);
    expect(await inFolder('Facturation <b>')).toEqual(['Rangé']);
    const changed = await change(body.id, { subject: 'Autre' }, headers.get('etag'));
    expect(changed.body.folder).toBe('Facturation <b>');
    const out = await change(body.id, { folder: null }, changed.headers.get('etag'));
    expect([out.status, out.body.folder, await inFolder('Facturation <b>')]).toEqual([200, null, []]);
    for (const folder of ['', ' ', 'a\nb', 'x'.repeat(121)]) {
      const refused = await make({ name: 'Mal rangé', folder });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/folder']);
    }
    // Templates without a folder come after those in folders.
    const { data } = (await api.ask('GET', '/v1/templates?sort=folder&limit=200', { key: ours.collector })).body;
    const folders = data.map((row: { folder: string | null }) => row.folder);
    const [first, last] = [folders.indexOf(null), folders.findLastIndex((one: string | null) => one !== null)];
    expect(first).toBe(last + 1);
    expect(new Set(folders.slice(0, first)).size).toBe(5);
    await api.db.template.delete({ where: { id: body.id } });
  });
  it('with an unknown #tag are refused, each named by its place', async () => {
    const answer = await make({ subject: '#solde', body_html: '<p>#customer_name #iban2</p>' });
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_tag']);
    expect(
      answer.body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail]),
    ).toEqual([
      ['/subject', expect.stringContaining('#solde')],
      ['/body_html', expect.stringContaining('#iban2')],
    ]);
  });
  it('drop what is not allowed and name it', async () => {
    const { status, body } = await make({
      name: 'Avec script',
      body_html: '<p onclick="x">Bonjour</p><script>alert(1)</script>',
    });
    expect(status).toBe(201);
    expect(body.body_html).not.toMatch(/script|onclick/);
    expect(body.warnings.join(' ')).toMatch(/script/);
  });
  it('of which nothing is left to read are refused', async () => {
    for (const body_html of ['   ', '<script>alert(1)</script>']) {
      const { status, body } = await make({ name: `Vide ${body_html}`, body_html });
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'empty_body', '/body_html']);
    }
  });
  it('have names of their own', async () => {
    await make({ name: 'Unique' });
    expect((await make({ name: 'Unique' })).status).toBe(409);
  });
  it('are the supervisor’s to write', async () => {
    expect((await make({ name: 'x' }, ours.collector)).status).toBe(403);
  });
  it('change with their ETag, and keep what is not named', async () => {
    const { body, headers } = await make({ name: 'À changer' });
    const etag = headers.get('etag');
    const after = await change(body.id, { subject: 'Nouveau' }, etag);
    expect(after.body).toMatchObject({ name: 'À changer', subject: 'Nouveau', body_html: body.body_html });
    expect((await change(body.id, { subject: 'Perdu' }, etag)).status).toBe(412);
  });
  it('take one variant for each channel, language and kind of debtor', async () => {
    const { id } = (await make({ name: 'Variantes' })).body;
    const variant = {
      kind: 'letter',
      language: 'en',
      debtor_kind: 'consumer',
      subject: 'Invoice',
      body_html: '<p>Hello</p>',
    };
    const add = (changes: object) =>
      api.ask('POST', `/v1/templates/${id}/variants`, { key: ours.supervisor, body: { ...variant, ...changes } });
    expect((await add({})).body.variants).toHaveLength(2);
    expect((await add({})).status).toBe(409);
    expect((await add({ debtor_kind: null })).status).toBe(201);
    expect((await add({ language: 'fr', body_html: '#nothing' })).status).toBe(422);
  });
  it('take one of two variants for the same debtors that are sent at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = (await make({ name: `À deux ${round}` })).body;
      const body = { kind: 'letter', language: 'fr', subject: 'Lettre', body_html: '<p>Bonjour</p>' };
      const add = () => api.ask('POST', `/v1/templates/${id}/variants`, { key: ours.supervisor, body });
      const answers = await Promise.all([add(), add(), add()]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      const { body: after } = await api.ask('GET', `/v1/templates/${id}`, { key: ours.supervisor });
      expect(after.variants).toHaveLength(2);
    }
  });
  it('do not give their first text the debtors of another', async () => {
    const { id } = (await make({ name: 'Première' })).body;
    const body = { kind: 'email', language: 'en', subject: 'Invoice', body_html: '<p>Hello</p>' };
    const added = await api.ask('POST', `/v1/templates/${id}/variants`, { key: ours.supervisor, body });
    const english = await change(id, { language: 'en' }, added.headers.get('etag'));
    expect(english.body.code).toBe('already_exists');
  });
  it('change and lose a further text, but not the one they were made with', async () => {
    const { id, variants } = (await make({ name: 'Textes' })).body;
    const further = { kind: 'letter', language: 'fr', subject: 'Lettre', body_html: '<p>Bonjour</p>' };
    const path = `/v1/templates/${id}/variants`;
    const added = await api.ask('POST', path, { key: ours.supervisor, body: further });
    const [, letter] = added.body.variants;
    const etag = added.headers.get('etag') ?? '';
    const change = (vid: string, body: object, version = etag) =>
      api.ask('PATCH', `${path}/${vid}`, { key: ours.supervisor, body, headers: { 'If-Match': version } });
    const changed = await change(letter.id, { subject: 'Lettre changée' });
    expect(changed.body.variants.map((text: { subject: string }) => text.subject)).toEqual([
      draft.subject,
      'Lettre changée',
    ]);
    const now = changed.headers.get('etag') ?? '';
    expect((await change(letter.id, { subject: 'Perdu' })).status).toBe(412);
    expect((await change(letter.id, { body_html: '<p>#rien</p>' }, now)).body.code).toBe('unknown_tag');
    expect((await change(letter.id, { kind: 'email' }, now)).body.code).toBe('already_exists');
    expect((await change(variants[0].id, { subject: 'x' }, now)).body.code).toBe('first_text');
    const drop = (vid: string, key = ours.supervisor) => api.ask('DELETE', `${path}/${vid}`, { key });
    expect((await drop(letter.id, ours.collector)).status).toBe(403);
    expect((await drop(variants[0].id)).body.code).toBe('first_text');
    expect((await drop(letter.id)).status).toBe(204);
    expect((await drop(letter.id)).status).toBe(404);
  });
  it('are found by what can be made of them: a mail and a letter take each other’s, an SMS and a statement are their own', async () => {
    const found = async (query: string) => {
      const path = `/v1/templates?q=R1&${query}`;
      const { data } = (await api.ask('GET', path, { key: ours.collector })).body;
      return data.map(({ name }: { name: string }) => name);
    };
    expect(await Promise.all(['channel=email', 'channel=letter', 'channel=sms', 'kind=letter'].map(found))).toEqual([
      ['Relance R1'],
      ['Relance R1'],
      ['SMS R1'],
      [],
    ]);
    const path = '/v1/templates?limit=200&channel=email&count=true';
    const { data } = (await api.ask('GET', path, { key: ours.collector })).body;
    expect(new Set(data.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['email', 'letter']));
    expect((await api.ask('GET', '/v1/templates?channel=statement', { key: ours.collector })).status).toBe(400);
  });
  it('are found by the language and the kind of debtor of any of their texts', async () => {
    const found = async (query: string) =>
      (await api.ask('GET', `/v1/templates?q=Cherch%C3%A9&${query}`, { key: ours.collector })).body.data.length;
    const { id } = (await make({ name: 'Cherché', debtor_kind: 'consumer' })).body;
    expect(
      await Promise.all(['language=fr', 'language=en', 'debtor_kind=consumer', 'debtor_kind=public'].map(found)),
    ).toEqual([1, 0, 1, 0]);
    await api.ask('POST', `/v1/templates/${id}/variants`, {
      key: ours.supervisor,
      body: { kind: 'email', language: 'en', subject: 'Invoice', body_html: '<p>Hello</p>' },
    });
    expect(
      await Promise.all(['language=en', 'debtor_kind=public', 'language=fr&debtor_kind=public'].map(found)),
    ).toEqual([1, 1, 0]);
  });
});

describe('a preview', () => {
  it('shows a text that is not saved, and saves nothing', async () => {
    const before = await api.db.template.count();
    const { status, body } = await api.ask('POST', '/v1/templates/preview', {
      key: ours.collector,
      body: { ...draft, body_html: '<p>Bonjour #customer_name, #balance</p>' },
    });
    expect([status, body.subject]).toEqual([200, 'Facture F-2026-0001']);
    expect(body.text).toMatch(/Bonjour .*, 485,00\s€/);
    expect(body.html).toContain('<html');
    expect(Buffer.from(body.pdf_url.split(',')[1], 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await api.db.template.count()).toBe(before);
    expect(
      (await api.ask('POST', '/v1/templates/preview', { key: ours.collector, body: { ...draft, subject: '#faux' } }))
        .body.code,
    ).toBe('unknown_tag');
  });
  it('says what would hold a message to a consumer back', async () => {
    const body_html = '<p>Une indemnité forfaitaire de 40 € est due (article L441-10).</p>';
    const preview = async (debtor_kind: string) =>
      (
        await api.ask('POST', '/v1/templates/preview', {
          key: ours.collector,
          body: { ...draft, debtor_kind, body_html },
        })
      ).body;
    expect((await preview('consumer')).warnings.length).toBeGreaterThan(
      (await preview('professional')).warnings.length,
    );
  });
  it('of a saved template speaks of the invoice that is named, and of no other creditor’s', async () => {
    const { data } = (await api.ask('GET', '/v1/templates?q=Relance%20R1', { key: ours.collector })).body;
    const { invoices } = await everythingOf(api.db, ours.id);
    const preview = (invoice_id: string | undefined) =>
      api.ask('POST', `/v1/templates/${data[0].id}/preview`, { key: ours.collector, body: { invoice_id } });
    const answer = await preview(invoices);
    expect([answer.status, answer.body.subject]).toEqual([200, expect.stringContaining('F-1')]);
    expect(answer.body.text).toMatch(/50,00\s€/);
    expect(answer.body.warnings.join()).not.toContain('38 caractères');
    const { customerId } = await api.db.invoice.findUniqueOrThrow({ where: { id: invoices! } });
    await api.db.customer.update({
      where: { id: customerId },
      data: {
        addressLines: ['Résidence des Tilleuls argentés'.repeat(3), '12 rue du Faubourg-Saint-Honoré'.repeat(3)],
      },
    });
    expect((await preview(invoices)).body.warnings.join()).toContain('6 lignes de 38 caractères');
    const theirs = await api.newCreditor('Autre');
    const foreign = await preview((await everythingOf(api.db, theirs.id))['invoices']);
    expect([foreign.status, foreign.body.code]).toEqual([422, 'unknown_invoice']);
  });
});

describe('tags', () => {
  it('are listed with a sentence each', async () => {
    const { data } = (await api.ask('GET', '/v1/tags', { key: ours.collector })).body;
    expect(data.map((row: { tag: string }) => row.tag)).toEqual(
      expect.arrayContaining(['#customer_name', '#items_list_selected', '#payment_deadline']),
    );
    for (const { sentence } of data) expect(sentence).toMatch(/^.+\.$/);
  });
});
