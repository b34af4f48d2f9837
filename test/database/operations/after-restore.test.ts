import { describe, expect, it } from 'vitest';
import { confirmAfterRestore } from '../../../facts/creditors/after-restore.ts';
import { openWorld } from '../holds/case-world.ts';
import { openSending } from '../messages/sending-world.ts';

// Postgres was restored to an earlier instant: reminders have left since of which it knows nothing, and customers have paid.

describe('After a restore of Postgres', () => {
  it('the next reminder of every open case waits for a person, of every creditor and whatever its mode and setting', async () => {
    const [ours, theirs] = [await openWorld(), await openWorld()];
    const cases = [await ours.plannedCase(), await theirs.plannedCase()];
    for (const world of [ours, theirs]) await world.setSettings({ confirmAfterRelease: false });
    const modes = cases.map(async ({ id }) => (await ours.read(id)).openStep?.mode);
    expect(await Promise.all(modes)).toEqual(['automatic', 'automatic']);
    expect(await confirmAfterRestore(ours.db)).toBeGreaterThanOrEqual(2);
    for (const [index, world] of [ours, theirs].entries()) {
      const before = await world.read(cases[index]!.id);
      // Told to a workflow that runs, and planned by one that is started anew.
      expect(before.version).toBeGreaterThan(before.toldVersion);
      const { step, sentence } = await world.plan(before.id);
      expect(step?.mode).toBe('to_confirm');
      expect(sentence).toMatch(/rétablie d’une sauvegarde/);
    }
  });

  it('what had been made and had not left is held back', async () => {
    const sending = await openSending('http://127.0.0.1:1');
    const [untouched, before] = [await sending.rendered(), await sending.rendered()];
    expect(await sending.handOver(untouched)).toMatchObject({ kind: 'go' });
    await confirmAfterRestore(sending.world.db);
    await sending.handOver(before).catch(() => 'nobody could be told: Temporal is away');
    expect((await sending.row(before)).status).toBe('cancelled');
    // Of one that had been handed over nobody knows.
    expect(await sending.handOver(untouched, undefined, true)).toEqual({ kind: 'ambiguous' });
  });

  it('a case that is closed stays as it is, and one that goes live says so still', async () => {
    const world = await openWorld();
    const [paid, trial] = [await world.plannedCase(), await world.plannedCase()];
    await world.pay(paid.number, 30_000);
    await world.db.invoice.update({ where: { id: trial.id }, data: { confirmReason: 'going_live' } });
    const { version } = await world.read(paid.id);
    await confirmAfterRestore(world.db);
    expect(await world.read(paid.id)).toMatchObject({ version, confirmReason: null });
    expect(await world.read(trial.id)).toMatchObject({ confirmReason: 'going_live' });
  });
});
