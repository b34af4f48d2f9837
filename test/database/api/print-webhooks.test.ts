import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { startApi } from './running-api.ts';

const [OLD, NEXT] = ['the key of before it was changed', 'the key of after it was changed'] as const;
const account = { serviceId: 's', secretKey: 's', userId: '1', authorizedIps: null, baseUrl: null };
const print = { provider: 'merci_facteur', ...account } as const;
/** The first bytes of a scanned receipt. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]).toString('base64');

/** Two APIs side by side: one while the key is being changed, and one when the old key is gone. */
let changing: Awaited<ReturnType<typeof startApi>>;
let changed: Awaited<ReturnType<typeof startApi>>;
let world: World;
beforeAll(async () => {
  const withKeys = (...merciFacteur: string[]) =>
    startApi(undefined, { print, printWebhooks: { merciFacteur, maileva: null } });
  changing = await withKeys(OLD, NEXT);
  changed = await withKeys(NEXT);
  world = await openWorld();
});
afterAll(() => Promise.all([changing.stop(), changed.stop()]));

/** A registered letter that Merci Facteur accepted under this number. */
async function posted(providerReference: string): Promise<string> {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'sent');
  const letter = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true, test: false } as const;
  const data = { ...letter, provider: 'merci_facteur', providerReference, sentAt: NOW };
  await world.db.message.update({ where: { id }, data });
  return id;
}

const post = async (api: typeof changing, key: string, detail: object) => {
  const raw = new URLSearchParams({ event: 'new-state', detail: JSON.stringify([detail]) }).toString();
  const headers = { 'X-Mf-Webhook-Secret-Key': key, 'Content-Type': 'application/x-www-form-urlencoded' };
  return api.ask('POST', '/v1/webhooks/print/merci_facteur', { raw, headers });
};

describe('A webhook of Merci Facteur', () => {
  it('is taken with either key while it is being changed, with the new one alone afterwards', async () => {
    const nobodys = { id_envoi: '7', statut_courrier: 'imprime' };
    for (const key of [OLD, NEXT]) {
      expect((await post(changing, key, nobodys)).body).toEqual({ taken: 0, ignored: 1 });
    }
    expect((await post(changed, NEXT, nobodys)).status).toBe(200);
    const [old, foreign] = [await post(changed, OLD, nobodys), await post(changed, 'another key, guessed', nobodys)];
    expect([old.status, foreign.status]).toEqual([401, 401]);
    expect(old.text).toBe(foreign.text);
  });

  it('that somebody recorded and plays again changes nothing: no status goes back, no proof is kept twice', async () => {
    const reference = crypto.randomUUID();
    const id = await posted(reference);
    const said = (statut_courrier: string, more = {}) => ({ id_envoi: reference, statut_courrier, ...more });
    const deposited = said('pris_en_charge');
    const signed = said('retour_are', { are_base64_jpeg: JPEG });
    const kept = async () => {
      const where = { id };
      const include = {
        proofs: { select: { sha256: true } },
        items: { select: { invoice: { select: { version: true } } } },
      };
      const { status, proofs, items } = await world.db.message.findUniqueOrThrow({ where, include });
      const history = await world.db.historyEntry.count({ where: { creditorId: world.creditor.id } });
      return { status, proofs, items, history };
    };
    // Temporal is away: what the webhook reports is stored, and no workflow needs to be told.
    const told = async (event: object) => expect((await post(changing, NEXT, event)).body.code).toBe('stored_not_told');
    for (const event of [deposited, signed]) await told(event);
    const before = await kept();
    expect([before.status, before.proofs.length]).toEqual(['signed', 1]);
    for (const event of [deposited, signed]) await told(event);
    expect(await kept()).toEqual(before);
  });
});
