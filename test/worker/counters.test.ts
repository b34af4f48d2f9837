import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import type { Activities } from '../../activities/create-activities.ts';
import { countActivities, createCounters } from '../../worker/counters.ts';

/** The counters of a worker whose activities end in this way. */
function counting(
  answers: { [Name in keyof Activities]?: Awaited<ReturnType<Activities[Name]>> },
  slugOf = () => Promise.resolve('acme'),
) {
  const counters = createCounters(new Registry());
  const answering = Object.entries(answers).map(([name, answer]) => [name, () => Promise.resolve(answer)]);
  const activities = Object.fromEntries(answering) as unknown as Activities;
  const counted = countActivities(activities, counters, slugOf);
  const outcomes = async () => {
    const { values } = await counters.settled.get();
    return values.map(({ labels, value }) => [labels['creditor'], labels['outcome'], value]);
  };
  const heldBack = async () => (await counters.heldBack.get()).values.reduce((sum, { value }) => sum + value, 0);
  const tries = async () =>
    (await counters.tries.get()).values.map(({ labels }) => [labels['creditor'], labels['outcome']]);
  return { counted, outcomes, heldBack, tries };
}

const call = { creditorId: 'c', messageId: 'm', at: '2026-10-01T08:00:00Z' };

it.each([
  ['could not be rendered', { renderMessage: { kind: 'over', status: 'failed' } }, 'failed'],
  ['was cancelled before it was rendered', { renderMessage: { kind: 'over', status: 'cancelled' } }, 'cancelled'],
  ['was found at the provider', { askProvider: { kind: 'over', status: 'delivered' } }, 'delivered'],
  ['was held back at the hand-over', { handOver: { kind: 'cancelled' } }, 'cancelled'],
  ['was settled by somebody meanwhile', { handOver: { kind: 'cancelled', status: 'sent' } }, 'sent'],
] as const)('A message that %s is counted as settled', async (_what, answers, outcome) => {
  const { counted, outcomes } = counting(answers);
  const [name] = Object.keys(answers) as [keyof typeof counted];
  await counted[name](call as never);
  expect(await outcomes()).toEqual([['acme', outcome, 1]]);
});

it('One whose outcome its workflow records is counted by that, and what somebody else settled was not held back', async () => {
  const { counted, outcomes, heldBack } = counting({
    settleMessage: undefined,
    handOver: { kind: 'cancelled', status: 'cancelled' },
  });
  await counted.settleMessage({ ...call, outcome: { kind: 'sent', reference: 'x' } });
  await counted.handOver({ ...call, unknown: false });
  expect(await outcomes()).toEqual([
    ['acme', 'sent', 1],
    ['acme', 'cancelled', 1],
  ]);
  expect(await heldBack()).toBe(0);
});

it('One that may have left is counted once, when it is known whether it did', async () => {
  const { counted, outcomes } = counting({ settleMessage: undefined });
  await counted.settleMessage({ ...call, outcome: { kind: 'ambiguous', nextAskAt: null } });
  expect(await outcomes()).toEqual([]);
  await counted.settleMessage({ ...call, outcome: { kind: 'settled', outcome: 'not_sent' } });
  expect(await outcomes()).toEqual([['acme', 'not_sent', 1]]);
});

it('One that is rendered, may leave, or of which the provider knows nothing is not settled', async () => {
  const { counted, outcomes } = counting({
    renderMessage: { kind: 'ready' },
    handOver: { kind: 'go' },
    askProvider: { kind: 'not_found' },
  });
  await counted.renderMessage(call);
  await counted.handOver({ ...call, unknown: false });
  await counted.askProvider({ ...call, cursor: null, nextAskAt: null });
  expect(await outcomes()).toEqual([]);
});

it('What the provider accepted is told though Postgres is away, or silent, when it is counted', async () => {
  const accepted = { deliverMessage: { kind: 'accepted', reference: 'mail-1' } } as const;
  const away = counting(accepted, () => Promise.reject(new Error('Postgres went away')));
  expect(await away.counted.deliverMessage(call)).toEqual(accepted.deliverMessage);
  expect(await away.tries()).toEqual([['unknown', 'accepted']]);
  const silent = counting(accepted, () => new Promise<string>(() => undefined));
  expect(await silent.counted.deliverMessage(call)).toEqual(accepted.deliverMessage);
});
