import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createLookForProvider } from '../../../activities/look-for-provider.ts';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { gatherSteps } from '../../../facts/messages/reserving/gather-steps.ts';
import { planCase } from '../../../facts/plan/plan-case.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import type { Connectors } from '../../../domain/messages/connectors.ts';
import { offeredBy } from '../../../providers/print/offers.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

// A worker was started without its provider's variable for a while: what waited for a person only because of that leaves automatically
// again.

const LATER = '2026-12-09T08:30:00.000Z';
const BOTH = offeredBy('maileva', 'brevo');
const NONE = offeredBy(null, null);
const KINDS = [{ kind: 'letter', letterKind: 'simple' }, { kind: 'sms' }] as const;
type Kind = (typeof KINDS)[number];

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

const looks = (connectors: Connectors) =>
  createLookForProvider({ db: hours.db, channels: { connectors }, log: pino({ level: 'silent' }) } as ActivityDeps)(
    hours.creditor.id,
  );

async function due(step: Kind) {
  const scenarioId = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...step }]);
  const { customer, ids } = await hours.owes(scenarioId, R1_TODAY);
  return { customerId: customer.id, invoiceId: ids[0]! };
}

type Debt = Awaited<ReturnType<typeof due>>;

/** The step's hour comes while there is no provider. */
async function waitsForPerson(step: Kind): Promise<Debt> {
  const debt = await due(step);
  await hours.underLock(debt.customerId, (tx) =>
    gatherSteps(tx, { ...hours.machine(HOUR), connectors: NONE }, debt.invoiceId),
  );
  return debt;
}

/** The mode of the step once the case is planned with the latest facts. */
async function modeOf({ customerId, invoiceId }: Debt, connectors: Connectors) {
  const { version, plannedVersion } = await hours.read(invoiceId);
  if (version > plannedVersion)
    await hours.underLock(customerId, (tx) => planCase(tx, { ...hours.machine(LATER), connectors }, invoiceId));
  return (await hours.read(invoiceId)).openStep?.mode;
}

/** A specific action whose hour comes while there is no provider. */
async function actionWaits(kind: Kind) {
  const { customerId, invoiceId } = await due(KINDS[0]);
  const words = { subject: 'Objet', body_html: '<p>Texte</p>', title: 'Relance' };
  const when = { mode: 'automatic', execute_on: '2026-12-09' };
  const letter = kind.kind === 'letter' ? { letter_kind: 'simple' } : {};
  const input = { customer_id: customerId, invoice_ids: [invoiceId], kind: kind.kind, ...letter, ...words, ...when };
  const context = { ...hours.on('2026-12-08T08:00:00.000Z'), connectors: BOTH };
  const { answer } = await createSpecific(hours.db, context, specificActionInput.parse(input), null);
  await hours.underLock(customerId, (tx) => runSpecific(tx, { ...hours.machine(HOUR), connectors: NONE }, answer.id));
  return answer.id;
}

const actionIs = (id: string) =>
  hours.db.action.findUniqueOrThrow({ where: { id }, select: { mode: true, reason: true } });

describe.each(KINDS)('With its provider back in the environment: %o', (kind) => {
  it('a step that waited for it leaves by itself again', async () => {
    const debt = await waitsForPerson(kind);
    await looks(NONE);
    expect(await modeOf(debt, NONE)).toBe('to_confirm');
    await looks(BOTH);
    expect(await modeOf(debt, BOTH)).toBe('automatic');
  });

  it('an action outside the scenario that waited for it leaves by itself again', async () => {
    const id = await actionWaits(kind);
    await looks(NONE);
    expect(await actionIs(id)).toEqual({ mode: 'to_confirm', reason: 'no_provider' });
    await looks(BOTH);
    expect(await actionIs(id)).toEqual({ mode: 'automatic', reason: null });
  });
});

it('Who has switched it off, or has the other provider alone, is left as he is', async () => {
  const debts = [await waitsForPerson(KINDS[0]), await waitsForPerson(KINDS[1])] as const;
  await changeSettings(hours.db, hours.creditor.id, { print_enabled: false }, () => undefined);
  for (const debt of debts) await modeOf(debt, NONE);
  await looks(BOTH);
  expect([await modeOf(debts[0], BOTH), await modeOf(debts[1], BOTH)]).toEqual(['to_confirm', 'automatic']);
});

it('Looked for again nothing moves: what is to be planned anew is so once, and what a person is to confirm stays his', async () => {
  await changeSettings(hours.db, hours.creditor.id, { print_enabled: true }, () => undefined);
  const { invoiceId } = await waitsForPerson(KINDS[0]);
  const scenarioId = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...KINDS[0], mode: 'to_confirm' }]);
  const asked = (await hours.owes(scenarioId, R1_TODAY)).ids[0]!;
  const before = (await hours.read(asked)).version;
  await looks(BOTH);
  const { version } = await hours.read(invoiceId);
  await looks(BOTH);
  expect([(await hours.read(invoiceId)).version, (await hours.read(asked)).version]).toEqual([version, before]);
});
