import { expect, it } from 'vitest';
import { isToLookAt } from '../../console/action/confirm-because.ts';

// Which actions a mass confirmation leaves out until a person ticks the box.

it('covered by unallocated money, or the first after a rejected payment, it is looked at by itself', () => {
  for (const why of ['credit_cover', 'reversal', 'allocation_reversed', 'litigation', 'dispute_rejected'] as const)
    expect(isToLookAt({ status: 'to_confirm', confirm_because: [why] })).toBe(true);
});

it('its mode alone, no provider and the day of going live are no reason to look at one among many', () => {
  expect(isToLookAt({ status: 'to_confirm', confirm_because: [] })).toBe(false);
  expect(isToLookAt({ status: 'to_confirm', confirm_because: ['no_provider', 'going_live'] })).toBe(false);
});

it('done or on its way, it asks for no look any more', () => {
  expect(isToLookAt({ status: 'done', confirm_because: ['credit_cover'] })).toBe(false);
});
