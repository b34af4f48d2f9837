import { beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../../../facts/customers/record-consent.ts';
import { obstacleTo } from '../../../facts/messages/addressing/obstacle.ts';
import { aContent } from '../../letters/sample-content.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const electronic = (customerId: string, letterKind: 'ere_simple' | 'lre_qualified' | 'registered') => ({
  ...{ customerId, kind: 'letter', letterKind, viaPrintProvider: false, recipients: [], made: null, at: NOW },
});

describe('an electronic registered letter that a person sends', () => {
  it.each(['ere_simple', 'lre_qualified'] as const)('%s: to a consumer only once he has agreed', async (letterKind) => {
    const { id } = await world.customer({ kind: 'consumer' });
    const about = electronic(id, letterKind);
    expect(await obstacleTo(world.db, about)).toMatchObject({ code: 'consent_required', pointer: '/letter_kind' });
    await recordConsent(world.db, world.context, id, {
      kind: 'electronic_registered',
      given_at: '2026-01-05T10:00:00Z',
      evidence: 'Contrat signé le 5 janvier 2026',
    });
    expect(await obstacleTo(world.db, about)).toBeNull();
  });
  it('his agreement is recorded when it was told, on the product’s clock', async () => {
    const { id } = await world.customer({ kind: 'consumer' });
    const consent = { kind: 'electronic_registered', given_at: NOW.toISOString(), evidence: 'Courriel' } as const;
    const kept = await recordConsent(world.db, world.context, id, consent);
    expect(kept.createdAt).toEqual(NOW);
  });
  it('to a professional without asking, and on paper to anybody', async () => {
    const [firm, person] = [await world.customer(), await world.customer({ kind: 'consumer' })];
    expect(await obstacleTo(world.db, electronic(firm.id, 'lre_qualified'))).toBeNull();
    expect(await obstacleTo(world.db, electronic(person.id, 'registered'))).toBeNull();
  });
});

describe('a letter on paper', () => {
  it('does not leave to a name or an address that it would print as « ???? »', async () => {
    const { id } = await world.customer();
    const texts = { kind: 'letter' as const, email: null, letter: { subject: 's', bodyHtml: '<p>a</p>' } };
    const to = (changes: object, letterKind: 'simple' | 'registered' | 'lre_qualified' = 'registered') => {
      const content = aContent({ customer: { ...aContent().customer, ...changes } });
      return obstacleTo(world.db, { ...electronic(id, 'registered'), letterKind, made: { texts, content } });
    };
    expect(await to({ name: 'محمد' })).toMatchObject({ code: 'unprintable_address' });
    expect(await to({ addressLines: ['李伟 12'] }, 'simple')).toMatchObject({ code: 'unprintable_address' });
    expect(await to({ contactName: '李伟' })).toMatchObject({ code: 'unprintable_address' });
    expect(await to({ name: 'Zoë Çağlar-Ünal', city: 'Αθήνα' })).toBeNull();
    expect(await to({ name: 'محمد' }, 'lre_qualified')).toBeNull();
  });
});
