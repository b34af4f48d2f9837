import { expect, it } from 'vitest';
import { callBody } from '../../console/case/dialogs/call-body.ts';

const call = { outcome: 'reached', comment: ' Rappeler jeudi ', calledAt: '2026-11-27 09:30:00' } as const;

it('a call was made at the hour of the creditor’s clock, wherever the browser is', () => {
  expect(callBody(call, ['f'], 'Europe/Paris').called_at).toBe('2026-11-27T08:30:00.000Z');
  expect(callBody(call, ['f'], 'America/Martinique').called_at).toBe('2026-11-27T13:30:00.000Z');
});

it('without an hour it is now', () => {
  expect(callBody({ ...call, calledAt: null }, ['f'], 'Europe/Paris')).toEqual({
    outcome: 'reached',
    comment: 'Rappeler jeudi',
    invoice_ids: ['f'],
  });
});
