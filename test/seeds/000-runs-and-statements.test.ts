import { beforeAll, describe, expect, inject, it } from 'vitest';
import { localDate } from '../../domain/calendar/local-time.ts';
import { Business, type Said, sha256 } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile, type Debt } from '../e2e/case-file.ts';
import { plus, workingDay } from '../e2e/french-days.ts';
import { printedText } from '../letters/read-pdf.ts';

// Reminders in bulk. Each title names the requirements that it shows (docs/capabilities.md).

let business: Business;
let todayOn: string;
let byHandId: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
  byHandId = (await business.do('GET', '/scenarios')).data.find(({ name }: Said) => name === 'Relance à la main').id;
});

/** An invoice whose R1 is due and waits for a person. */
async function owed(more: Partial<Debt> = {}): Promise<CaseFile> {
  const one = await CaseFile.open(business, {
    issuedOn: plus(todayOn, -60),
    dueOn: plus(todayOn, -30),
    cents: 250_00,
    ...more,
    invoice: { scenario_id: byHandId, ...more.invoice },
  });
  await one.next();
  return one;
}

const ids = (...cases: CaseFile[]) => cases.map(({ id }) => id);

/** The text of the invoice's newest letter, on one line. */
async function printed(one: CaseFile): Promise<string> {
  const [{ id }] = await one.messages();
  return (await printedText(await business.bytes(`/messages/${id}/letter.pdf`))).replace(/\s+/g, ' ');
}

/** Starts a run; returns it once it is done. */
const run = async (body: object): Promise<Said> => runDone((await business.do('POST', '/runs', body)).id);

const runDone = (id: string): Promise<Said> =>
  eventually(
    () => business.do('GET', `/runs/${id}`),
    ({ status }) => status === 'done',
  );

const counters = () => business.do('GET', '/invoices/counters');
const counted = async (level: number) => (await counters())[`r${level}`].count as number;
const why = (one: Said) => one.refused.map(({ invoice_id, code }: Said) => [invoice_id, code]);

describe('The work list', () => {
  it('000-03 000-17 000-06 000-07 lists and counts every unpaid invoice, each with the customer’s contact details and what the invoice is for', async () => {
    const before = (await counters()).all;
    const caseFile = { reference: 'D-2041', mission: 'DPE + amiante', report_status: 'RE', invoice_status: 'FE' };
    const one = await owed({ invoice: { case_file: caseFile } });
    const paid = await owed();
    await paid.pay(250_00, todayOn);
    expect((await counters()).all).toEqual({ count: before.count + 1, balance_cents: before.balance_cents + 250_00 });
    const { data } = await business.do('GET', '/invoices?status=open');
    expect(data.map(({ id }: Said) => id)).not.toContain(paid.id);
    const row = data.find(({ id }: Said) => id === one.id);
    expect(row).toMatchObject({ issued_on: plus(todayOn, -60), total_cents: 250_00, balance_cents: 250_00 });
    expect(row.customer).toMatchObject({ name: 'Élise Montagnier', contact: { email: one.email } });
    expect(row.case_file).toMatchObject(caseFile);
    await one.file();
  });

  it('000-04 000-18 000-08 can be filtered by the reminder that is due, and shows each level as not concerned, due or done', async () => {
    const before = await counted(1);
    const [due, early] = [await owed(), await owed({ issuedOn: plus(todayOn, -2), dueOn: plus(todayOn, 28) })];
    expect(await counted(1)).toBe(before + 1);
    const listed = (await business.do('GET', '/invoices?level_due=1&limit=200')).data.map(({ id }: Said) => id);
    expect([listed.includes(due.id), listed.includes(early.id)]).toEqual([true, false]);
    const states = async (one: CaseFile) => (await one.dunning()).levels.map(({ state }: Said) => state);
    expect(await states(due)).toEqual(['due', 'not_concerned', 'not_concerned']);
    expect((await states(early))[0]).toBe('not_concerned');
    for (const one of [due, early]) await one.file();
  });

  it('000-05 counts the days to R1 from the invoice’s date, and those to R2 from the day on which R1 really left', async () => {
    // A consumer's R1 is due fifteen days after the invoice date, here nine days after the due date.
    const early = await CaseFile.open(business, { issuedOn: plus(todayOn, -2), dueOn: plus(todayOn, 4) });
    const first = (await early.dunningOnce(({ next }) => next !== null)).levels[0];
    expect([first.state, first.due_on]).toEqual(['not_concerned', workingDay(plus(todayOn, 13))]);
    const one = await owed();
    await one.do('POST', '/reminders', { mode: 'letter', level: 1 });
    const { levels } = await one.dunningOnce(({ level, next }) => level === 1 && next !== null);
    expect(levels[1].due_on).toBe(workingDay(plus(todayOn, 15)));
    for (const each of [early, one]) await each.file();
  });
});

describe('A run', () => {
  it('000-02 000-25 000-26 000-27 000-30 000-31 000-09 mails each customer the letter as a PDF; the invoices leave the counter, with today as the date of their level', async () => {
    const before = await counted(1);
    const [first, second] = [await owed(), await owed({ kind: 'professional' })];
    expect(await counted(1)).toBe(before + 2);
    const done = await run({ level: 1, mode: 'email', filter: { level_due: 1, customer_id: first.customer.id } });
    expect(done).toMatchObject({ total: 1, sent: 1, refused: [] });
    expect(await run({ level: 1, mode: 'email', invoice_ids: ids(second) })).toMatchObject({ sent: 1, refused: [] });
    for (const one of [first, second]) {
      const { level, levels } = await one.dunningOnce((dunning) => dunning.level === 1);
      expect([level, levels[0].state, localDate(levels[0].done_at, 'Europe/Paris')]).toEqual([1, 'done', todayOn]);
      const mails = await one.mails();
      expect(mails.map(({ attachments }) => attachments.map(({ content_type }) => content_type))).toEqual([
        ['application/pdf'],
      ]);
      const [message] = await one.messages();
      expect(message).toMatchObject({ origin: 'run', level: 1, status: 'sent', kind: 'email' });
      expect(message.sha256.pdf).toBe(mails[0]!.attachments[0]!.sha256);
    }
    expect(await counted(1)).toBe(before);
    const { data } = await business.do('GET', `/messages?run_id=${done.id}`);
    expect(data.map(({ invoice_ids }: Said) => invoice_ids)).toEqual([[first.id]]);
    for (const one of [first, second]) await one.file();
  });

  it('000-28 000-29 000-32 makes letters to print, in one PDF in the order asked for, and the level counts as done', async () => {
    const cases = [await owed(), await owed(), await owed()];
    const order = ids(cases[2]!, cases[0]!, cases[1]!);
    const done = await run({ level: 1, mode: 'letter', invoice_ids: [...order, order[0]] });
    expect(done).toMatchObject({ total: 3, sent: 3, to_post: 0, refused: [] });
    const text = await printedText(await business.bytes(`/runs/${done.id}/letters.pdf`));
    const places = [cases[2]!, cases[0]!, cases[1]!].map(({ number }) => text.indexOf(number));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const one of cases) {
      await one.dunningOnce(({ level }) => level === 1);
      const [message] = await one.messages();
      const own = await business.bytes(`/messages/${message.id}/letter.pdf`);
      expect([message.kind, message.letter_kind, sha256(own)]).toEqual(['letter', 'simple', message.sha256.pdf]);
      expect(message.subject).toContain(one.number);
      expect(await printed(one)).toContain('Il s’agit sans doute d’un oubli');
      expect(await one.mails()).toEqual([]);
      await one.file();
    }
  });

  it('000-19 000-20 can also be made for R2 and R3, and each letter has the text of its level', async () => {
    const one = await owed();
    for (const level of [1, 2]) {
      await one.do('PUT', '/level', { level, reason: 'Déjà relancé' });
      await one.dunningOnce((dunning) => dunning.level === level);
      const early = await run({ level: level + 1, mode: 'letter', invoice_ids: ids(one) });
      expect(why(early)).toEqual([[one.id, 'wrong_level']]);
    }
    const old = await owed({ invoice: { initial_level: 1, initial_level_on: plus(todayOn, -40) } });
    const before = await counted(2);
    expect(before).toBeGreaterThan(0);
    expect(await run({ level: 2, mode: 'letter', invoice_ids: ids(old) })).toMatchObject({ sent: 1 });
    await old.dunningOnce(({ level }) => level === 2);
    expect(await counted(2)).toBe(before - 1);
    const last = await owed({ invoice: { initial_level: 2, initial_level_on: plus(todayOn, -40) } });
    const third = await counted(3);
    const mailed = await run({ level: 3, mode: 'email', invoice_ids: ids(last) });
    expect(why(mailed)).toEqual([[last.id, 'registered_required']]);
    const made = await run({ level: 3, mode: 'letter', invoice_ids: ids(last) });
    expect(made).toMatchObject({ sent: 1, to_post: 1 });
    const [action] = (await last.openActions()).filter(({ kind }: Said) => kind === 'letter');
    await business.do('POST', `/actions/${action.id}/complete`, { posted_on: todayOn });
    await last.dunningOnce(({ level }) => level === 3);
    expect(await counted(3)).toBe(third - 1);
    expect(await printed(old)).toMatch(/Malgré notre précédent rappel.*nous vous adresserons une lettre recommandée/);
    expect(await printed(last)).toContain('nous vous mettons en demeure');
    for (const each of [one, old, last]) await each.file();
  });

  it('000-02 names each invoice that it refuses with the reason; a dry run names the same ones, and sends and changes nothing', async () => {
    const [good, held, paid, early, promised] = [await owed(), await owed(), await owed(), await owed(), await owed()];
    const nobody = await owed({ customer: { contacts: [] } });
    await held.do('PUT', '/litigation', { reason: 'Avocat' });
    await paid.pay(250_00, todayOn);
    await early.do('PUT', '/level', { level: 1, reason: 'Déjà relancé' });
    await promised.do('POST', '/promises', { amount_cents: 250_00, promised_on: plus(todayOn, 9) });
    const unknown = crypto.randomUUID();
    const body = { level: 1, mode: 'email', invoice_ids: [...ids(good, held, paid, early, promised, nobody), unknown] };
    const history = await good.history();
    const dry = await run({ ...body, dry_run: true });
    expect([await good.history(), await good.messages(), await good.mails()]).toEqual([history, [], []]);
    expect((await good.dunning()).level).toBe(0);
    const real = await run(body);
    expect([real.total, real.sent, why(real)]).toEqual([dry.total, dry.sent, why(dry)]);
    expect(dry.refused).toEqual(real.refused);
    expect([real.total, real.sent]).toEqual([7, 1]);
    expect(why(real)).toEqual([
      [held.id, 'held'],
      [paid.id, 'paid'],
      [early.id, 'wrong_level'],
      [promised.id, 'held'],
      [nobody.id, 'no_address'],
      [unknown, 'not_found'],
    ]);
    const letters = await business.ask('GET', `/runs/${dry.id}/letters.pdf`);
    expect([letters.status, letters.body.code]).toEqual([409, 'no_letters']);
    for (const one of [good, held, paid, early, promised, nobody]) await one.file();
  });

  it('000-02 that is requested twice under one Idempotency-Key, or made a second time, sends one message only', async () => {
    const one = await owed();
    const body = { level: 1, mode: 'email', invoice_ids: ids(one) };
    const ask = () => business.ask('POST', '/runs', body, { 'Idempotency-Key': `run-${one.id}` });
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.body.id]).toEqual([202, first.body.id]);
    // The first run to take the invoice sends it, and the other one says why it does not.
    const both = [await run(body), await runDone(first.body.id)];
    expect(both.map(({ sent }) => sent).toSorted()).toEqual([0, 1]);
    const refusing = both.find(({ sent }) => sent === 0)!;
    expect(['already_on_its_way', 'wrong_level']).toContain(refusing.refused[0].code);
    await one.dunningOnce(({ level }) => level === 1);
    expect(await one.mails()).toHaveLength(1);
    await one.file();
  });

  it('000-02 sends a customer one message for all levels when the scenario gathers them, and records each invoice', async () => {
    const templates = (await business.do('GET', '/templates?limit=200')).data;
    const template_id = templates.find(({ level, kind }: Said) => level === 1 && kind === 'email').id;
    const step = { key: 'r1', level: 1, kind: 'email', anchor: 'issued_on', delay_days: 15, mode: 'manual' };
    const scenario = { name: 'Groupée à la main', unit: 'level', steps: [{ ...step, template_id }] };
    const { id: scenario_id } = await business.do('POST', '/scenarios', scenario);
    const one = await owed({ invoice: { scenario_id } });
    const debt = { issuedOn: plus(todayOn, -50), dueOn: plus(todayOn, -20), invoice: { scenario_id } };
    const other = await CaseFile.add(business, one.customer, one.email, debt);
    await other.next();
    expect(await run({ level: 1, mode: 'email', filter: { customer_id: one.customer.id } })).toMatchObject({ sent: 2 });
    for (const invoice of [one, other]) await invoice.dunningOnce(({ level }) => level === 1);
    const mails = await one.mails();
    expect(mails).toHaveLength(1);
    for (const { number } of [one, other]) expect(mails[0]!.text).toContain(number);
    for (const invoice of [one, other]) await invoice.file();
  });

  it('000-22 000-01 stays in the archive with every message it made, and no other creditor can see it', async () => {
    const one = await owed();
    const done = await run({ level: 1, mode: 'letter', invoice_ids: ids(one) });
    const [newest] = (await business.do('GET', '/runs?dry_run=false')).data;
    expect(newest).toMatchObject({ id: done.id, level: 1, mode: 'letter', status: 'done', sent: 1, refused_count: 0 });
    expect(
      (await business.do('GET', '/messages?kind=letter&level=1')).data.map(({ run_id }: Said) => run_id),
    ).toContain(done.id);
    const stranger = await business.another();
    for (const path of [`/runs/${done.id}`, `/runs/${done.id}/letters.pdf`])
      expect((await stranger.ask('GET', path)).status).toBe(404);
    expect((await stranger.do('GET', '/runs')).data).toEqual([]);
    await one.file();
  });
});

describe('Referrers and notaries', () => {
  it('000-23 000-24 are ranked by how many of their files are unpaid, separately for the role of referrer and of notary', async () => {
    const named = async (name: string) => (await business.do('POST', '/third-parties', { name })).id as string;
    const [few, many, notary] = [await named('Agence Peu'), await named('Agence Tant'), await named('Étude Rol')];
    const files: CaseFile[] = [];
    for (const [referrer_id, notary_id] of [[many], [many, notary], [few], [few, many]]) {
      const case_file = { reference: 'D-1', mission: 'DPE', report_status: 'RE', invoice_status: 'FE', referrer_id };
      files.push(await owed({ invoice: { case_file: { ...case_file, ...(notary_id ? { notary_id } : {}) } } }));
    }
    await files[2]!.pay(250_00, todayOn);
    await files[0]!.pay(100_00, todayOn);
    const ranked = async (query: string) =>
      (await business.do('GET', `/third-parties?sort=-unpaid_count${query}`)).data.map((row: Said) => [
        row.name,
        row.unpaid_count,
        row.unpaid_cents,
      ]);
    expect(await ranked('&role=referrer')).toEqual([
      ['Agence Tant', 2, 400_00],
      ['Agence Peu', 1, 250_00],
    ]);
    expect((await ranked('&role=notary')).toSorted()).toEqual([
      ['Agence Tant', 1, 250_00],
      ['Étude Rol', 1, 250_00],
    ]);
    expect((await ranked('&q=agence'))[0]).toEqual(['Agence Tant', 3, 650_00]);
    const [first] = (await business.do('GET', '/third-parties?sort=-unpaid_count&limit=1')).data;
    expect(await business.do('GET', `/third-parties/${first.id}`)).toEqual(first);
    expect([first.name, first.last_statement_on]).toEqual(['Agence Tant', null]);
    expect((await (await business.another()).do('GET', '/third-parties')).data).toEqual([]);
    for (const one of files) await one.file();
  });
});

describe('A reminder from the invoice itself', () => {
  it('000-37 000-38 is made without a run, and shows in the invoice’s summary of levels', async () => {
    const one = await owed();
    await one.do('POST', '/reminders', { mode: 'letter', level: 1 });
    const { levels } = await one.dunningOnce(({ level }) => level === 1);
    expect(levels.map(({ level, state }: Said) => [level, state])).toEqual([
      [1, 'done'],
      [2, 'not_concerned'],
      [3, 'not_concerned'],
    ]);
    expect((await one.messages())[0]).toMatchObject({ origin: 'manual', run_id: null, kind: 'letter' });
    await one.file();
  });
});
