import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Said, sha256, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';

// Steering the reminders, over HTTP. Each title names the requirements that it shows (docs/capabilities.md).

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

let business: Business;
let todayOn: string;
let manualId: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
  manualId = (await business.do('GET', '/scenarios')).data.find(({ name }: Said) => name === 'Relance à la main').id;
});

/** An invoice that was due so many days ago; nothing leaves automatically. */
const owed = (daysLate: number, cents: number, more: Record<string, unknown> = {}) =>
  CaseFile.open(business, {
    issuedOn: plus(todayOn, -daysLate - 15),
    dueOn: plus(todayOn, -daysLate),
    cents,
    invoice: { scenario_id: manualId },
    ...more,
  });

const dashboard = (query = '') => business.do('GET', `/dashboard${query}`);
const atLevel = (board: Said, level: number) => board.by_level.find((one: Said) => one.level === level);

describe('The dashboard', () => {
  it('004-02 shows the total due, the late customers, the amount at each level and by age, the DSO, the promises and the money received', async () => {
    const empty = await dashboard();
    expect(empty).toMatchObject({ total_due_cents: 0, overdue_cents: 0, late_customers: 0, dso_days: null });
    const late = await owed(40, 100_00);
    const again = await CaseFile.add(business, late.customer, late.email, {
      issuedOn: plus(todayOn, -70),
      dueOn: plus(todayOn, -70),
      cents: 50_00,
      invoice: { scenario_id: manualId },
    });
    const today = await owed(0, 30_00);
    const ahead = await owed(-10, 20_00);
    const old = await owed(200, 7_00);
    await late.do('PUT', '/level', { level: 2, reason: 'Repris de l’ancien outil' });
    await late.do('POST', '/promises', { amount_cents: 60_00, promised_on: plus(todayOn, 5), comment: 'Au téléphone' });
    await late.pay(40_00, todayOn);
    const board = await dashboard();
    expect(board).toMatchObject({
      currency: 'EUR',
      total_due_cents: 60_00 + 50_00 + 30_00 + 7_00,
      overdue_cents: 60_00 + 50_00 + 7_00,
      late_customers: 2,
      promises: { open: 1, open_cases: 1, kept: 0, broken: 0 },
    });
    expect(board.by_level).toEqual([
      { level: 0, count: 2, balance_cents: 57_00 },
      { level: 1, count: 0, balance_cents: 0 },
      { level: 2, count: 1, balance_cents: 60_00 },
      { level: 3, count: 0, balance_cents: 0 },
    ]);
    expect(board.ageing).toEqual([
      { bucket: 'not_due', balance_cents: 20_00 },
      { bucket: '0_30', balance_cents: 30_00 },
      { bucket: '31_60', balance_cents: 60_00 },
      { bucket: '61_90', balance_cents: 50_00 },
      { bucket: 'over_90', balance_cents: 7_00 },
    ]);
    expect(board.recovered_by_level.filter(({ count }: Said) => count > 0)).toEqual([
      { level: 2, count: 1, amount_cents: 40_00 },
    ]);
    // €167 are owed; €200 were billed in the last 90 days (the oldest invoice is older).
    expect(board.dso_days).toBe(Math.round((167 / 200) * 90));
    expect(await dashboard('?currency=USD')).toMatchObject({ currency: 'USD', total_due_cents: 0, late_customers: 0 });
    expect((await business.ask('GET', '/dashboard?currency=euro')).status).toBe(400);
    for (const one of [late, again, today, ahead, old]) await one.file();
    expect(await dashboard()).toMatchObject({ total_due_cents: 0, late_customers: 0 });
  });

  it('004-03 shows the figures of the moment at which it is loaded', async () => {
    const late = await owed(10, 80_00);
    const before = (await dashboard()).overdue_cents;
    await late.pay(30_00, todayOn);
    expect((await dashboard()).overdue_cents).toBe(before - 30_00);
    await late.file();
  });

  it('004-04 leads from a figure to its customers, and from a customer to the invoices', async () => {
    const late = await owed(45, 90_00);
    const ahead = await owed(-20, 10_00);
    const board = await dashboard();
    const customers = (await business.do('GET', '/customers?late=true&sort=-overdue_cents')).data;
    expect(customers.map(({ id }: Said) => id)).toEqual([late.customer.id]);
    expect(board.late_customers).toBe(customers.length);
    const of = (query: string) => business.do('GET', `/invoices?status=open&${query}`);
    const sum = ({ data }: Said) => data.reduce((total: number, { balance_cents }: Said) => total + balance_cents, 0);
    expect(sum(await of('days_late_min=1'))).toBe(board.overdue_cents);
    expect(sum(await of('days_late_min=0'))).toBe(board.total_due_cents);
    expect(sum(await of('days_late_min=31&days_late_max=60'))).toBe(board.ageing[2].balance_cents);
    expect(sum(await of('days_late_max=-1'))).toBe(board.ageing[0].balance_cents);
    expect(sum(await of('level=0&days_late_min=1'))).toBe(atLevel(board, 0).balance_cents);
    const invoices = await of(`customer_id=${late.customer.id}`);
    expect(invoices.data.map(({ number }: Said) => number)).toEqual([late.number]);
    const account = await business.do('GET', `/customers/${late.customer.id}/account`);
    expect(account.items.map(({ invoice_id }: Said) => invoice_id)).toEqual([late.id]);
    await Promise.all([late.file(), ahead.file()]);
  });
});

describe('An invoice', () => {
  it('004-05 shows its level: R0, and R1 once R1 is reached', async () => {
    const late = await owed(30, 100_00);
    expect((await late.dunning()).level).toBe(0);
    await late.next();
    await late.do('PUT', '/level', { level: 1, reason: 'R1 est parti ailleurs' });
    expect((await late.dunningOnce((one) => one.level === 1)).level).toBe(1);
    const listed = await business.do('GET', `/invoices?level=1&number=${late.number}`);
    expect(listed.data.map(({ dunning }: Said) => dunning.level)).toEqual([1]);
    await late.file();
  });

  it('004-07 moves to a higher level when a person says so, with a reason that stays in the history', async () => {
    const late = await owed(30, 100_00);
    await late.next();
    for (const level of [1, 2, 3]) {
      await late.do('PUT', '/level', { level, reason: `Passé à R${level}` });
      expect((await late.dunningOnce((one) => one.level === level)).level).toBe(level);
    }
    const [set] = (await late.do('GET', '/history?kind=level_set')).data;
    expect([set.text.includes('Passé à R3'), set.data.from]).toEqual([true, 2]);
    expect((await business.ask('PUT', `/invoices/${late.id}/level`, { level: 2 })).status).toBe(422);
    expect((await business.ask('PUT', `/invoices/${late.id}/level`, { level: 4, reason: 'x' })).status).toBe(422);
    expect((await late.dunning()).level).toBe(3);
    await late.file();
  });

  it('004-06 can be changed only by a user who has read its current version', async () => {
    const late = await owed(5, 100_00);
    const path = `/invoices/${late.id}`;
    expect((await business.ask('PATCH', path, { total_cents: 90_00 })).status).toBe(428);
    const { headers } = await business.ask('GET', path);
    const unlocked = { 'If-Match': headers.get('etag') ?? '' };
    expect((await business.ask('PATCH', path, { total_cents: 90_00 }, unlocked)).status).toBe(200);
    expect((await business.ask('PATCH', path, { total_cents: 80_00 }, unlocked)).status).toBe(412);
    expect((await late.shown()).total_cents).toBe(90_00);
    await late.file();
  });
});

describe('A reminder by hand', () => {
  const draftOf = (late: CaseFile, level: number) =>
    late.do('POST', '/reminders?dry_run=true', { mode: 'email', level });

  it('004-08 comes filled in from the invoice, and reading the draft sends nothing', async () => {
    const late = await owed(30, 1_234_56);
    await late.next();
    const { subject, body_html, recipients } = await draftOf(late, 1);
    expect(`${subject} ${body_html}`).toContain(late.number);
    expect(body_html).toMatch(/1\s?234,56/);
    expect(recipients).toEqual([late.email]);
    expect(await late.mails()).toEqual([]);
    await late.file();
  });

  it('004-09 is drafted from the template of its level, which is in a folder', async () => {
    const late = await owed(30, 100_00);
    await late.next();
    const first = await draftOf(late, 1);
    await late.do('PUT', '/level', { level: 1, reason: 'R1 est parti ailleurs' });
    await late.dunningOnce(({ level }) => level === 1);
    const second = await draftOf(late, 2);
    expect(second.body_html).not.toBe(first.body_html);
    const { data } = await business.do('GET', '/templates?limit=200');
    for (const level of [1, 2, 3]) expect(data.some((one: Said) => one.level === level)).toBe(true);
    const folder = (await business.do('GET', '/templates?folder=Relances')).data;
    expect(folder.map((one: Said) => one.level).toSorted()).toEqual([0, 1, 2, 3]);
    await late.file();
  });

  describe('that a person changes', () => {
    const chosen = ['gerant', 'compta'].map((name) => `${unique(name)}@client.example`.toLowerCase());
    let late: CaseFile;
    let subject: string;

    beforeAll(async () => {
      late = await owed(30, 100_00);
      await late.next();
      const uploaded = await fetch(`${inject('stack').apiUrl}/v1/attachments?filename=devis.pdf`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await keyOf()}`, 'Content-Type': 'application/pdf' },
        body: PDF,
      });
      const attachment = (await uploaded.json()) as { id: string };
      const draft = await draftOf(late, 1);
      subject = `${draft.subject} – comme convenu`;
      await late.do('POST', '/reminders', {
        mode: 'email',
        level: 1,
        subject,
        body_html: `<p>Cher monsieur,</p>${draft.body_html}`,
        recipients: chosen,
        attachments: [attachment.id],
      });
    });

    const arrived = async (address: string) => {
      const mails = await eventually(
        () => business.mails(address),
        ({ length }) => length > 0,
      );
      expect(mails).toHaveLength(1);
      return mails[0]!;
    };

    it('004-10 leaves with the changed subject and body and the added file', async () => {
      const mail = await arrived(chosen[0]!);
      expect(mail.subject).toBe(subject);
      expect(mail.text).toContain('Cher monsieur');
      expect(mail.text).toContain(late.number);
      expect(mail.attachments.map((one) => one.sha256)).toContain(sha256(Buffer.from(PDF)));
    });

    it('004-11 goes to the chosen recipients, and to nobody else', async () => {
      for (const address of chosen) expect((await arrived(address)).to.toSorted()).toEqual(chosen.toSorted());
      expect(await late.mails()).toEqual([]);
    });

    it('004-12 is in the invoice’s history, with the message itself', async () => {
      await late.dunningOnce(({ level }) => level === 1);
      const { data } = await late.do('GET', '/history');
      const of = (kind: string) => data.find((entry: Said) => entry.kind === kind);
      expect(of('confirmed')).toMatchObject({ actor: { kind: 'key' } });
      expect(of('sent').data.to).toEqual(chosen);
      expect((await business.do('GET', `/messages/${of('sent').message_id}`)).subject).toBe(subject);
      await late.file();
    });
  });
});

/** With a key of its own, because a file is not JSON. */
async function keyOf(): Promise<string> {
  return (await business.do('POST', '/keys', { name: 'Fichiers', role: 'collector' })).key as string;
}

describe('A case', () => {
  it('004-01 goes round the loop: a person finds it, raises its level, sends a reminder, plans a follow-up, and begins again', async () => {
    const late = await owed(30, 100_00);
    await late.next();
    const found = await business.do('GET', '/invoices?level=0&days_late_min=1&status=open');
    expect(found.data.map(({ id }: Said) => id)).toContain(late.id);
    await late.do('POST', '/reminders', { mode: 'email', level: 1 });
    await eventually(
      () => late.mails(),
      (mails) => mails.length > 0,
    );
    await late.dunningOnce(({ level }) => level === 1);
    const alert_at = `${plus(todayOn, 3)}T09:00:00.000Z`;
    await business.do('POST', '/tasks', { title: 'Rappeler', alert_at, invoice_id: late.id });
    const again = await business.do('GET', '/invoices?level=1&days_late_min=1&status=open');
    expect(again.data.map(({ id }: Said) => id)).toContain(late.id);
    const { next } = await late.dunningOnce((one) => one.next?.level === 2);
    expect(next.level).toBe(2);
    await late.file();
  });

  it('004-13 can have a task, which alerts from the chosen day on, once, and not before', async () => {
    const late = await owed(5, 100_00);
    await late.next();
    const alert_at = `${plus(await business.today(), 2)}T07:00:00.000Z`;
    const task = await business.do('POST', '/tasks', { title: 'Vérifier le virement', alert_at, invoice_id: late.id });
    const toDo = async () =>
      (await business.do('GET', `/actions?status=to_do&kind=task&invoice_id=${late.id}`)).data.map(
        ({ id }: Said) => id,
      );
    await business.advance(1);
    expect(await toDo()).toEqual([]);
    await business.advance(1);
    expect(await toDo()).toEqual([task.id]);
    await business.do('POST', `/actions/${task.id}/complete`, { comment: 'Vu' });
    expect(await toDo()).toEqual([]);
    await late.file();
  });
});
