import { expect, it } from 'vitest';
import { callBody, NOTHING_AFTER } from '../../console/case/dialogs/call-body.ts';

const said = { outcome: 'reached', comment: ' Rappeler jeudi ' } as const;
const call = { ...said, calledAt: '2026-11-27 09:30:00', after: NOTHING_AFTER };

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

it('with the day on which to call again, and without one nothing of it is sent', () => {
  const after = { againOn: '2026-12-01', isPromised: true };
  expect(callBody({ ...call, calledAt: null, after }, [], 'Europe/Paris')).toEqual({
    ...{ outcome: 'reached', comment: 'Rappeler jeudi', invoice_ids: [], call_again_on: '2026-12-01' },
  });
});
