import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import {
  type Acknowledgement,
  alarmsOf,
  type Claim,
  isOver,
  latestAlarming,
  limitation,
} from '../../../domain/limitation/limitation.ts';
import { localDates } from '../arbitraries.ts';

/** A consumer's invoice of 12 March 2026, due a month later; tests change what they need. */
const aClaim = (change: Partial<Claim> = {}): Claim => ({
  ...{ debtor: 'consumer', issuedOn: '2026-03-12', dueOn: '2026-04-11', acknowledgements: [] },
  ...change,
});
const ends = (change: Partial<Claim> = {}) => {
  const { earliest, later } = limitation(aClaim(change));
  return [earliest.endsOn, later?.endsOn ?? null];
};
const paid = (on: string): Acknowledgement => ({ kind: 'payment', on });
const promised = (on: string): Acknowledgement => ({ kind: 'promise', on });

describe('A claim is time-barred', () => {
  it('two years after the invoice against a consumer, and a month later for who counts from the due date', () => {
    expect(limitation(aClaim())).toEqual({
      debtor: 'consumer',
      years: 2,
      earliest: { countedFrom: 'issued_on', startsOn: '2026-03-12', restartedBy: null, endsOn: '2028-03-12' },
      later: { countedFrom: 'due_on', startsOn: '2026-04-11', restartedBy: null, endsOn: '2028-04-11' },
      ifOral: null,
      inDoubt: [],
    });
  });

  it('five years after it between professionals', () => {
    expect(ends({ debtor: 'professional' })).toEqual(['2031-03-12', '2031-04-11']);
  });

  it('against a public body at the end of the fourth year after the one in which it arose', () => {
    expect(ends({ debtor: 'public' })).toEqual(['2030-12-31', null]);
    expect(ends({ debtor: 'public', issuedOn: '2026-12-31', dueOn: '2027-01-30' })).toEqual([
      '2030-12-31',
      '2031-12-31',
    ]);
    expect(ends({ debtor: 'public', acknowledgements: [paid('2028-05-02')] })).toEqual(['2032-12-31', null]);
  });

  it('by the earliest of both days, whichever it is, and by one of them where there is no other', () => {
    const { earliest } = limitation(aClaim({ dueOn: '2026-03-01' }));
    expect(earliest).toMatchObject({ countedFrom: 'due_on', endsOn: '2028-03-01' });
    expect(ends({ dueOn: null })).toEqual(['2028-03-12', null]);
    expect(ends({ dueOn: '2026-03-12' })).toEqual(['2028-03-12', null]);
  });

  it('at the end of the last day of February, of a claim of the 29th', () => {
    expect(ends({ issuedOn: '2028-02-29', dueOn: null })).toEqual(['2030-02-28', null]);
    expect(ends({ issuedOn: '2026-02-28', dueOn: null })).toEqual(['2028-02-28', null]);
  });

  it('from the day after its last day on', () => {
    const of = limitation(aClaim());
    expect([isOver(of, '2028-03-12'), isOver(of, '2028-03-13')]).toEqual([false, true]);
  });
});

describe('An acknowledgement', () => {
  it('starts the period anew, counted from either day: a payment, or a promise', () => {
    const of = limitation(aClaim({ acknowledgements: [paid('2027-01-05')] }));
    expect(of.earliest).toMatchObject({ endsOn: '2029-01-05', restartedBy: paid('2027-01-05') });
    expect(of.later).toBeNull();
    expect(ends({ acknowledgements: [promised('2027-06-30')] })).toEqual(['2029-06-30', null]);
  });

  it('does so as often as there is one, in whatever order they are known', () => {
    const acknowledgements = [paid('2029-12-01'), promised('2027-01-05'), paid('2028-10-01')];
    expect(limitation(aClaim({ acknowledgements })).earliest).toMatchObject({
      startsOn: '2029-12-01',
      endsOn: '2031-12-01',
      restartedBy: paid('2029-12-01'),
    });
  });

  it('on the last day is in time, and the day after too late: what is time-barred stays so', () => {
    expect(ends({ dueOn: null, acknowledgements: [paid('2028-03-12')] })).toEqual(['2030-03-12', null]);
    expect(ends({ dueOn: null, acknowledgements: [paid('2028-03-13')] })).toEqual(['2028-03-12', null]);
    expect(ends({ acknowledgements: [paid('2028-03-20')] })).toEqual(['2028-03-12', '2030-03-20']);
  });

  it('before the first day changes nothing: a deposit is paid on what is not owed yet', () => {
    expect(ends({ acknowledgements: [paid('2026-03-11')] })).toEqual(['2028-03-12', '2028-04-11']);
    expect(ends({ acknowledgements: [paid('2026-03-20')] })).toEqual(['2028-03-20', '2028-04-11']);
  });
});

describe('A promise proves nothing unless it is in writing', () => {
  const ifOral = (acknowledgements: Acknowledgement[]) => limitation(aClaim({ acknowledgements })).ifOral;

  it('so what holds without any is kept beside it', () => {
    expect(ifOral([promised('2027-01-05')])).toMatchObject({ countedFrom: 'issued_on', endsOn: '2028-03-12' });
    expect(ifOral([paid('2026-12-24'), promised('2027-01-05')])).toMatchObject({ endsOn: '2028-12-24' });
    // Without the promise, the payment would have come too late.
    expect(ifOral([promised('2028-03-01'), paid('2028-05-01')])).toMatchObject({ endsOn: '2028-03-12' });
  });

  it('and one that is in writing starts the period anew without a second end', () => {
    const written: Acknowledgement = { ...promised('2027-01-05'), isWritten: true };
    const of = limitation(aClaim({ acknowledgements: [written] }));
    expect(of).toMatchObject({ earliest: { endsOn: '2029-01-05', restartedBy: written }, ifOral: null });
    expect(ifOral([written, promised('2027-03-01')])).toMatchObject({ endsOn: '2029-01-05' });
    expect(alarmsOf(of)).toHaveLength(1);
  });

  it('and a payment after it needs none', () => {
    expect(ifOral([promised('2027-01-05'), paid('2027-02-06')])).toBeNull();
    expect(ifOral([promised('2026-03-01')])).toBeNull();
  });
});

describe('A payment that the debtor did not make for this claim may acknowledge another', () => {
  const arguable = (on: string): Acknowledgement => ({ ...paid(on), isArguable: true });

  it('so the end without it stands beside the later one, and is the first that a person is asked about', () => {
    const of = limitation(aClaim({ acknowledgements: [arguable('2027-01-05')] }));
    expect(of).toMatchObject({
      earliest: { endsOn: '2029-01-05' },
      ifOral: { countedFrom: 'issued_on', endsOn: '2028-03-12' },
      inDoubt: ['payment'],
    });
    expect(alarmsOf(of)[0]).toMatchObject({ ifOral: true, endsOn: '2028-03-12', fromOn: '2027-12-13' });
  });

  it('and one of his own after it leaves no doubt', () => {
    const of = limitation(aClaim({ acknowledgements: [arguable('2027-01-05'), paid('2027-02-06')] }));
    expect(of).toMatchObject({ earliest: { endsOn: '2029-02-06' }, ifOral: null, inDoubt: [] });
  });

  it('and beside a promise of which nobody said how it was made both are in doubt', () => {
    const of = limitation(aClaim({ acknowledgements: [promised('2027-01-05'), arguable('2027-02-06')] }));
    expect(of).toMatchObject({ ifOral: { endsOn: '2028-03-12' }, inDoubt: ['promise', 'payment'] });
  });
});

describe('A person is asked to act', () => {
  it('ninety days before the earliest end, until it is over however it is counted', () => {
    expect(alarmsOf(limitation(aClaim()))).toEqual([
      { ifOral: false, endsOn: '2028-03-12', fromOn: '2027-12-13', untilOn: '2028-04-11' },
    ]);
  });

  it('and first as if a promise were not in writing', () => {
    expect(alarmsOf(limitation(aClaim({ acknowledgements: [promised('2027-01-05')] })))).toEqual([
      { ifOral: true, endsOn: '2028-03-12', fromOn: '2027-12-13', untilOn: '2028-03-12' },
      { ifOral: false, endsOn: '2029-01-05', fromOn: '2028-10-07', untilOn: '2029-01-05' },
    ]);
  });
});

const acknowledgements = fc.array(
  fc.record({ kind: fc.constantFrom('payment' as const, 'promise' as const), on: localDates }),
  { maxLength: 6 },
);
const claims: fc.Arbitrary<Claim> = fc.record({
  debtor: fc.constantFrom('consumer' as const, 'professional' as const, 'public' as const),
  issuedOn: localDates,
  dueOn: fc.option(localDates),
  acknowledgements,
});

describe('Whatever the claim', () => {
  it('no period is shorter than the law’s, the earliest is not the later, and only what was in time has started it anew', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const { earliest, later, ifOral, years } = limitation(claim);
        expect(later === null || earliest.endsOn < later.endsOn).toBe(true);
        expect(ifOral === null || ifOral.endsOn < earliest.endsOn).toBe(true);
        for (const period of later ? [earliest, later] : [earliest]) {
          expect(addDays(period.startsOn, 365 * years) <= period.endsOn).toBe(true);
          const firstOn = period.countedFrom === 'issued_on' ? claim.issuedOn : claim.dueOn;
          expect(period.startsOn).toBe(period.restartedBy?.on ?? firstOn);
          const missed = claim.acknowledgements.filter(({ on }) => on > period.startsOn && on <= period.endsOn);
          expect(missed).toEqual([]);
        }
      }),
    );
  });

  it('one acknowledgement more makes no period end earlier, and their order does not matter', () => {
    fc.assert(
      fc.property(claims, localDates, (claim, on) => {
        const end = ({ earliest, later }: ReturnType<typeof limitation>) => [earliest.endsOn, later?.endsOn];
        const more = limitation({ ...claim, acknowledgements: [...claim.acknowledgements, paid(on)] });
        expect(more.earliest.endsOn >= limitation(claim).earliest.endsOn).toBe(true);
        const turned = { ...claim, acknowledgements: claim.acknowledgements.toReversed() };
        expect(end(limitation(turned))).toEqual(end(limitation(claim)));
      }),
    );
  });

  it('who looks for alarms among claims that are old enough misses none', () => {
    fc.assert(
      fc.property(claims, fc.nat(3000), (claim, days) => {
        const [{ fromOn }] = alarmsOf(limitation(claim));
        const oldest = [claim.issuedOn, claim.dueOn ?? claim.issuedOn].sort()[0]!;
        expect(oldest <= latestAlarming(claim.debtor, addDays(fromOn, days))).toBe(true);
      }),
    );
    const [ofLeapDay] = alarmsOf(limitation(aClaim({ issuedOn: '2028-02-29', dueOn: null })));
    expect(latestAlarming('consumer', ofLeapDay.fromOn)).toBe('2028-02-29');
  });
});
