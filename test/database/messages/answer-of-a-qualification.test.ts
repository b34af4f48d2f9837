import { beforeAll, describe, expect, it } from 'vitest';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { qualificationInput } from '../../../facts/inputs/specific-action.ts';
import { qualify } from '../../../facts/qualifications/qualify.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { refusal } from '../world.ts';

// A mail that a change of status sends to the customer leaves although a hold stops the invoices: it is never a reminder.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const templateId = async (which: { level: number } | { name: string }) =>
  (
    await world.db.template.findFirstOrThrow({
      where: { creditorId: world.creditor.id, kind: { not: 'sms' }, ...which },
    })
  ).id;

const STATUS = {
  litigation: { status: 'litigation' },
  dispute: { status: 'dispute', dispute: { reason: 'Surface contestée' } },
  insolvency: { status: 'none', comment: 'Jugement lu' },
} as const;

async function debtor(held: keyof typeof STATUS) {
  const customer = await world.newCustomer({ kind: 'professional' });
  const { id } = await world.newInvoice(customer);
  if (held === 'insolvency') {
    const pause = { reason: 'Redressement judiciaire', cause: 'insolvency', since_on: '2026-11-10' } as const;
    await pauseCustomer(world.db, world.on(NOW), customer.id, pause);
  }
  const told = (words: object) => {
    const body = { invoice_ids: [id], ...STATUS[held], notify: { customer: words }, then: 'scenario' };
    const asking = { requestKey: null, consoleUrl: 'http://console.example' };
    return qualify(world.db, world.on(NOW), qualificationInput.parse(body), asking);
  };
  return { customer, id, told };
}

describe.each(['litigation', 'dispute', 'insolvency'] as const)('Of an invoice in %s', (held) => {
  it.each([0, 1, 2, 3])(
    'the text of the reminder R%i never leaves with a change of status, and nothing of it is stored',
    async (level) => {
      const { customer, id, told } = await debtor(held);
      const before = await world.kinds(id);
      expect(await refusal(told({ template_id: await templateId({ level }) }))).toMatchObject({
        kind: 'invalid',
        code: 'reminder_template',
        errors: [{ pointer: '/notify/customer/template_id', fix: expect.stringContaining('without a level') }],
      });
      expect(await world.db.message.count({ where: { customerId: customer.id } })).toBe(0);
      expect(await world.db.qualification.count({ where: { customerId: customer.id } })).toBe(0);
      expect(await world.kinds(id)).toEqual(before);
    },
  );

  it('its acknowledgement leaves, and so does what a person has written', async () => {
    const acknowledgement = await templateId({ name: 'Accusé de réception d’un litige' });
    for (const words of [{ template_id: acknowledgement }, { subject: 'Votre dossier', body_html: '<p>Lu.</p>' }]) {
      const { told } = await debtor(held);
      const { startMessageIds } = await told(words);
      const sent = await world.db.message.findMany({ where: { id: { in: startMessageIds! } } });
      expect(sent).toMatchObject([{ origin: 'acknowledgement', status: 'reserved', level: null }]);
    }
  });
});
