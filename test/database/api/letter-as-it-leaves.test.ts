import { PDFDocument } from '@cantoo/pdf-lib';
import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { loadActionToSend, reserveAction } from '../../../facts/messages/reserving/reserve-action.ts';
import { renderLetter } from '../../../letters/render-letter.ts';
import { printedTexts } from '../../letters/read-pdf.ts';
import { aContent } from '../../letters/sample-content.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { startApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let world: World;
let key: string;

beforeAll(async () => {
  const secrets = {
    serviceId: 's',
    secretKey: 's',
    userId: 'u',
    authorizedIps: null,
    baseUrl: null,
  };
  api = await startApi(undefined, { print: { provider: 'merci_facteur', ...secrets } });
  world = await openWorld();
  ({ key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' }));
});
afterAll(() => api.stop());

/** A registered letter of level 3 that waits to be confirmed. */
async function letterToConfirm() {
  const { id: invoiceId, number, customer } = await world.plannedCase();
  const step = { kind: 'letter', letterKind: 'registered', level: 3, mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  return { actionId, invoiceId, number, customer };
}

/** A registered letter that was confirmed, is made, and waits to be posted. */
async function letterToPost(data: { companyHash?: string; accountHash?: string; paymentDeadlineOn?: Date } = {}) {
  const { actionId } = await letterToConfirm();
  const messageId = await world.db.$transaction(async (tx) => {
    const action = (await loadActionToSend(tx, actionId))!;
    return reserveAction(tx, world.on(NOW), action, action.openSteps, world.on(NOW).actor);
  });
  const deps = { db: world.db, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  await new MockActivityEnvironment().run(createRenderMessage(deps), call);
  await world.db.message.update({ where: { id: messageId }, data });
  return { actionId, messageId };
}

const printed = async (body: object) => {
  const answer = await fetch(`${api.url}/v1/actions/letters.pdf`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) return { status: answer.status, ...((await answer.json()) as object) };
  const pages = await printedTexts(new Uint8Array(await answer.arrayBuffer()));
  return { status: 200, pages: pages.map((page) => page.map(({ text }) => text).join(' ')) };
};

it('the letter that is shown before it is confirmed is the one that the print provider would post, with its second table', async () => {
  const { actionId, invoiceId, customer } = await letterToConfirm();
  const { scenarioVersionId } = await world.read(invoiceId);
  await world.db.scenarioVersion.update({ where: { id: scenarioVersionId! }, data: { unit: 'account' } });
  const other = await world.newInvoice(customer, { issued_on: '2026-10-01', due_on: '2026-10-31' });
  const answer = await fetch(`${api.url}/v1/actions/letters.pdf?ids=${actionId.toUpperCase()}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  const pages = await printedTexts(new Uint8Array(await answer.arrayBuffer()));
  expect(pages.flatMap((page) => page.map(({ text }) => text)).join(' ')).toContain(other.number);
});

it('letters printed together have the words in which they were corrected, the others those that are planned', async () => {
  const [one, two] = [await letterToConfirm(), await letterToConfirm()];
  const draft = await api.ask('GET', `/v1/actions/${two.actionId}`, { key });
  const edits = [
    {
      id: two.actionId,
      subject: 'Notre dernier rappel',
      body_html: '<p>Comme convenu hier par téléphone.</p>',
      draft_version: draft.body.draft.version,
    },
  ];
  const file = await printed({ ids: [one.actionId, two.actionId], edits });
  const [first, second] = 'pages' in file ? file.pages : [];
  expect(first).toContain(one.number);
  expect(first).not.toContain('Comme convenu');
  expect(second).toContain('Notre dernier rappel');
  expect(second).toContain('Comme convenu hier par téléphone.');
  // Money came in since: the person's text may state the earlier balance.
  await world.pay(two.number, 1_000);
  expect(await printed({ ids: [one.actionId, two.actionId], edits })).toMatchObject({
    status: 409,
    code: 'draft_changed',
    errors: [{ pointer: '/ids/1' }],
  });
});

it('letters for a printer that prints both sides: the back of a letter of one page stays blank, by POST and by GET', async () => {
  const [one, two] = [await letterToConfirm(), await letterToConfirm()];
  const ids = [one.actionId, two.actionId];
  const oneSided = await printed({ ids });
  const [first, second] = 'pages' in oneSided ? oneSided.pages : [];
  expect(await printed({ ids, duplex: true })).toEqual({ status: 200, pages: [first, '', second] });
  const got = await fetch(`${api.url}/v1/actions/letters.pdf?ids=${ids.join()}&duplex=true`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  const file = await PDFDocument.load(new Uint8Array(await got.arrayBuffer()), { updateMetadata: false });
  expect(file.getPageCount()).toBe(3);
  expect(file.getTitle()).toMatch(/^Courriers du \d{1,2}(er)?\s\S+\s\d{4}$/);
  const refused = await fetch(`${api.url}/v1/actions/letters.pdf?ids=${ids.join()}&duplex=yes`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(refused.status).toBe(400);
});

it('a letter that was confirmed is never printed as it was planned: until it is made there is none', async () => {
  const [one, two] = [await letterToConfirm(), await letterToConfirm()];
  const messageId = await handOver(world, { customerId: two.customer.id, invoiceId: two.invoiceId }, 'reserved');
  await world.db.action.update({ where: { id: two.actionId }, data: { messageId } });
  const ids = [one.actionId, two.actionId];
  expect(await printed({ ids })).toMatchObject({ status: 409, code: 'not_made_yet', errors: [{ pointer: '/ids/1' }] });
  const pdf = await renderLetter({ subject: 'Confirmée ainsi', bodyHtml: '<p>Merci.</p>' }, aContent());
  await world.db.messageContent.create({ data: { messageId, pdf: Buffer.from(pdf) } });
  await world.db.message.update({ where: { id: messageId }, data: { status: 'rendered' } });
  const file = await printed({ ids, edits: [{ id: two.actionId, subject: 'Trop tard' }] });
  expect('pages' in file && file.pages[1]).toContain('Confirmée ainsi');
});

it('those without a letter are named, all at once, so that the others can be printed without them', async () => {
  const [one, two, three] = [await letterToConfirm(), await letterToConfirm(), await letterToConfirm()];
  for (const { actionId } of [one, three]) {
    await world.db.openStep.deleteMany({ where: { actionId } });
    await world.db.action.update({ where: { id: actionId }, data: { state: 'cancelled' } });
  }
  expect(await printed({ ids: [one.actionId, two.actionId, three.actionId] })).toMatchObject({
    status: 409,
    code: 'no_letter',
    errors: [{ pointer: '/ids/0' }, { pointer: '/ids/2' }],
  });
  expect(await printed({ ids: [two.actionId] })).toMatchObject({ status: 200 });
});

it('whoever corrects a letter of level 3 is warned when it no longer says that it is a formal notice, and until when to pay', async () => {
  const { actionId } = await letterToConfirm();
  const draft = async (text: string) => {
    const body = { subject: 'Votre facture', body_html: `<p>${text}</p>` };
    return (await api.ask('POST', `/v1/actions/${actionId}/draft`, { key, body })).body.warnings;
  };
  expect(await draft('Mise en demeure de payer #balance au plus tard le #payment_deadline.')).toEqual([]);
  expect(await draft('Merci de payer #balance.')).toEqual([
    expect.stringContaining('n’en est pas une (C. civ. 1344)'),
    expect.stringContaining('aucune date limite'),
  ]);
});

it('a letter that bears a former account is named, and not printed among many without a word', async () => {
  const [fresh, former] = [await letterToConfirm(), await letterToPost({ companyHash: 'of the former account' })];
  const ids = [fresh.actionId, former.actionId];
  const refused = await printed({ ids, refuse_outdated: true });
  expect(refused).toMatchObject({ status: 409, code: 'letter_outdated', errors: [{ pointer: '/ids/1' }] });
  expect((await printed({ ids })).status).toBe(200);
});

it('the agenda marks, before anything is printed, which of the letters that wait to be posted should be made anew', async () => {
  const letters = [
    await letterToConfirm(),
    await letterToPost(),
    await letterToPost({ companyHash: 'of the former account' }),
    await letterToPost({ paymentDeadlineOn: NOW }),
    await letterToPost({ accountHash: 'of the account before' }),
    await letterToPost({ companyHash: 'of the former account' }),
  ];
  await world.db.action.update({ where: { id: letters[5]!.actionId }, data: { state: 'done' } });
  const { data } = (await api.ask('GET', '/v1/actions?kind=letter&limit=200', { key })).body;
  const marked = letters.map(({ actionId }) => {
    const row = data.find(({ id }: { id: string }) => id === actionId);
    return row.letter_outdated;
  });
  expect(marked).toEqual([null, null, 'company_changed', 'deadline_near', 'account_changed', null]);
  const csv = await api.ask('GET', '/v1/actions?kind=letter', { key, headers: { Accept: 'text/csv' } });
  expect(csv.text).toContain('letter_outdated');
});
