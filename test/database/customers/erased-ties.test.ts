import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { createImport } from '../../../facts/imports/create-import.ts';
import { keepProof } from '../../../facts/messages/letters/keep-proof.ts';
import { acceptOwnWords } from '../../../facts/messages/texts/own-words.ts';
import { createWorld, refusal, type World } from '../world.ts';
import { eraseOf, LATER, placesOf, statementAbout } from './erased.ts';
import { knownCustomer } from './known-customer.ts';

let world: World;
let erase: ReturnType<typeof eraseOf>;
beforeAll(async () => {
  world = await createWorld();
  erase = eraseOf(world);
});

describe('what of an erased customer is tied to others', () => {
  it('leaves no paper of a statement that named him, which stands in his own history and in no other', async () => {
    const [one, other] = [await knownCustomer(world, 'C-PROOF-1'), await knownCustomer(world, 'C-PROOF-2')];
    const { id } = await statementAbout(world, one, other);
    await world.db.message.update({ where: { id }, data: { kind: 'letter' } });
    const scan = { filename: 'Lutin-courrier.pdf', contentType: 'application/pdf', bytes: new Uint8Array([7]) };
    await keepProof(world.db, world.context, id, { ...scan, kind: 'receipt' });
    const lines = await world.db.historyEntry.findMany({ where: { messageId: id } });
    expect(new Map(lines.map(({ invoiceId, customerId }) => [invoiceId, customerId]))).toEqual(
      new Map([
        [one.invoice.id, one.id],
        [other.invoice.id, other.id],
      ]),
    );
    await erase(one.id);
    expect(await world.db.messageProof.findFirst({ where: { messageId: id } })).toMatchObject({ filename: 'erased' });
    expect(await placesOf(world.all, 'Lutin-courrier')).toEqual(['history']);
    await erase(other.id);
    expect(await placesOf(world.all, 'Lutin-courrier')).toEqual([]);
  });
  it('takes a file along that went to him alone, and leaves one that went to others too', async () => {
    const [one, other] = [await knownCustomer(world, 'C-FILE-1'), await knownCustomer(world, 'C-FILE-2')];
    const shared = other.message.attachmentId;
    await world.db.message.update({
      where: { id: one.message.id },
      data: { attachmentIds: [one.message.attachmentId, shared] },
    });
    await erase(one.id);
    const erasedAt = async (id: string) => (await world.db.attachment.findUniqueOrThrow({ where: { id } })).erasedAt;
    expect([await erasedAt(one.message.attachmentId), await erasedAt(shared)]).toEqual([LATER, null]);
    // Nobody can send the erased file any more, which would be empty.
    const send = (id: string) => acceptOwnWords(world.db, other.id, { attachments: [id] });
    expect(await refusal(send(one.message.attachmentId))).toMatchObject({ code: 'unknown_attachment' });
    expect(await send(shared)).toEqual({ attachmentIds: [shared] });
    // Nor can a person whose decision named the file before it was judged.
    const confirms = (file: string) =>
      world.db.$transaction((tx) => {
        const args = { edits: { attachmentIds: [file] } };
        const decision = { id: '', actionId: other.action.id, invoiceId: other.invoice.id, args };
        return JUDGES.confirmStep(tx, world.context, { ...decision, actor: world.context.actor });
      });
    const verdictOf = async (file: string) => (await confirms(file)).verdict.code;
    expect(await verdictOf(one.message.attachmentId)).toBe('unknown_attachment');
    expect(await verdictOf(shared)).not.toBe('unknown_attachment');
  });
  it('leaves a file to whoever is sending it at that very moment', async () => {
    const [one, other] = [await knownCustomer(world, 'C-MEANWHILE-1'), await knownCustomer(world, 'C-MEANWHILE-2')];
    const { attachmentId } = one.message;
    let erasing: Promise<unknown> = Promise.resolve();
    await world.db.$transaction(async (tx) => {
      await acceptOwnWords(tx, other.id, { attachments: [attachmentId] });
      erasing = erase(one.id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.message.update({ where: { id: other.message.id }, data: { attachmentIds: [attachmentId] } });
    });
    await erasing;
    expect(await world.db.attachment.findUniqueOrThrow({ where: { id: attachmentId } })).toMatchObject({
      erasedAt: null,
    });
  });
  it('keeps no reference either where that is asked for', async () => {
    const one = await knownCustomer(world, 'Korrigan-1');
    const refused = [1, 12].map((line) => ({
      line,
      code: 'unknown_customer',
      detail: 'There is no customer Korrigan-1.',
    }));
    const other = { line: 3, code: 'unknown_customer', detail: 'There is no customer Korrigan-12.' };
    const importId = await createImport(
      world.db,
      world.context,
      'customers',
      Buffer.from('reference,name,kind,postal_code,city,country\n'),
    );
    await world.db.import.update({ where: { id: importId }, data: { refused: [...refused, other] } });
    const key = await createKey(world.all, { creditorId: world.creditorId, name: 'pms', role: 'collector' });
    await world.all.idempotentRequest.create({
      data: {
        ...{ keyId: key.id, route: 'POST /v1/invoices', key: 'k', bodyHash: 'x', status: 422, headers: {} },
        body: refused[0]!,
      },
    });
    const { answer } = await erase(one.id, LATER, { replace_reference: true });
    expect(answer.reference).toBe(`erased-${one.id}`);
    expect(
      await world.db.historyEntry.count({
        where: { customerId: one.id, data: { path: ['number'], string_contains: 'Korrigan' } },
      }),
    ).toBe(0);
    expect((await world.db.import.findUniqueOrThrow({ where: { id: importId } })).refused).toEqual([
      ...refused.map((one) => ({ ...one, detail: `There is no customer ${answer.reference}.` })),
      other,
    ]);
    expect(await world.all.idempotentRequest.count({ where: { keyId: key.id } })).toBe(0);
  });
});
