import { describe, expect, it } from 'vitest';
import { callBody, NOTHING_AFTER } from '../../console/case/dialogs/call-body.ts';
import { promisableOf } from '../../console/case/dialogs/promisable.ts';

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

describe('a promise made on the telephone', () => {
  const invoice = (status: string, kind = 'invoice') => ({ data: { kind, days_late: 3, dunning: { status } } });
  const read = (data: ReturnType<typeof invoice> | undefined, isError = false) => ({ data, isError });

  it('is noted of the one open invoice that the call was about', () => {
    const open = invoice('overdue');
    expect(promisableOf(['f'], read(open))).toBe(open);
    expect(promisableOf(['f'], read(undefined))).toBeUndefined(); // The customer is still being read.
  });

  it('is noted of nothing when there are more invoices by now, none, or one that is over: then the call goes on without', () => {
    const open = invoice('overdue');
    expect(promisableOf(['f', 'g'], read(open))).toBeNull();
    expect(promisableOf([], read(undefined))).toBeNull();
    expect(promisableOf(['f'], read(invoice('paid')))).toBeNull();
    expect(promisableOf(['f'], read(invoice('overdue', 'credit_note')))).toBeNull();
    expect(promisableOf(['f'], read(undefined, true))).toBeNull(); // The customer cannot be read.
  });
});
