import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { draftMessage } from '../../../facts/messages/drawing/draft.ts';
import { FORMAL_NOTICE_TEMPLATE } from '../../../domain/shipped/formal-notice.ts';
import { messageTexts } from '../../../facts/messages/texts/message-texts.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// What the letter attached to a mail says.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Text = { kind: 'email' | 'letter' | 'sms'; debtorKind?: 'consumer' | 'professional'; language?: 'fr' | 'en' };

async function templateOf(...texts: Text[]): Promise<string> {
  const id = randomUUID();
  const variants = texts.map(({ kind, debtorKind, language }, position) => ({
    ...{ id: randomUUID(), position, kind, language: language ?? 'fr', debtorKind: debtorKind ?? null },
    ...{ subject: `Objet ${kind}`, bodyHtml: `<p>Texte ${kind}</p>` },
  }));
  const { id: creditorId } = world.creditor;
  await world.db.template.create({
    data: { id, creditorId, name: `Modèle ${id}`, kind: 'email', variants: { create: variants } },
  });
  return id;
}

const letterOf = async (templateId: string) => {
  const own = { customSubject: 'Mes mots', customBodyHtml: '<p>Comme convenu au téléphone</p>' };
  const reader = { creditorId: world.creditor.id, kind: 'email', language: 'fr', debtorKind: 'consumer' } as const;
  const texts = await messageTexts(world.db, { ...reader, templateId, level: 1, ...own });
  expect(texts?.email?.bodyHtml).toBe(own.customBodyHtml);
  return texts?.letter.bodyHtml;
};

it('a template without a letter’s text: the letter says what a person wrote in the mail', async () => {
  expect(await letterOf(await templateOf({ kind: 'email' }))).toBe('<p>Comme convenu au téléphone</p>');
});

it('nor is a letter’s text for other debtors taken in its place', async () => {
  const templateId = await templateOf({ kind: 'email' }, { kind: 'letter', debtorKind: 'professional' });
  expect(await letterOf(templateId)).toBe('<p>Comme convenu au téléphone</p>');
});

it('with one, the letter keeps its own words', async () => {
  expect(await letterOf(await templateOf({ kind: 'email' }, { kind: 'letter' }))).toBe('<p>Texte letter</p>');
});

it.each(['email', 'letter'] as const)('a %s is never made of an SMS’s text: there is no text for it', async (kind) => {
  const templateId = await templateOf({ kind: 'sms' });
  const asked = { templateId, customSubject: null, customBodyHtml: null, language: 'fr', level: 1 };
  const { id: creditorId } = world.creditor;
  expect(await messageTexts(world.db, { creditorId, kind, debtorKind: 'consumer', ...asked })).toBeNull();
});

it('an English reader of a template that is in French alone is written to in French, tables and dates and all', async () => {
  const customer = await world.newCustomer({ language: 'en' });
  const invoice = await world.newInvoice(customer);
  const request = {
    ...{ creditorId: world.creditor.id, customerId: customer.id, invoiceIds: [invoice.id], currency: 'EUR', at: NOW },
    ...{ kind: 'email' as const, level: 1, letterKind: null, edits: {}, actor: null },
  };
  const languageOf = async (templateId: string) =>
    (await draftMessage(world.db, { ...request, templateId }))?.content.language;
  expect(await languageOf(await templateOf({ kind: 'email' }))).toBe('fr');
  expect(await languageOf(await templateOf({ kind: 'email' }, { kind: 'email', language: 'en' }))).toBe('en');
});

it('The letter of a consumer’s shipped R3 says nothing of interest when a mail carries it, since none is counted from a mail', async () => {
  const { id: creditorId } = world.creditor;
  const { id: templateId } = await world.db.template.findFirstOrThrow({
    where: { creditorId, name: FORMAL_NOTICE_TEMPLATE.name },
  });
  const letterTo = async (kind: 'email' | 'letter', debtorKind: 'consumer' | 'professional', language: string) => {
    const own = { customSubject: null, customBodyHtml: null };
    const texts = await messageTexts(world.db, {
      creditorId,
      templateId,
      level: 3,
      kind,
      debtorKind,
      language,
      ...own,
    });
    return texts?.letter.bodyHtml;
  };
  expect(await letterTo('email', 'consumer', 'fr')).toMatch(/mettons en demeure/);
  expect(await letterTo('email', 'consumer', 'fr')).not.toMatch(/intérêts/);
  expect(await letterTo('email', 'consumer', 'en')).not.toMatch(/interest/);
  expect(await letterTo('letter', 'consumer', 'fr')).toMatch(/fait courir les intérêts au taux légal/);
  expect(await letterTo('email', 'professional', 'fr')).toMatch(/sentiments distingués/);
});
