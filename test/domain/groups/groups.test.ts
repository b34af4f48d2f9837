import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criteria, CriteriaNode, Criterion, CustomerFigures } from '../../../domain/groups/criteria.ts';
import { CRITERION_FIELDS, OPS_OF } from '../../../domain/groups/criteria.ts';
import { fits, groupOf, inPriority } from '../../../domain/groups/fits.ts';
import { readCriteria } from '../../../domain/groups/read-criteria.ts';

const TAGS = ['vip', 'agence', 'à surveiller'];
const COLLECTORS = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];

const figures: fc.Arbitrary<CustomerFigures> = fc.record({
  kind: fc.constantFrom('consumer', 'professional', 'public'),
  country: fc.constantFrom('FR', 'BE'),
  language: fc.constantFrom('fr', 'en'),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
  collectorId: fc.constantFrom(null, ...COLLECTORS),
  balanceCents: fc.integer({ min: -5, max: 5 }),
  overdueCents: fc.integer({ min: 0, max: 5 }),
  oldestDaysLate: fc.integer({ min: 0, max: 5 }),
  invoiceCount: fc.integer({ min: 0, max: 3 }),
  levelMax: fc.integer({ min: 0, max: 3 }),
  averageDaysToPay: fc.option(fc.integer({ min: 0, max: 5 })),
});

const VALUES: Record<string, fc.Arbitrary<string | number | null>> = {
  kind: fc.constantFrom('consumer', 'professional', 'public'),
  country: fc.constantFrom('FR', 'BE'),
  language: fc.constantFrom('fr', 'en'),
  tags: fc.constantFrom(...TAGS),
  collector_id: fc.constantFrom(null, ...COLLECTORS),
};
const valueOf = (field: string) => VALUES[field] ?? fc.integer({ min: -5, max: 5 });

const criterion: fc.Arbitrary<Criterion> = fc
  .constantFrom(...(Object.keys(CRITERION_FIELDS) as Criterion['field'][]))
  .chain((field) =>
    fc.constantFrom(...OPS_OF[CRITERION_FIELDS[field].kind]).chain((op) =>
      fc.record({
        field: fc.constant(field),
        op: fc.constant(op),
        value: op === 'in' ? fc.array(valueOf(field), { minLength: 1, maxLength: 3 }) : valueOf(field),
      }),
    ),
  );

const { criteria } = fc.letrec<{ criteria: Criteria; node: CriteriaNode }>((tie) => ({
  criteria: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ all: fc.array(criterion, { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(criterion, { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  ),
  node: fc.oneof({ maxDepth: 3, depthIdentifier: 'criteria' }, criterion, tie('criteria')),
}));

const only = (one: CriteriaNode): Criteria => ({ all: [one] });

describe('Criteria', () => {
  it('of `all` fit when each does, of `any` when one does', () => {
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1 }), figures, (list, of) => {
        expect(fits({ all: list }, of)).toBe(list.every((one) => fits(only(one), of)));
        expect(fits({ any: list }, of)).toBe(list.some((one) => fits(only(one), of)));
      }),
    );
  });
  it('may be put into each other without changing who fits', () => {
    fc.assert(
      fc.property(criteria, figures, (of, customer) => {
        expect(fits({ all: [of] }, customer)).toBe(fits(of, customer));
        expect(fits({ any: [{ all: [of] }] }, customer)).toBe(fits(of, customer));
      }),
    );
  });
  it('with `ne` fit whoever does not fit with `eq`, and with `in` whoever fits one of them', () => {
    fc.assert(
      fc.property(criterion, figures, (one, of) => {
        const values = [one.value].flat();
        const each = values.map((value) => fits(only({ ...one, op: 'eq', value }), of));
        values.forEach((value, index) => expect(fits(only({ ...one, op: 'ne', value }), of)).toBe(!each[index]));
        expect(fits(only({ ...one, op: 'in', value: values }), of)).toBe(each.includes(true));
      }),
    );
  });
  it('with bounds fit both exactly where the value is known and equal', () => {
    const numbers = (Object.keys(CRITERION_FIELDS) as Criterion['field'][]).filter(
      (field) => CRITERION_FIELDS[field].kind === 'number',
    );
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: -5, max: 5 }), figures, (field, value, of) => {
        const is = (op: Criterion['op']) => fits(only({ field, op, value }), of);
        expect(is('gte') && is('lte')).toBe(is('eq'));
        expect(is('gte') || is('lte')).toBe(CRITERION_FIELDS[field].of(of) !== null);
      }),
    );
  });
});

it('a bound is from there on, or up to there', () => {
  const [customer] = fc.sample(figures, 1);
  const owes = (balanceCents: number, op: 'gte' | 'lte') =>
    fits(only({ field: 'balance_cents', op, value: 100 }), { ...customer!, balanceCents });
  expect([99, 100, 101].map((cents) => owes(cents, 'gte'))).toEqual([false, true, true]);
  expect([99, 100, 101].map((cents) => owes(cents, 'lte'))).toEqual([true, true, false]);
});

it('groups are asked by their priority, the older first of two that have the same', () => {
  const group = (id: string, priority: number) => ({ id, priority, criteria: { all: [] } });
  const asked = inPriority([group('3', 2), group('2', 2), group('9', 1), group('1', 2)]);
  expect(asked.map(({ id }) => id)).toEqual(['9', '1', '2', '3']);
});

const group = fc.record({ id: fc.uuid(), priority: fc.integer({ min: 1, max: 3 }), criteria });

describe('A customer', () => {
  it('belongs to the first group he fits, and to none when he fits none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(group, { selector: ({ id }) => id, maxLength: 6 }), figures, (groups, of) => {
        const found = groupOf(inPriority(groups), of);
        const fitting = groups.filter((one) => fits(one.criteria, of));
        expect(found === null).toBe(fitting.length === 0);
        if (!found) return;
        expect(fits(found.criteria, of)).toBe(true);
        expect(fitting.every(({ priority }) => found.priority <= priority)).toBe(true);
        expect(groupOf(inPriority(groups.toReversed()), of)).toEqual(found);
      }),
    );
  });
  it('is moved by no group that he does not fit', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), group, figures, (groups, other, of) => {
        fc.pre(!fits(other.criteria, of));
        expect(groupOf(inPriority([...groups, other]), of)).toEqual(groupOf(inPriority(groups), of));
      }),
    );
  });
});

describe('Criteria as they are sent', () => {
  it('are read as they are, whatever their depth', () => {
    fc.assert(
      fc.property(criteria, (of) => {
        expect(readCriteria(of)).toEqual({ criteria: of, faults: [] });
      }),
    );
  });
  it.each([
    ['an unknown field', { all: [{ field: 'turnover', op: 'eq', value: 1 }] }, ['all', 0, 'field']],
    ['a field of every object', { all: [{ field: 'toString', op: 'eq', value: 1 }] }, ['all', 0, 'field']],
    ['an unknown op', { any: [{ field: 'kind', op: 'like', value: 'x' }] }, ['any', 0, 'op']],
    ['a bound on a text', { all: [{ field: 'country', op: 'gte', value: 'FR' }] }, ['all', 0, 'op']],
    ['a text for a number', { all: [{ field: 'balance_cents', op: 'gte', value: '1' }] }, ['all', 0, 'value']],
    ['half a cent', { all: [{ field: 'balance_cents', op: 'gte', value: 0.5 }] }, ['all', 0, 'value']],
    ['a number for a text', { all: [{ field: 'tags', op: 'eq', value: 1 }] }, ['all', 0, 'value']],
    ['an unknown kind', { all: [{ field: 'kind', op: 'in', value: ['consumer', 'x'] }] }, ['all', 0, 'value', 1]],
    ['one value for `in`', { all: [{ field: 'kind', op: 'in', value: 'consumer' }] }, ['all', 0, 'value']],
    ['a list for `eq`', { all: [{ field: 'kind', op: 'eq', value: ['consumer'] }] }, ['all', 0, 'value']],
    ['no value', { all: [{ field: 'kind', op: 'eq' }] }, ['all', 0, 'value']],
    ['something more', { all: [{ field: 'kind', op: 'eq', value: 'consumer', not: 1 }] }, ['all', 0, 'not']],
    ['a collector who is no id', { all: [{ field: 'collector_id', op: 'eq', value: 'Paul' }] }, ['all', 0, 'value']],
    ['nothing', {}, []],
    ['both', { all: [], any: [] }, []],
    ['an empty list', { all: [] }, ['all']],
    ['a list of anything', { all: [7] }, ['all', 0]],
    ['another word', { not: [] }, ['not']],
    ['a fault deep down', { all: [{ any: [{ field: 'x', op: 'eq', value: 1 }] }] }, ['all', 0, 'any', 0, 'field']],
  ])('with %s are refused there', (_what, value, path) => {
    const { criteria: read, faults } = readCriteria(value);
    expect(read).toBeNull();
    expect(faults.map((fault) => fault.path)).toEqual([path]);
  });
  it('are refused with every fault at once, and when they are nested too deep', () => {
    const bad = { field: 'x', op: 'eq', value: 1 };
    expect(readCriteria({ all: [bad, bad] }).faults).toHaveLength(2);
    const nested = (depth: number): unknown =>
      depth === 0 ? { all: [{ field: 'kind', op: 'eq', value: 'public' }] } : { all: [nested(depth - 1)] };
    expect(readCriteria(nested(4)).faults).toEqual([]);
    expect(readCriteria(nested(5)).faults).toMatchObject([{ message: 'must not be nested deeper than 5' }]);
  });

  const kind = { field: 'kind', op: 'eq', value: 'public' };
  const faults = (value: unknown) => readCriteria(value).faults;
  const ofField = (field: string, op: string, value: unknown) => faults({ all: [{ field, op, value }] });

  it('hold up to fifty criteria in a list, and five hundred values in one of them', () => {
    const list = (count: number) => Array.from({ length: count }, () => kind);
    expect(faults({ any: list(50) })).toEqual([]);
    expect(faults({ any: list(51) })).toMatchObject([{ path: ['any'], message: 'must be a list of 1 to 50 criteria' }]);
    const values = (count: number) =>
      ofField(
        'balance_cents',
        'in',
        Array.from({ length: count }, (_, one) => one),
      );
    expect(values(500)).toEqual([]);
    expect(values(501)).toMatchObject([{ path: ['all', 0, 'value'], message: 'must be a list of 1 to 500 values' }]);
    expect(values(0)).toHaveLength(1);
  });

  it('hold texts of a hundred characters at most, whole numbers, and ids in small letters or nobody', () => {
    expect(ofField('tags', 'eq', 'x'.repeat(100))).toEqual([]);
    expect(ofField('tags', 'eq', 'x'.repeat(101))).toMatchObject([
      { message: 'must be a text of 1 to 100 characters' },
    ]);
    expect(ofField('tags', 'eq', '')).toHaveLength(1);
    expect(ofField('balance_cents', 'lte', -5)).toEqual([]);
    expect(ofField('balance_cents', 'eq', 2 ** 53)).toMatchObject([{ message: 'must be a whole number' }]);
    expect(ofField('collector_id', 'eq', null)).toEqual([]);
    expect(ofField('collector_id', 'eq', `x${COLLECTORS[0]!}`)).toMatchObject([{ message: 'must be an id or null' }]);
    const [shouted, another] = [COLLECTORS[0]!.toUpperCase(), null];
    const many = { all: [{ field: 'collector_id', op: 'in', value: [shouted, another] }] };
    expect(readCriteria(many).criteria).toEqual({
      all: [{ field: 'collector_id', op: 'in', value: [COLLECTORS[0], null] }],
    });
    expect(readCriteria({ all: [{ field: 'country', op: 'eq', value: 'FR' }] }).criteria).toEqual({
      all: [{ field: 'country', op: 'eq', value: 'FR' }],
    });
  });

  it('are told what they may be', () => {
    expect(ofField('turnover', 'eq', 1)[0]?.message).toMatch(
      /^must be one of kind, balance_cents, .*average_days_to_pay$/,
    );
    expect(ofField('kind', 'gte', 'public')[0]?.message).toBe('must be one of eq, ne, in for kind');
    expect(ofField('kind', 'eq', 'x')[0]?.message).toBe('must be one of consumer, professional, public');
    expect(faults(7)[0]).toEqual({ path: [], message: 'must be {all: […]} or {any: […]}' });
    expect(faults({ all: [kind], any: [kind] })[0]?.message).toBe('must have either all or any, and nothing else');
    expect(faults({ all: [kind], other: 1 })[0]?.path).toEqual(['other']);
    expect(faults({ all: [{ ...kind, more: 1 }] })).toEqual([{ path: ['all', 0, 'more'], message: 'is not known' }]);
    expect(faults({ all: [{ value: 1 }] })[0]?.path).toEqual(['all', 0, 'field']);
    expect(faults({ all: [{ op: 'eq' }] })[0]?.path).toEqual(['all', 0, 'field']);
    expect(faults({ all: [{ field: 'kind' }] })[0]?.path).toEqual(['all', 0, 'op']);
  });

  it('are nothing else that looks like them', () => {
    expect(faults(null)).toMatchObject([{ path: [] }]);
    expect(faults({ all: [null] })).toMatchObject([{ path: ['all', 0] }]);
    expect(faults({ all: [{ ...kind, field: ['kind'] }] })).toMatchObject([{ path: ['all', 0, 'field'] }]);
    expect(ofField('collector_id', 'eq', [COLLECTORS[0]])).toMatchObject([{ path: ['all', 0, 'value'] }]);
  });
});
