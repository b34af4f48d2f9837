import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Said, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { Collector } from './chosen-items.ts';

// When a statement, an acknowledgement or an internal mail fails, bounces, or may or may not have left, a person gets a task about it.
// The cases that it is about go on.

let business: Business;
let todayOn: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
});

const address = { lines: ['3 place du Palais'], postal_code: '33000', city: 'Bordeaux', country: 'FR' };

async function agencyWith(files: number) {
  const email = `${unique('agence')}@tiers.example`.toLowerCase();
  const name = unique('Agence');
  const { id } = await business.do('POST', '/third-parties', { name, email, address });
  const cases = await Promise.all(
    Array.from({ length: files }, () =>
      CaseFile.open(business, {
        issuedOn: plus(todayOn, -60),
        cents: 250_00,
        invoice: { case_file: { reference: unique('D'), referrer_id: id } },
      }),
    ),
  );
  for (const one of cases) await one.next();
  return { id, email, name, cases };
}

const send = async (to: { id: string; cases: CaseFile[] }): Promise<string> => {
  const body = { invoice_ids: to.cases.map(({ id }) => id), mode: 'email' };
  return (await business.do('POST', `/third-parties/${to.id}/statements`, body)).id;
};

const statementOnce = (id: string, status: string, of = business): Promise<Said> =>
  eventually(
    () => of.do('GET', `/messages/${id}`),
    (message) => message.status === status,
  );

/** The open tasks about this message: at most one is expected. */
async function asked(messageId: string, of = business): Promise<Said[]> {
  const { data } = await of.do('GET', '/actions?status=needs_attention&limit=200');
  return data.filter(({ message_id: id }: Said) => id === messageId);
}

const sentOn = async (file: CaseFile) => (await file.shown()).last_statement_to_referrer_on;
const disclosed = async (file: CaseFile) =>
  (await file.do('GET', '/history')).data.filter((line: Said) => line.kind === 'statement' && line.data.disclosed);

/** A statement whose sending is uncertain: its first try had no answer, and one of its files changed before the second. */
async function unknownStatement() {
  const agency = await agencyWith(2);
  await business.failNext(agency.email, 'reset', 1000);
  const id = await send(agency);
  await eventually(
    () => business.do('GET', `/messages/${id}`),
    ({ tries, next_try_at: nextTryAt }) => tries > 0 && nextTryAt !== null,
  );
  await agency.cases[0]!.pay(50_00, todayOn);
  await statementOnce(id, 'ambiguous');
  await business.failNext(agency.email, 'reset', 0);
  return { agency, id };
}

let unknown: Promise<Awaited<ReturnType<typeof unknownStatement>>[]> | undefined;
/** Two such statements, made at the same time: each has its second try ten seconds after the first. */
const unknownStatements = () => (unknown ??= Promise.all([unknownStatement(), unknownStatement()]));

describe('A statement of unpaid files', () => {
  it('000-35 that the provider refuses leaves no date on the files and no disclosure in their history; a person reads why, and sends it again', async () => {
    const agency = await agencyWith(2);
    await business.failNext(agency.email, '422', 1);
    const id = await send(agency);
    await statementOnce(id, 'failed');
    const [task, ...more] = await asked(id);
    expect(more).toEqual([]);
    expect(task.reason).toMatch(new RegExp(`^L’état d’impayés pour ${agency.name} n’est pas parti.: `));
    expect(task.invoices).toHaveLength(2);
    for (const one of agency.cases) {
      expect([await sentOn(one), await disclosed(one)]).toEqual([null, []]);
      expect(await one.dunning()).toMatchObject({ status: 'waiting', attention: null });
    }
    const [listed] = (await business.do('GET', `/third-parties/${agency.id}/statements`)).data;
    expect(listed).toMatchObject({ id, status: 'failed', sent_at: null });
    expect(listed.failure_detail).not.toBeNull();

    const { message_id: againId } = await business.do('POST', `/actions/${task.id}/confirm`, {});
    expect(againId).not.toBe(id);
    await statementOnce(againId, 'sent');
    expect(await asked(id)).toEqual([]);
    expect(await business.mails(agency.email)).toHaveLength(1);
    for (const one of agency.cases) expect([await sentOn(one), (await disclosed(one)).length]).toEqual([todayOn, 1]);
    const twice = await business.ask('POST', `/actions/${task.id}/confirm`, {});
    expect([twice.status, twice.body.code]).toEqual([409, 'already_done']);
  });

  it('000-35 that failed is not sent again when its only file has been given to another referrer', async () => {
    const agency = await agencyWith(1);
    await business.failNext(agency.email, '422', 1);
    const id = await send(agency);
    await statementOnce(id, 'failed');
    const other = await agencyWith(0);
    const [file] = agency.cases;
    const { case_file: caseFile } = await file!.shown();
    const changed = { case_file: { reference: caseFile.reference, referrer_id: other.id } };
    expect((await business.change(`/invoices/${file!.id}`, changed)).status).toBe(200);
    const [task] = await asked(id);
    const refused = await business.ask('POST', `/actions/${task.id}/confirm`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'nothing_left']);
    expect(await business.mails(agency.email)).toEqual([]);
    await business.do('POST', `/actions/${task.id}/complete`, { comment: 'Plus leur dossier' });
    expect(await asked(id)).toEqual([]);
  });

  it('000-36 whose sending is uncertain needs attention until a person says that it left; only then its files get the date', async () => {
    const [statement] = await unknownStatements();
    const { agency, id } = statement!;
    const [task] = await asked(id);
    expect(task.attention_code).toBe('ambiguous_sending');
    expect(task.reason).toContain('est peut-être parti');
    for (const one of agency.cases) {
      expect([await sentOn(one), await disclosed(one)]).toEqual([null, []]);
      expect((await one.dunning()).attention).toBeNull();
    }
    for (const [verb, body] of [
      ['confirm', {}],
      ['skip', { reason: 'Vu' }],
      ['complete', {}],
    ] as const) {
      const early = await business.ask('POST', `/actions/${task.id}/${verb}`, body);
      expect([early.status, early.body.code]).toEqual([409, 'uncertain']);
    }
    await business.do('POST', `/messages/${id}/resolve`, { outcome: 'sent', comment: 'L’agence l’a reçu' });
    expect(await asked(id)).toEqual([]);
    for (const one of agency.cases) expect([await sentOn(one), (await disclosed(one)).length]).toEqual([todayOn, 1]);
  });

  it('000-36 that a person declares not sent leaves no date on its files, and can be sent again', async () => {
    const [, statement] = await unknownStatements();
    const { agency, id } = statement!;
    await business.do('POST', `/messages/${id}/resolve`, { outcome: 'not_sent', comment: 'Rien reçu' });
    const [task] = await asked(id);
    expect(task.attention_code).toBe('not_sent');
    for (const one of agency.cases) expect([await sentOn(one), await disclosed(one)]).toEqual([null, []]);
    const { message_id: againId } = await business.do('POST', `/actions/${task.id}/confirm`, {});
    const again = await statementOnce(againId, 'sent');
    expect(again.amount_cents).toBe(450_00);
    expect(await business.mails(agency.email)).toHaveLength(1);
  });

  it('000-35 that the provider accepted and then failed to send loses its date, on the file and on the referrer', async () => {
    const agency = await agencyWith(1);
    const [file] = agency.cases;
    const id = await send(agency);
    await statementOnce(id, 'sent');
    expect(await sentOn(file!)).toBe(todayOn);
    const [mail] = await business.mails(agency.email);
    await business.providerSays(mail!, 'email.failed');
    await statementOnce(id, 'failed');
    expect(await sentOn(file!)).toBeNull();
    const { data } = await business.do('GET', `/third-parties?q=${agency.name}`);
    expect(data[0].last_statement_on).toBeNull();
    const [task] = await asked(id);
    expect(task.attention_code).toBe('sending_failed');
    await business.do('POST', `/actions/${task.id}/skip`, { reason: 'Appelée' });
    expect(await asked(id)).toEqual([]);
  });

  it('000-36 that bounces keeps its date on the files, and a person sends it again to the corrected address', async () => {
    const agency = await agencyWith(1);
    const id = await send(agency);
    await statementOnce(id, 'sent');
    const [mail] = await business.mails(agency.email);
    await business.providerSays(mail!, 'email.bounced');
    await statementOnce(id, 'bounced');
    expect(await sentOn(agency.cases[0]!)).toBe(todayOn);
    expect((await agency.cases[0]!.dunning()).attention).toBeNull();
    const [task] = await asked(id);
    const email = `${unique('juste')}@tiers.example`.toLowerCase();
    await business.change(`/third-parties/${agency.id}`, { email });
    const { message_id: againId } = await business.do('POST', `/actions/${task.id}/confirm`, {});
    await statementOnce(againId, 'sent');
    expect(await business.mails(email)).toHaveLength(1);
  });
});

/**
 * The id of the failed mail to this address: the mail first made, or the one made in its place when a change to one of its invoices came
 * between making and hand-over.
 */
async function failedTo(desk: Collector, customerId: string, address: string): Promise<string> {
  const { data } = await eventually(
    () => desk.business.do('GET', `/messages?customer_id=${customerId}&status=failed`),
    (failed) => failed.data.some(({ to }: Said) => to[0] === address),
  );
  return data.find(({ to }: Said) => to[0] === address).id;
}

describe('An acknowledgement or internal mail', () => {
  it('003-10 003-11 that a qualification sends and the provider refuses stops no case: a person reads why, and sends it again', async () => {
    const desk = await Collector.begin();
    const jurist = await desk.colleague();
    const [one] = await desk.owing([100_00]);
    for (const to of [one!.email, jurist.email]) await desk.business.failNext(to, '422', 1);
    const promise = { amount_cents: 100_00, promised_on: plus(desk.todayOn, 8) };
    const template_id = desk.templates.get('Accusé de réception d’une promesse de règlement');
    const answer = await desk.qualified({
      ...{ invoice_ids: [one!.id], status: 'promise', promise, then: 'scenario' },
      notify: { customer: { template_id }, colleague: { user_id: jurist.id, comment: 'Pour information' } },
    });
    const { customer_id: customerId } = await desk.business.do('GET', `/messages/${answer.customer_message_id}`);
    for (const [to, said] of [
      [one!.email, /^L’accusé de réception à .* n’est pas parti/],
      [jurist.email, /^Le courriel interne à .* n’est pas parti/],
    ] as const) {
      const failedId = await failedTo(desk, customerId, to);
      const [task] = await asked(failedId, desk.business);
      expect(task.reason).toMatch(said);
      const { message_id: againId } = await desk.business.do('POST', `/actions/${task.id}/confirm`, {});
      await statementOnce(againId, 'sent', desk.business);
      expect(await desk.business.mails(to)).toHaveLength(1);
      expect(await asked(failedId, desk.business)).toEqual([]);
    }
    expect(await one!.dunning()).toMatchObject({ status: 'held', attention: null });
  });
});
