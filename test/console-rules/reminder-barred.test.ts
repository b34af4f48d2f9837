import { expect, it } from 'vitest';
import { barredBy } from '../../console/case/dialogs/reminder/barred-by.ts';
import { HOLD_KINDS } from '../../domain/case/state.ts';
import { forbidsPayment, stoppingHold } from '../../domain/messages/stopping-holds.ts';

// « Relancer… » on a held case asks for a reason only where a reason lets the reminder leave.

const CAUSES = [null, 'insolvency', 'overindebtedness', 'deceased', 'other'];
const HOLDS = HOLD_KINDS.flatMap((kind) =>
  (kind.endsWith('pause') ? CAUSES : [null]).map((cause) => ({ kind, cause }) as const),
);

it.each(HOLDS)('a reason for a reminder in spite of $kind ($cause) is asked for where the server takes one', (hold) => {
  const isRefused = forbidsPayment(hold) || stoppingHold('manual', [hold]) !== null;
  expect(barredBy([hold]) !== null).toBe(isRefused);
});

it('what cannot be ended by the collector is named first', () => {
  const both = [{ kind: 'dispute', cause: null } as const, { kind: 'customer_pause', cause: 'insolvency' } as const];
  expect(barredBy(both)).toBe('insolvency');
  expect(barredBy([])).toBeNull();
});
