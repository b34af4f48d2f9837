import { beforeAll, describe, expect, it } from 'vitest';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { gatherSteps } from '../../../facts/messages/reserving/gather-steps.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { connectorsOfCreditor } from '../../../domain/messages/connectors.ts';
import { offeredBy } from '../../../providers/print/offers.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

// A simple letter and an SMS count as sent once they are made: where no provider takes them any more, they must not leave automatically.

const ON = { isLive: false, printEnabled: true, smsEnabled: true };
const offered = offeredBy('mailbox', 'mailbox');
const CASES = [
  ['switched off', connectorsOfCreditor(offered, { ...ON, printEnabled: false, smsEnabled: false })],
  ['the local mailbox, of a creditor that is live', connectorsOfCreditor(offered, { ...ON, isLive: true })],
  ['gone from the environment', offeredBy(null, null)],
] as const;
const LETTER = { kind: 'letter', letterKind: 'simple' } as const;
const SMS = { kind: 'sms' } as const;

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

async function due(step: typeof LETTER | typeof SMS) {
  const scenarioId = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...step }]);
  const { customer, ids } = await hours.owes(scenarioId, R1_TODAY);
  return { customerId: customer.id, invoiceId: ids[0]! };
}

type Debt = Awaited<ReturnType<typeof due>>;
const wakes = ({ customerId, invoiceId }: Debt, connectors: ReturnType<typeof offeredBy>) =>
  hours.underLock(customerId, (tx) => gatherSteps(tx, { ...hours.machine(HOUR), connectors }, invoiceId));

describe.each(CASES)('With a provider that is %s', (_why, connectors) => {
  it.each([LETTER, SMS])('a step that would leave by itself waits for a person: %o', async (step) => {
    const debt = await due(step);
    expect((await wakes(debt, connectors)).reserved).toEqual([]);
    const open = await hours.db.openStep.findUniqueOrThrow({
      where: { invoiceId: debt.invoiceId },
      include: { action: true },
    });
    expect([open.mode, open.action.mode, open.messageId]).toEqual(['to_confirm', 'to_confirm', null]);
    expect(await hours.reasons(debt.invoiceId)).toContain('confirm');
  });

  it.each([LETTER, SMS])('an action outside the scenario waits for a person: %o', async (what) => {
    const { customerId, invoiceId } = await due(LETTER);
    const words = {
      subject: 'Objet',
      body_html: '<p>Texte</p>',
      title: 'Relance',
      mode: 'automatic',
      execute_on: '2026-12-09',
    };
    const letter = what.kind === 'letter' ? { letter_kind: 'simple' } : {};
    const plan = { customer_id: customerId, invoice_ids: [invoiceId], kind: what.kind, ...letter, ...words };
    const context = { ...hours.on('2026-12-08T08:00:00.000Z'), connectors: offered };
    const { answer } = await createSpecific(hours.db, context, specificActionInput.parse(plan), null);
    const move = await hours.underLock(customerId, (tx) =>
      runSpecific(tx, { ...hours.machine(HOUR), connectors }, answer.id),
    );
    expect(move).toMatchObject({ kind: 'over', messageId: null });
    const action = await hours.db.action.findUniqueOrThrow({ where: { id: answer.id } });
    expect(action).toMatchObject({ state: 'open', mode: 'to_confirm', reason: 'no_provider', messageId: null });
  });
});

it('With a provider that takes them both leave by themselves', async () => {
  for (const step of [LETTER, SMS]) expect((await wakes(await due(step), offered)).reserved).toHaveLength(1);
});
