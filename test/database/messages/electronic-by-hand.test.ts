import { beforeAll, describe, expect, it } from 'vitest';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { draftReminder, sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { FactRefused } from '../../../facts/refused.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// No provider takes electronic letters here, so a person sends every one of them.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const KINDS = ['lre_qualified', 'ere_simple'] as const;

/** An invoice that had R2 long ago; the customer is a company unless told otherwise. */
async function atTwo(kind: 'professional' | 'consumer' = 'professional') {
  const customer = await world.newCustomer({ kind });
  const before = { issued_on: '2026-09-01', due_on: '2026-09-10', initial_level: 2, initial_level_on: '2026-10-01' };
  const { id } = await world.newInvoice(customer, before);
  await world.plan(id);
  return { id, customerId: customer.id };
}

/** The same letter once more, outside the ladder. */
const byHand = (letter_kind: (typeof KINDS)[number]) => ({ mode: 'letter', letter_kind }) as const;

describe.each(KINDS)('%s', (letterKind) => {
  it('sent by hand is made, and waits for who sends it', async () => {
    const { id } = await atTwo();
    await sendByHand(world.db, world.on(NOW), id, byHand(letterKind), crypto.randomUUID());
    const [message] = await world.db.message.findMany({ where: { items: { some: { invoiceId: id } } } });
    expect(message).toMatchObject({ letterKind, viaPrintProvider: false });
  });

  it('is refused by hand to a consumer who has not agreed', async () => {
    const { id } = await atTwo('consumer');
    const refused = await draftReminder(world.db, world.on(NOW), id, byHand(letterKind)).catch(
      (error: unknown) => error,
    );
    expect(refused instanceof FactRefused && refused.code).toBe('consent_required');
  });

  it('may be planned outside the scenario, to be confirmed', async () => {
    const { id, customerId } = await atTwo();
    const input = specificActionInput.parse({
      ...{ customer_id: customerId, invoice_ids: [id], kind: 'letter', mode: 'to_confirm', letter_kind: letterKind },
      ...{ title: 'Courrier', subject: 'Objet', body_html: '<p>Texte</p>' },
    });
    const { answer } = await createSpecific(world.db, world.on(NOW), input, null);
    expect(await world.db.action.findUnique({ where: { id: answer.id } })).toMatchObject({
      kind: 'letter',
      letterKind,
    });
  });

  it('leaves in a run of the level whose step it is', async () => {
    const { id, customerId } = await atTwo();
    const { scenarioVersionId: versionId } = await world.read(id);
    await world.db.scenarioStep.updateMany({ where: { versionId: versionId!, level: 3 }, data: { letterKind } });
    const input = { level: 3, mode: 'letter' as const, dryRun: false, invoiceIds: [id] };
    const runId = await createRun(world.db, world.on(NOW), input, null);
    const run = await world.db.run.findUniqueOrThrow({ where: { id: runId } });
    const taken = await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return takeCustomer(tx, world.on(NOW), run, customerId);
    });
    expect([taken.startMessageIds.length, await runRefusals(world.db, runId)]).toEqual([1, []]);
  });
});
