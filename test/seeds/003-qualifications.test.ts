import { beforeAll, describe, expect, it } from 'vitest';
import { type Said, unique } from '../e2e/business.ts';
import { plus, workingDay } from '../e2e/french-days.ts';
import { Collector, holdKinds, idsOf, MAIL, TEXT } from './chosen-items.ts';

// The three steps of qualifying selected items. Each title names the requirements that it shows (docs/capabilities.md).

let desk: Collector;
let jurist: Said;

beforeAll(async () => {
  desk = await Collector.begin();
  jurist = await desk.colleague();
});

describe('A qualification', () => {
  it('003-03 takes disputed items out of the scenario, with a follow-up; the other items stay in it', async () => {
    const [contested, other] = await desk.owing([100_00, 200_00]);
    await desk.qualified({
      invoice_ids: [contested!.id],
      status: 'dispute',
      dispute: { reason: 'Prix contesté' },
      comment: 'Devis à 80 €',
      then: 'scenario',
    });
    expect(await holdKinds(contested!)).toEqual(['dispute']);
    expect((await contested!.dunningOnce(({ next }) => next === null)).status).toBe('held');
    const origins = (await contested!.openActions()).map(({ origin }: Said) => origin);
    expect(origins).toEqual(['dispute_review']);
    expect((await other!.dunning()).next).not.toBeNull();
    expect(await holdKinds(other!)).toEqual([]);
    const past = { invoice_ids: [other!.id], status: 'dispute', dispute: { reason: 'x', review_on: '2020-01-01' } };
    const refused = await desk.business.ask('POST', '/qualifications', past);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/dispute/review_on']);
    expect(await holdKinds(other!)).toEqual([]);
  });

  it('003-04 follows up a promise by a call on its day, and litigation by a task with nothing sent to the customer', async () => {
    const [promised, sued] = await desk.owing([100_00, 200_00]);
    const promisedOn = plus(desk.todayOn, 10);
    const kept = await desk.qualified({
      invoice_ids: [promised!.id],
      status: 'promise',
      promise: { amount_cents: 100_00, promised_on: promisedOn },
      then: { specific_action: { kind: 'call', mode: 'manual', title: 'Promesse tenue ?', execute_on: promisedOn } },
    });
    expect(await desk.actionOf(kept.specific_action_id)).toMatchObject({
      kind: 'call',
      due_on: workingDay(promisedOn),
    });
    expect(await holdKinds(promised!)).toEqual(['promise', 'specific_action']);
    const litigation = { invoice_ids: [sued!.id], status: 'litigation', comment: 'Transmis à Me Roux' };
    const task = { kind: 'task', mode: 'manual', title: 'Relancer Me Roux' };
    const mail = await desk.business.ask('POST', '/qualifications', {
      ...litigation,
      then: { specific_action: { ...MAIL, ...TEXT } },
    });
    expect([mail.status, mail.body.code]).toEqual([409, 'held']);
    expect(await holdKinds(sued!)).toEqual([]);
    await desk.qualified({ ...litigation, then: { specific_action: task } });
    expect(await holdKinds(sued!)).toEqual(['litigation', 'specific_action']);
  });

  it('003-08 starts from the statement of account: the items selected there get their status', async () => {
    const [a, b] = await desk.owing([100_00, 200_00]);
    const account = (): Promise<Said> => desk.business.do('GET', `/customers/${a!.customer.id}/account`);
    const selected = (await account()).items.filter(({ number }: Said) => number === a!.number);
    await desk.qualified({
      invoice_ids: selected.map((item: Said) => item.invoice_id),
      status: 'dispute',
      comment: 'Avarie',
    });
    const items = new Map((await account()).items.map((item: Said) => [item.number, item]));
    expect(items.get(a!.number)).toMatchObject({ holds: [{ kind: 'dispute' }], last_comment: 'Avarie' });
    expect(items.get(b!.number)).toMatchObject({ holds: [], last_comment: null });
  });

  it('003-09 gives a status and a comment, or neither; the history has it, once even when the request is repeated', async () => {
    const cases = await desk.owing([100_00, 200_00]);
    const headers = { 'Idempotency-Key': unique('q') };
    const body = { invoice_ids: idsOf(cases), comment: 'Le client rappelle lundi', then: 'scenario' };
    const [first, again] = [
      await desk.business.ask('POST', '/qualifications', body, headers),
      await desk.business.ask('POST', '/qualifications', body, headers),
    ];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    for (const one of cases) {
      const lines = (await one.do('GET', '/history')).data.filter(({ kind }: Said) => kind === 'qualified');
      expect(lines.map(({ data }: Said) => data.comment)).toEqual(['Le client rappelle lundi']);
      expect(await holdKinds(one)).toEqual([]);
    }
    expect((await desk.qualified({ invoice_ids: [cases[0]!.id] })).status).toBe('none');
    const empty = await desk.business.ask('POST', '/qualifications', {
      invoice_ids: [cases[0]!.id],
      status: 'promise',
    });
    expect(empty.status).toBe(422);
  });

  it('003-10 writes to nobody, or at once to the customer, whose promise is acknowledged although it holds back the items', async () => {
    const [one, two] = await desk.owing([100_00, 300_00]);
    const promise = { amount_cents: 400_00, promised_on: plus(desk.todayOn, 8) };
    const template_id = desk.templates.get('Accusé de réception d’une promesse de règlement');
    const answer = await desk.qualified({
      invoice_ids: idsOf([one!, two!]),
      status: 'promise',
      promise,
      notify: { customer: { template_id } },
      then: 'scenario',
    });
    const [mail, ...more] = await desk.mailsOnce(one!.email, 1);
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^Votre promesse de règlement – /);
    expect(mail!.text).toMatch(/400,00/);
    const [year, month, day] = promise.promised_on.split('-');
    expect(mail!.text.split(`promesse de règlement\u00a0: ${day}/${month}/${year}`)).toHaveLength(3);
    expect(mail!.attachments).toEqual([]);
    const sent = await desk.business.do('GET', `/messages/${answer.customer_message_id}`);
    expect(sent).toMatchObject({ origin: 'acknowledgement', to: [one!.email] });
    const promised = await Promise.all([one!, two!].map(async (item) => (await item.do('GET', '/promises')).data[0]));
    expect(promised.map(({ amount_cents: cents }: Said) => cents)).toEqual([100_00, 300_00]);
  });

  it('003-10 can be previewed: a person reads the mail with the promise in it, and nothing is stored', async () => {
    const [one] = await desk.owing([400_00]);
    const reader = await desk.colleague();
    const promise = { amount_cents: 150_00, promised_on: plus(desk.todayOn, 8) };
    const template_id = desk.templates.get('Accusé de réception d’une promesse de règlement');
    const notify = { customer: { template_id }, colleague: { user_id: reader.id, comment: 'Pour suivi' } };
    const body = { invoice_ids: [one!.id], status: 'promise', promise, notify, then: 'scenario' };
    const { customer, colleague } = await desk.business.do('POST', '/qualifications/preview', body);
    expect([customer.recipients, colleague.recipients]).toEqual([[one!.email], [reader.email]]);
    expect(customer.subject).toMatch(/^Votre promesse de règlement – /);
    const [year, month, day] = promise.promised_on.split('-');
    expect(customer.html).toContain(`${day}/${month}/${year}`);
    expect(customer.html).toMatch(/150,00/);
    expect(colleague.html).toContain('Pour suivi');
    expect(colleague.html).toContain(`/dossiers/${one!.id}"`);
    expect([await holdKinds(one!), (await one!.messages()).length]).toEqual([[], 0]);
    const past = { ...body, promise: { ...promise, promised_on: '2020-01-01' } };
    expect((await desk.business.ask('POST', '/qualifications/preview', past)).status).toBe(422);
    // After the preview, it is sent as it was shown.
    await desk.qualified({ ...body, notify: { customer: { template_id } } });
    expect((await desk.mailsOnce(one!.email, 1))[0]!.html).toBe(customer.html);
  });

  it('003-11 sends a dispute to a colleague, who reads statuses, comments and links; the customer never gets this mail', async () => {
    const [one, two] = await desk.owing([100_00, 300_00]);
    const dispute = { invoice_ids: idsOf([one!, two!]), status: 'dispute', dispute: { reason: 'Marchandise abîmée' } };
    const colleague = { user_id: jurist.id, comment: 'Peux-tu voir avec le dépôt ?' };
    const answer = await desk.qualified({
      ...dispute,
      comment: 'Photos reçues',
      notify: { colleague },
      then: 'scenario',
    });
    const [mail] = await desk.mailsOnce(jurist.email, 1);
    expect(mail!.subject).toMatch(/^Litige à prendre en charge/);
    const origin = (await desk.business.do('GET', `/messages/${answer.colleague_message_id}`)).origin;
    expect(origin).toBe('internal');
    for (const said of [
      one!.number,
      two!.number,
      'Marchandise abîmée',
      'Photos reçues',
      'Peux-tu voir avec le dépôt ?',
    ])
      expect(mail!.text).toContain(said);
    expect(mail!.html).toContain(`/dossiers/${one!.id}"`);
    const [followUp] = await one!.openActions();
    expect(followUp).toMatchObject({ origin: 'dispute_review', assignee: { id: jurist.id } });
    expect(mail!.text).not.toMatch(/IBAN/);
    expect(mail!.attachments).toEqual([]);
    const kept = { ...dispute, invoice_ids: [two!.id], dispute: { reason: 'Autre motif', owner_id: null } };
    const reader = await desk.colleague();
    await desk.qualified({ ...kept, notify: { colleague: { user_id: reader.id, language: 'en' } }, then: 'scenario' });
    // The whole mail is in the colleague's language, whatever the customer's, and addresses a colleague.
    const [inEnglish] = await desk.mailsOnce(reader.email, 1);
    expect(inEnglish!.text).toContain('(in dispute)');
    expect(inEnglish!.text).toMatch(/Sent by \S/);
    for (const { text } of [mail!, inEnglish!]) expect(text).not.toMatch(/Votre référence|Your customer reference/);
    expect(inEnglish!.text).not.toContain('litige');
    const ofCollector = (await two!.openActions()).find(({ reason }: Said) => reason === 'Autre motif');
    expect([ofCollector.origin, ofCollector.assignee?.id ?? null]).toEqual(['dispute_review', null]);
    for (const address of [one!.email, `inconnu@${unique('ailleurs')}.example`]) {
      const body = { ...dispute, notify: { colleague: { email: address } } };
      const outside = await desk.business.ask('POST', '/qualifications', body);
      expect([outside.status, outside.body.code]).toEqual([422, 'not_internal']);
    }
    expect(await one!.mails()).toEqual([]);
  });

  it('003-11 can use a colleagues’ template for a colleague, and is refused when it would send one to a customer', async () => {
    const [one] = await desk.owing([100_00]);
    const template_id = desk.templates.get('Litige à prendre en charge (interne)')!;
    const mail = { ...MAIL, template_id };
    const ways: [string, object, string][] = [
      ['/qualifications', { invoice_ids: [one!.id], notify: { customer: { template_id } } }, '/notify/customer'],
      ['/qualifications', { invoice_ids: [one!.id], then: { specific_action: mail } }, '/then/specific_action'],
      ['/specific-actions', desk.plan([one!], mail), ''],
      [`/invoices/${one!.id}/reminders`, { mode: 'email', template_id }, ''],
    ];
    for (const [path, body, place] of ways) {
      const { status, body: refused } = await desk.business.ask('POST', path, body);
      expect([status, refused.code, refused.errors?.[0]?.pointer], `${path} ${place}`).toEqual([
        422,
        'internal_template',
        `${place}/template_id`,
      ]);
    }
    expect(await one!.mails()).toEqual([]);
    const reader = await desk.colleague();
    await desk.qualified({ invoice_ids: [one!.id], notify: { colleague: { user_id: reader.id, template_id } } });
    const [told] = await desk.mailsOnce(reader.email, 1);
    // Without the template, a mail about items that are not in dispute only asks for a follow-up.
    expect(told!.subject).toMatch(/^Litige à prendre en charge/);
  });

  it('003-11 without a comment shows the colleague the earlier comments on the items', async () => {
    const [one, two] = await desk.owing([100_00, 300_00]);
    await one!.do('POST', '/calls', { outcome: 'reached', comment: 'Attend le bon de livraison' });
    const reader = await desk.colleague();
    const notify = { colleague: { user_id: reader.id } };
    await desk.qualified({ invoice_ids: idsOf([one!, two!]), notify, then: 'scenario' });
    const [mail] = await desk.mailsOnce(reader.email, 1);
    expect(mail!.text.replace(/\s+/g, ' ')).toMatch(
      /\(100,00 €\) : sans statut particulier – Attend le bon de livraison/,
    );
    expect(mail!.text.match(/Attend le bon/g)).toHaveLength(1);
  });

  it('003-12 continues with the scenario, or with a specific action on the selected items', async () => {
    const [one, two] = await desk.owing([100_00, 300_00]);
    await desk.qualified({ invoice_ids: [one!.id], comment: 'Rien de spécial', then: 'scenario' });
    expect((await one!.dunning()).next).not.toBeNull();
    const { specific_action_id: id } = await desk.qualified({
      invoice_ids: [two!.id],
      comment: 'Au téléphone',
      then: { specific_action: { ...MAIL, ...TEXT, title: 'Confirmer par écrit' } },
    });
    const [mail] = await desk.mailsOnce(two!.email, 1);
    expect(mail!.text).toContain(two!.number);
    expect(mail!.text).not.toContain(one!.number);
    expect((await desk.actionOnce(id, 'done')).invoices.map(({ number }: Said) => number)).toEqual([two!.number]);
  });
});
