import { beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { changeSinceMade, loadMessageToHandOver } from '../../../facts/messages/before-leaving/message-changes.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

// Which plans follow when a creditor switches a provider on or off: those of letters and SMS that have not been asked for yet.

const PLANNED = {
  mail: { kind: 'email' },
  simple: { kind: 'letter', letterKind: 'simple' },
  unsaid: { kind: 'letter' },
  registered: { kind: 'letter', letterKind: 'registered' },
  sms: { kind: 'sms' },
} as const;
type Planned = keyof typeof PLANNED;
const KINDS = Object.keys(PLANNED) as Planned[];

let hours: SendHours;
const ids = {} as Record<Planned, string>;
beforeAll(async () => {
  hours = await openSendHours();
  for (const kind of KINDS) ids[kind] = await planned(kind);
});

async function planned(kind: Planned) {
  const scenarioId = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...PLANNED[kind] }]);
  return (await hours.owes(scenarioId, R1_TODAY)).ids[0]!;
}

/** The kinds of step whose plan follows the change. */
async function follow(change: Parameters<typeof changeSettings>[2]) {
  const versions = async () =>
    Promise.all(KINDS.map(async (kind) => [kind, (await hours.read(ids[kind])).version] as const));
  const before = new Map(await versions());
  const { plansFollow } = await changeSettings(hours.db, hours.creditor.id, change, () => undefined);
  const moved = (await versions()).filter(([kind, version]) => version !== before.get(kind)).map(([kind]) => kind);
  return { plansFollow, moved };
}

describe('A provider that is switched off or on', () => {
  it('moves the plans of simple letters, or of SMS, and no others', async () => {
    for (const isOn of [false, true]) {
      expect(await follow({ print_enabled: isOn })).toEqual({ plansFollow: true, moved: ['simple', 'unsaid'] });
      expect(await follow({ sms_enabled: isOn })).toEqual({ plansFollow: true, moved: ['sms'] });
    }
  });

  it('moves every plan together with what moves them all', async () => {
    expect((await follow({ sms_enabled: false, minimum_spacing_days: 9 })).moved).toEqual(KINDS);
    expect((await follow({ sms_enabled: false })).moved).toEqual([]);
  });

  it.each(['mail', 'simple'] as const)('takes nothing back that is on its way: %s', async (kind) => {
    const invoiceId = await planned(kind);
    const messageId = (await hours.wake(invoiceId, HOUR))[0]!;
    await hours.rendered(messageId, HOUR);
    await changeSettings(hours.db, hours.creditor.id, await theOther(), () => undefined);
    const { customerId } = await hours.message(messageId);
    const changed = await hours.underLock(customerId, async (tx) =>
      changeSinceMade(tx, await loadMessageToHandOver(tx, messageId)),
    );
    expect(changed).toBeNull();
  });
});

/** Switches both settings to the opposite. */
async function theOther() {
  const { printEnabled, smsEnabled } = await hours.db.settings.findUniqueOrThrow({
    where: { creditorId: hours.creditor.id },
  });
  return { print_enabled: !printEnabled, sms_enabled: !smsEnabled };
}
