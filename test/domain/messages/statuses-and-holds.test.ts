import { describe, expect, it } from 'vitest';
import { attentionAfter, type ProviderNews, statusAfter } from '../../../domain/messages/provider-status.ts';
import { type MessageOrigin, stoppingHold } from '../../../domain/messages/stopping-holds.ts';

const news = (event: ProviderNews['event'], bounceType: ProviderNews['bounceType'] = null) => ({ event, bounceType });

describe('What a provider says after the fact', () => {
  it.each([
    ['sending', 'sent', 'sent'],
    ['ambiguous', 'sent', 'sent'],
    ['ambiguous', 'delivered', 'delivered'],
    ['sent', 'delivered', 'delivered'],
    ['sent', 'bounced', 'bounced'],
    ['delivered', 'complained', 'complained'],
    ['sending', 'failed', 'failed'],
  ] as const)('moves %s on by "%s" to %s', (status, event, after) => {
    expect(statusAfter(status, news(event))).toBe(after);
  });

  it.each([
    ['delivered', 'sent'],
    ['sent', 'sent'],
    ['bounced', 'delivered'],
    ['bounced', 'complained'],
    ['complained', 'bounced'],
    ['failed', 'sent'],
    ['sent', 'opened'],
    ['sent', 'clicked'],
    ['sent', 'delayed'],
    ['reserved', 'delivered'],
    ['rendered', 'sent'],
    ['cancelled', 'delivered'],
  ] as const)('leaves %s as it is at "%s": it never goes back', (status, event) => {
    expect(statusAfter(status, news(event))).toBeNull();
  });

  it('stops the ladder after a hard bounce or a complaint, and for nothing else', () => {
    expect(attentionAfter(news('bounced', 'hard'))).toBe('hard_bounce');
    expect(attentionAfter(news('complained'))).toBe('complaint');
    expect(attentionAfter(news('bounced', 'soft'))).toBeNull();
    expect(attentionAfter(news('bounced', 'undetermined'))).toBeNull();
    expect(attentionAfter(news('bounced'))).toBeNull();
    expect(attentionAfter(news('delivered', 'hard'))).toBeNull();
  });
});

describe('What a hold stops', () => {
  const KINDS = ['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'] as const;
  const stopped: Record<MessageOrigin, readonly (typeof KINDS)[number][]> = {
    step: KINDS,
    run: KINDS,
    manual: ['litigation', 'dispute'],
    specific_action: ['litigation', 'pause', 'customer_pause'],
    statement: ['litigation', 'dispute'],
    acknowledgement: [],
    internal: [],
  };

  it.each(Object.keys(stopped) as MessageOrigin[])('of what leaves as "%s"', (origin) => {
    for (const kind of KINDS)
      expect(stoppingHold(origin, [{ kind }]), kind).toBe(stopped[origin].includes(kind) ? kind : null);
    expect(stoppingHold(origin, [])).toBeNull();
  });

  it('a specific action: a promise made after it was planned, not the one that it was planned for', () => {
    const [before, then, after] = [10, 11, 12].map((day) => new Date(Date.UTC(2026, 11, day))) as [Date, Date, Date];
    const own = { kind: 'specific_action', actionId: 'one', sinceAt: then } as const;
    const promise = (sinceAt: Date) => ({ kind: 'promise', actionId: null, sinceAt }) as const;
    expect(stoppingHold('specific_action', [promise(after), own], 'one')).toBe('promise');
    expect(stoppingHold('specific_action', [promise(before), own], 'one')).toBeNull();
    expect(stoppingHold('specific_action', [promise(then), own], 'one')).toBeNull();
    expect(stoppingHold('specific_action', [promise(after), { ...own, actionId: 'other' }], 'one')).toBeNull();
    expect(stoppingHold('acknowledgement', [promise(after), own], 'one')).toBeNull();
    expect(stoppingHold('manual', [promise(after), own], 'one')).toBeNull();
  });

  it('a specific action: a promise that was over when it was planned and stands again, not one that was over later', () => {
    const day = (dayOfMonth: number) => new Date(Date.UTC(2026, 11, dayOfMonth));
    const own = { kind: 'specific_action', actionId: 'one', sinceAt: day(12) } as const;
    const stopsIt = (lapsedOn: number, againOn: number) => {
      const promise = { kind: 'promise', sinceAt: day(1), lapsedAt: day(lapsedOn), againAt: day(againOn) } as const;
      return stoppingHold('specific_action', [promise, own], 'one');
    };
    expect([stopsIt(10, 13), stopsIt(12, 13)]).toEqual(['promise', 'promise']);
    expect([stopsIt(10, 12), stopsIt(10, 11), stopsIt(13, 14)]).toEqual([null, null, null]);
  });

  it.each(['insolvency', 'overindebtedness'])(
    'a pause for %s: whatever claims the money, a reminder by hand too',
    (cause) => {
      const unpayable = [{ kind: 'customer_pause', cause }] as const;
      for (const origin of ['step', 'run', 'manual', 'specific_action', 'statement_to_notary'] as const)
        expect(stoppingHold(origin, unpayable)).toBe('customer_pause');
      for (const origin of ['statement', 'acknowledgement', 'internal'] as const)
        expect(stoppingHold(origin, unpayable)).toBeNull();
      for (const other of ['deceased', 'other', null])
        for (const origin of ['manual', 'statement_to_notary'] as const)
          expect(stoppingHold(origin, [{ kind: 'pause', cause: other }])).toBeNull();
    },
  );

  it('is told by the first that stops it', () => {
    const holds = [{ kind: 'promise' }, { kind: 'dispute' }, { kind: 'litigation' }] as const;
    expect(stoppingHold('manual', holds)).toBe('dispute');
    expect(stoppingHold('step', holds)).toBe('promise');
  });
});
