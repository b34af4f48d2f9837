import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { printedTexts } from '../../letters/read-pdf.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
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
    webhookKeys: null,
  };
  api = await startApi(undefined, { print: { provider: 'merci_facteur', ...secrets } });
  world = await openWorld();
  ({ key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' }));
});
afterAll(() => api.stop());

it('the letter that is shown before it is confirmed is the one that the print provider would post, with its second table', async () => {
  const { id: invoiceId, customer } = await world.plannedCase();
  const step = { kind: 'letter', letterKind: 'registered', level: 3, mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
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

it('whoever corrects a letter of level 3 is warned when it no longer says that it is a formal notice, and until when to pay', async () => {
  const { id: invoiceId } = await world.plannedCase();
  const step = { kind: 'letter', letterKind: 'registered', level: 3, mode: 'to_confirm', dueAt: NOW } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
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
