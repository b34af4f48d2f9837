import { beforeAll, expect, it } from 'vitest';
import { plus } from '../e2e/french-days.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { type SetUp, setUpBusiness } from './set-up.ts';

// The clock moves forward many days at once. On one of the nights between, a customer changes group: from that day on, the case follows
// the new group's scenario.

interface PlannedLine {
  at: string;
  data: { due_on?: string };
}

let set: SetUp;
let late: CaseFile;
let startOn: string;

beforeAll(async () => {
  set = await setUpBusiness();
  const scenario_id = await set.scenarioOf([{ key: 'r1', level: 1, delay_days: 1 }]);
  const slow = await set.scenarioOf([{ key: 'r1', level: 1, delay_days: 300 }]);
  await set.groupOf('oldest_days_late', 'gte', 30, { scenario_id });
  await set.groupOf('invoice_count', 'gte', 0, { scenario_id: slow, priority: 2 });
  late = await set.owed(20);
  await set.recalculate();
  expect((await late.next()).level).toBe(1);
  startOn = await set.business.today();
  await set.business.advance(21);
});

it('a customer whose group changed at night gets the new scenario’s reminder once, and not before that night', async () => {
  const [message, ...more] = (await set.business.do('GET', `/messages?invoice_id=${late.id}`)).data;
  expect(more).toEqual([]);
  expect(message.sent_at >= plus(startOn, 10)).toBe(true);
  expect(message.sent_at < plus(startOn, 15)).toBe(true);
  expect(await late.mails()).toHaveLength(1);
});

it('nothing planned for that customer since then is dated before the change of group', async () => {
  const { data } = await set.business.do('GET', `/invoices/${late.id}/history?limit=200`);
  const planned: PlannedLine[] = data.filter(
    ({ at, kind }: { at: string; kind: string }) => kind === 'planned' && at > plus(startOn, 1),
  );
  // The step of the new scenario is among them, so there is at least one.
  expect(planned.filter((line) => line.data.due_on !== undefined).length).toBeGreaterThan(0);
  for (const { at, data: plan } of planned)
    if (plan.due_on !== undefined) expect(plan.due_on >= plus(startOn, 10), `${at}: ${plan.due_on}`).toBe(true);
});
