import { expect } from 'vitest';
import { unique, type Business } from '../business.ts';
import type { CaseFile } from '../case-file.ts';
import { plus } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

async function expectAttention(one: CaseFile, mails: number): Promise<void> {
  expect(await one.dunning()).toMatchObject({ status: 'needs_attention', next: null });
  expect((await one.openActions()).map(({ status }: { status: string }) => status)).toContain('needs_attention');
  expect(await one.mails()).toHaveLength(mails);
}

const correctAddress = (one: CaseFile, email: string) =>
  one.business.change(`/customers/${one.customer.id}`, {
    contacts: [{ name: 'Élise Montagnier', email, recovery: true }],
  });

/** A ladder of one mail whose text a person wrote. */
async function ownWords(business: Business, bodyHtml: string) {
  const template = await business.do('POST', '/templates', {
    name: unique('Nos mots'),
    kind: 'email',
    level: 1,
    language: 'fr',
    subject: 'Votre facture #invoice_number',
    body_html: bodyHtml,
  });
  const step = {
    key: 'r1',
    level: 1,
    kind: 'email',
    anchor: 'issued_on',
    delay_days: 15,
    mode: 'automatic',
    template_id: template.id,
  };
  const scenario = await business.do('POST', '/scenarios', {
    name: unique('Nos mots'),
    unit: 'invoice',
    steps: [step],
  });
  return { templateId: template.id as string, scenarioId: scenario.id as string };
}

story(
  'a text that tells a consumer of the 40 €: nothing leaves until it is corrected and a person confirms',
  async ({ business, timeline, day0, owed }) => {
    const { templateId, scenarioId } = await ownWords(
      business,
      '<p>Une indemnité forfaitaire de 40 € est due avec #balance.</p>',
    );
    const issuedOn = plus(day0, -12);
    const invoice = { scenario_id: scenarioId };
    const [consumer, company] = [
      await owed({ issuedOn, invoice }),
      await owed({ kind: 'professional', issuedOn, invoice }),
    ];
    await timeline.until(ladderFrom(issuedOn).r1On);
    await expectAttention(consumer, 0);
    // Between professionals the law itself uses these words.
    expect(await company.mails()).toHaveLength(1);
    await timeline.until(plus(timeline.today, 3));
    await expectAttention(consumer, 0);
    expect(
      (await business.change(`/templates/${templateId}`, { body_html: '<p>Il reste #balance à régler.</p>' })).status,
    ).toBe(200);
    await consumer.confirm();
    await consumer.dunningOnce(({ status }) => status !== 'needs_attention');
    await timeline.until(plus(timeline.today, 4));
    const mails = await consumer.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).not.toMatch(/40\s€|indemnité/);
    expect(await company.mails()).toHaveLength(1);
  },
);

story(
  'a customer without an address: the case needs a person; with one, it leaves',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const one = await owed({ issuedOn, customer: { contacts: [] } });
    await timeline.until(plus(ladderFrom(issuedOn).r1On, 1));
    await expectAttention(one, 0);
    expect((await correctAddress(one, one.email)).status).toBe(200);
    if ((await one.dunning()).status === 'needs_attention') await one.confirm();
    await one.dunningOnce(({ status }) => status !== 'needs_attention');
    await timeline.until(plus(timeline.today, 4));
    expect(await one.mails()).toHaveLength(1);
    expect((await one.dunning()).level).toBe(1);
  },
);

story('a mail that bounces: no R2 until a person has acted', async ({ business, timeline, day0, owed }) => {
  const issuedOn = plus(day0, -13);
  const { r1On, r2On } = ladderFrom(issuedOn);
  const [bounced, delivered] = [await owed({ issuedOn }), await owed({ issuedOn })];
  await timeline.until(r1On);
  await business.providerSays((await bounced.mails())[0]!, 'email.bounced');
  await business.providerSays((await delivered.mails())[0]!, 'email.delivered');
  await bounced.dunningOnce(({ status }) => status === 'needs_attention');
  await expectAttention(bounced, 1);
  expect((await bounced.messages())[0].status).toBe('bounced');
  expect((await delivered.messages())[0].status).toBe('delivered');
  await timeline.until(plus(r2On, 3));
  await expectAttention(bounced, 1);
  expect(await delivered.mails()).toHaveLength(2);
  const corrected = `${unique('bonne')}@client.example`.toLowerCase();
  await correctAddress(bounced, corrected);
  if ((await bounced.dunning()).status === 'needs_attention') await bounced.confirm();
  await bounced.dunningOnce(({ status }) => status !== 'needs_attention');
  await timeline.until(plus(timeline.today, 5));
  expect(await bounced.mails()).toHaveLength(1);
  expect(await business.mails(corrected)).toHaveLength(1);
});
