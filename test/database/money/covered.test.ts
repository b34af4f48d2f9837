import { expect, it } from 'vitest';
import { loadCaseForPlan } from '../../../facts/plan/load-case.ts';
import { planInput } from '../../../facts/plan/plan-input.ts';
import { createWorld, NOW } from '../world.ts';

it.each([
  [99_50, 'that leaves no more than the tolerance covers the claim: its next step asks a person', true],
  [99_49, 'that leaves more than the tolerance does not', false],
])('Free money of %i cents %s', async (freeCents, _what, isCovered) => {
  const world = await createWorld({ toleranceCents: 50 });
  const { reference } = await world.customer();
  const { id } = await world.invoice(reference);
  const free = { amount_cents: freeCents, customer_reference: reference, allocations: [] };
  await world.pay('', 0, free);
  const { creditCover } = await world.db.$transaction(async (tx) =>
    planInput(tx, await loadCaseForPlan(tx, id), NOW, { connectors: null }),
  );
  expect(creditCover).toBe(isCovered);
});
