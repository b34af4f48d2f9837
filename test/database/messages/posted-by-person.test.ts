import { beforeAll, describe, expect, it } from 'vitest';
import { isPostedByPerson } from '../../../domain/messages/connectors.ts';
import { POSTED_BY_PERSON, POSTED_BY_PERSON_WHERE } from '../../../prisma/posted-by-person.ts';
import { createWorld, NOW } from '../world.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
let letters: { id: string; isPosted: boolean; what: string }[];
beforeAll(async () => {
  world = await createWorld();
  const { id: customerId } = await world.customer();
  const own = { creditorId: world.creditorId, customerId, language: 'fr', currency: 'EUR', test: true, actor: {} };
  const kinds = (['email', 'letter', 'sms'] as const).flatMap((kind) =>
    ([null, 'simple', 'registered', 'lre_qualified', 'ere_simple'] as const).flatMap((letterKind) =>
      [false, true].map((viaPrintProvider) => ({ kind, letterKind, viaPrintProvider })),
    ),
  );
  letters = kinds.map((kind) => ({
    ...{ id: crypto.randomUUID(), isPosted: isPostedByPerson(kind) },
    what: Object.values(kind).join(' '),
  }));
  await world.db.message.createMany({
    data: kinds.map((kind, index) => ({
      ...{ ...own, ...kind, id: letters[index]!.id, origin: 'step' as const },
      ...{ status: 'rendered' as const, reservedAt: NOW },
    })),
  });
});

describe('whether a person posts a letter', () => {
  const posted = () => letters.filter(({ isPosted }) => isPosted).map(({ what }) => what);
  const named = (rows: readonly { id: string }[]) =>
    letters.filter(({ id }) => rows.some((row) => row.id === id)).map(({ what }) => what);

  it('is asked of a registered letter that no provider takes, electronic or not', () => {
    expect(posted()).toEqual(['letter registered false', 'letter lre_qualified false', 'letter ere_simple false']);
  });

  it('is said alike by the rule, by a statement and by a query', async () => {
    const bySql = await world.all.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM messages m WHERE m."creditorId" = ${world.creditorId}::uuid AND ${POSTED_BY_PERSON}`;
    expect(named(bySql)).toEqual(posted());
    expect(named(await world.db.message.findMany({ where: POSTED_BY_PERSON_WHERE }))).toEqual(posted());
  });

  it('and so is that nobody does, of a letter of no kind too, which is a simple one', async () => {
    const others = letters.filter(({ isPosted }) => !isPosted).map(({ what }) => what);
    const bySql = await world.all.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM messages m WHERE m."creditorId" = ${world.creditorId}::uuid AND NOT ${POSTED_BY_PERSON}`;
    expect(named(bySql)).toEqual(others);
    expect(named(await world.db.message.findMany({ where: { NOT: POSTED_BY_PERSON_WHERE } }))).toEqual(others);
  });
});
