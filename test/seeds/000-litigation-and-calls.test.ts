import { beforeAll, describe, expect, inject, it } from 'vitest';
import yauzl from 'yauzl';
import { Business, type Said, sha256, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { printedText } from '../letters/read-pdf.ts';

// Litigation, its export and telephone calls. Each title names the requirements that it shows (docs/capabilities.md).

let business: Business;
let todayOn: string;
let byHandId: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
  byHandId = (await business.do('GET', '/scenarios')).data.find(({ name }: Said) => name === 'Relance à la main').id;
});

const owed = (more: { number?: string; kind?: 'consumer' | 'professional' } = {}) =>
  CaseFile.open(business, {
    ...(more.kind ? { kind: more.kind } : {}),
    issuedOn: plus(todayOn, -60),
    dueOn: plus(todayOn, -30),
    cents: 250_00,
    invoice: { scenario_id: byHandId, ...(more.number ? { number: more.number } : {}) },
  });

/** The files of an archive, by their path. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

const exported = async (query = '') => unzipped(await business.bytes(`/exports/litigation.zip${query}`));

describe('Litigation', () => {
  it('000-10 can begin at any moment: before the first reminder, between two reminders, and after the last one', async () => {
    for (const level of [0, 1, 3]) {
      const one = await owed();
      await one.next();
      if (level > 0) await one.do('PUT', '/level', { level, reason: 'Déjà relancé' });
      await one.dunningOnce((dunning) => dunning.level === level);
      await one.do('PUT', '/litigation', { reason: 'Confié à un avocat' });
      const { status, holds, next } = await one.dunningOnce((dunning) => dunning.status === 'held');
      expect([status, holds.map(({ kind }: Said) => kind), next]).toEqual(['held', ['litigation'], null]);
      await one.file();
    }
  });

  it('000-11 stops every step and every reminder by hand, whatever reason a person gives', async () => {
    const one = await owed();
    await one.next();
    await one.do('PUT', '/litigation', { reason: 'Huissier saisi' });
    for (const more of [{}, { override_reason: 'Le client le demande' }]) {
      const answer = await business.ask('POST', `/invoices/${one.id}/reminders`, { mode: 'email', level: 1, ...more });
      expect(answer.status).toBe(409);
    }
    expect(await one.openActions()).toEqual([]);
    expect((await business.do('GET', `/invoices?level_due=1&hold=none&customer_id=${one.customer.id}`)).data).toEqual(
      [],
    );
    expect(await one.mails()).toEqual([]);
    await one.file();
  });

  it('000-12 000-21 has its own counter and list, and all its files are exported in one archive', async () => {
    const before = (await business.do('GET', '/invoices/counters')).litigation;
    const first = await owed({ number: unique('=cmd|/C calc/../../F') });
    const second = await owed({ kind: 'professional' });
    const other = await owed();
    await first.next();
    await first.do('POST', '/reminders', { mode: 'email', level: 1 });
    const [mail] = await eventually(
      () => first.mails(),
      (mails) => mails.length > 0,
    );
    await first.dunningOnce(({ level }) => level === 1);
    await first.pay(50_00, todayOn);
    await first.do('POST', '/promises', { amount_cents: 100_00, promised_on: plus(todayOn, 9), comment: '=1+1' });
    await first.do('POST', '/calls', { outcome: 'reached', comment: 'Reconnaît la dette' });
    for (const one of [first, second]) await one.do('PUT', '/litigation', { reason: 'Transmis au conseil' });
    const { litigation } = await business.do('GET', '/invoices/counters');
    expect(litigation).toEqual({ count: before.count + 2, balance_cents: before.balance_cents + 450_00 });
    const listed = (await business.do('GET', '/invoices?hold=litigation')).data.map(({ id }: Said) => id);
    expect(listed).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(listed).not.toContain(other.id);

    const files = await exported();
    // In the form that a French spreadsheet opens: byte order mark, semicolons, decimal commas.
    const sheet = files.get('creances.csv')!.toString();
    expect([sheet.includes(second.number), sheet.includes(other.number)]).toEqual([true, false]);
    expect(sheet).toMatch(/^\u{FEFF}Facture;Référence client;/u);
    expect(sheet.split('\r\n').find((row) => row.startsWith(second.number))).toMatch(
      /;\d+,\d\d;.*;EUR;R\d;\d\d\/\d\d\/\d{4};/,
    );
    // No path and no formula: an invoice number has no special meaning in a file name or a cell.
    expect([...files.keys()].filter((name) => /\.\.|^\/|\\|=/.test(name))).toEqual([]);
    expect(sheet).toContain(`'${first.number}`);
    const named = (name: string) => `${second.number}/${second.number}-${name}`;
    expect([...files.keys()]).toContain(named('synthese.pdf'));
    // A user who works in English gets the same files under English names, and none twice.
    const english = [...(await exported('?language=en')).keys()];
    expect(english).toEqual(expect.arrayContaining(['claims.csv', named('summary.pdf'), named('payments.csv')]));
    expect([english.length, english.filter((name) => /creances|synthese/.test(name))]).toEqual([files.size, []]);

    // Only what was asked for: nobody is handed another debtor's file.
    for (const asked of [`ids=${second.id},${other.id}`, `customer_id=${second.customer.id}`, `q=${second.number}`]) {
      const chosen = await exported(`?${asked}`);
      expect(new Set([...chosen.keys()].map((name) => name.split('/')[0]))).toEqual(
        new Set(['creances.csv', second.number]),
      );
      expect(chosen.get('creances.csv')!.toString().trim().split('\n')).toHaveLength(2);
    }
    expect([...(await exported('?hold=none')).keys()]).toEqual(['creances.csv']);

    const own = await exported(`?invoice_id=${first.id}`);
    const [folder] = [...own.keys()][0]!.split('/');
    expect([...own.keys()].every((name) => name.startsWith(`${folder}/${folder}-`))).toBe(true);
    const part = (name: string) => own.get(`${folder}/${folder}-${name}`)!;
    expect(part('interets.csv').toString()).toMatch(/^\u{FEFF}Du;Au;/u);
    expect(part('reglements.csv').toString()).toContain(';50,00;');
    expect(part('promesses.csv').toString()).toContain(";'=1+1;");
    expect(part('appels.csv').toString()).toContain('Reconnaît la dette');
    const message = (await first.messages())[0];
    const letter = [...own].find(([name]) => /-R1-mail\.pdf$/.test(name))!;
    expect([sha256(letter[1]), message.sha256.pdf]).toEqual([mail!.attachments[0]!.sha256, sha256(letter[1])]);
    expect(part('envois.csv').toString()).toContain(message.sha256.pdf);
    const summary = await printedText(part('synthese.pdf'));
    for (const words of [
      'Dossier contentieux',
      'Élise Montagnier',
      'Transmis au conseil',
      'n’en doit qu’à compter d’une mise en demeure',
      message.sha256.pdf.slice(0, 20),
    ])
      expect(summary).toContain(words);
    const refused = await business.ask('GET', `/exports/litigation.zip?invoice_id=${other.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'not_in_litigation']);
    expect((await business.ask('GET', `/exports/litigation.zip?invoice_id=${crypto.randomUUID()}`)).status).toBe(404);
    for (const one of [first, second, other]) await one.file();
    expect((await business.do('GET', '/invoices/counters')).litigation).toEqual(before);
  });

  it('000-13 can be started and ended as often as needed, and a repeated request changes nothing', async () => {
    const one = await owed();
    const before = await one.next();
    for (let time = 0; time < 2; time += 1) {
      for (let click = 0; click < 2; click += 1) await one.do('PUT', '/litigation', { reason: 'Avocat' });
      expect((await one.dunning()).holds).toHaveLength(1);
      for (let click = 0; click < 2; click += 1) await one.do('DELETE', '/litigation');
      expect((await one.dunning()).holds).toEqual([]);
    }
    const after = await one.next();
    expect([after.step, after.level]).toEqual([before.step, before.level]);
    expect((await one.history()).filter((kind) => kind.startsWith('litigation'))).toHaveLength(4);
    await one.file();
  });
});

describe('A telephone call', () => {
  const commentsOf = async (one: CaseFile) =>
    (await business.do('GET', `/customers/${one.customer.id}/account`)).items.map(
      ({ last_comment }: Said) => last_comment,
    );

  it('000-16 gives the invoice the date of its last call, in whatever order calls are recorded', async () => {
    const one = await owed();
    expect((await one.shown()).last_call_on).toBeNull();
    const yesterday = `${plus(todayOn, -1)}T10:30:00.000Z`;
    const answer = await business.ask('POST', `/invoices/${one.id}/calls`, {
      called_at: yesterday,
      outcome: 'voicemail',
    });
    expect([answer.status, answer.body.called_at]).toEqual([201, yesterday]);
    expect((await one.shown()).last_call_on).toBe(plus(todayOn, -1));
    await one.do('POST', '/calls', { called_at: `${plus(todayOn, -9)}T10:30:00.000Z`, outcome: 'no_answer' });
    expect((await one.shown()).last_call_on).toBe(plus(todayOn, -1));
    const row = (await business.do('GET', `/invoices?number=${one.number}`)).data[0];
    expect(row.last_call_on).toBe(plus(todayOn, -1));
    await one.file();
  });

  it('000-39 is recorded with a dated comment on one invoice, on several, or on the customer', async () => {
    const one = await owed();
    const other = await CaseFile.add(business, one.customer, one.email, {
      issuedOn: plus(todayOn, -50),
      invoice: { scenario_id: byHandId },
    });
    const at = `${plus(todayOn, -2)}T09:15:00.000Z`;
    const call = { called_at: at, outcome: 'reached', comment: 'Promet de vérifier', invoice_ids: [one.id, other.id] };
    await business.do('POST', `/customers/${one.customer.id}/calls`, call);
    for (const invoice of [one, other]) {
      const [entry] = (await invoice.do('GET', '/history?kind=call')).data;
      expect([entry.at, entry.text]).toEqual([at, expect.stringContaining('Promet de vérifier')]);
      expect((await invoice.shown()).last_call_on).toBe(plus(todayOn, -2));
    }
    expect(await commentsOf(one)).toEqual(['Promet de vérifier', 'Promet de vérifier']);
    await business.do('POST', '/notes', {
      customer_id: one.customer.id,
      invoice_ids: [other.id],
      text: 'Relevé envoyé',
    });
    expect((await commentsOf(one)).toSorted()).toEqual(['Promet de vérifier', 'Relevé envoyé']);
    await business.do('POST', '/notes', { customer_id: one.customer.id, text: 'Change de comptable' });
    expect((await one.do('GET', '/history?kind=note')).data.map(({ text }: Said) => text)).toEqual([
      expect.stringContaining('Change de comptable'),
    ]);
    await Promise.all([one.file(), other.file()]);
  });

  it('000-39 is refused when it lies in the future, is about another customer’s invoice, or has an unknown outcome', async () => {
    const [one, stranger] = [await owed(), await owed()];
    const later = new Date(Date.parse((await business.clock()).now_at) + 3_600_000).toISOString();
    const refused: [string, object, string][] = [
      [`/invoices/${one.id}/calls`, { called_at: later, outcome: 'reached' }, '/called_at'],
      [`/invoices/${one.id}/calls`, { outcome: 'busy' }, '/outcome'],
      [`/customers/${one.customer.id}/calls`, { outcome: 'reached', invoice_ids: [stranger.id] }, '/invoice_ids/0'],
      ['/notes', { customer_id: one.customer.id, invoice_ids: [stranger.id], text: 'x' }, '/invoice_ids/0'],
      ['/notes', { customer_id: crypto.randomUUID(), text: 'x' }, '/customer_id'],
      ['/notes', { customer_id: one.customer.id, text: ' ' }, '/text'],
    ];
    for (const [path, body, pointer] of refused) {
      const answer = await business.ask('POST', path, body);
      expect([path, answer.status, answer.body.errors[0].pointer]).toEqual([path, 422, pointer]);
    }
    const known = await one.history();
    expect(known.filter((kind) => kind === 'call' || kind === 'note')).toEqual([]);
    expect((await one.shown()).last_call_on).toBeNull();
    await Promise.all([one.file(), stranger.file()]);
  });

  it('000-40 and every note are in the case’s history, with their author, for everybody who works on the case', async () => {
    const one = await owed();
    const people = await Promise.all(
      ['Nadia', 'Paul'].map(async (name) => {
        const { key } = await business.do('POST', '/keys', { name, role: 'collector' });
        return new Business(inject('stack'), key as string);
      }),
    );
    await people[0]!.do('POST', `/invoices/${one.id}/calls`, { outcome: 'reached', comment: 'Paiera vendredi' });
    await people[1]!.do('POST', '/notes', {
      customer_id: one.customer.id,
      invoice_ids: [one.id],
      text: 'Vendredi noté',
    });
    for (const person of people) {
      const { data } = await person.do('GET', `/invoices/${one.id}/history`);
      const said = data.filter(({ kind }: Said) => kind === 'call' || kind === 'note');
      expect(said.map(({ kind, actor }: Said) => [kind, actor.name])).toEqual([
        ['note', 'Paul'],
        ['call', 'Nadia'],
      ]);
    }
    const stranger = await business.another();
    expect((await stranger.ask('GET', `/invoices/${one.id}/history`)).status).toBe(404);
    await one.file();
  });
});
