import type { HistoryData } from '../domain/case/history-text.ts';
import type { Transaction } from '../prisma/client.ts';

/** An id before and after; null for none. */
interface Change {
  from: string | null;
  to: string | null;
}

/** The changes of a customer or an invoice whose values have names. */
export interface NamedChange {
  group?: Change;
  scenario?: Change;
  collector?: Change;
}

type Names = Pick<
  HistoryData,
  'groupName' | 'groupNameBefore' | 'scenarioName' | 'scenarioNameBefore' | 'collectorName' | 'collectorNameBefore'
>;

/**
 * The names of groups, scenarios and collectors for the history, which keeps them because they may be renamed or
 * deleted. One result for each change, in order.
 */
export async function namesOfChanges(tx: Transaction, changes: readonly NamedChange[]): Promise<Names[]> {
  const named = async (of: keyof NamedChange, read: (ids: string[]) => Promise<{ id: string; name: string }[]>) => {
    const ids = changes.flatMap((change) => [change[of]?.from ?? [], change[of]?.to ?? []].flat());
    return new Map(ids.length === 0 ? [] : (await read([...new Set(ids)])).map(({ id, name }) => [id, name]));
  };
  const select = { id: true, name: true } as const;
  const groups = await named('group', (ids) => tx.customerGroup.findMany({ where: { id: { in: ids } }, select }));
  const scenarios = await named('scenario', (ids) => tx.scenario.findMany({ where: { id: { in: ids } }, select }));
  const users = await named('collector', (ids) => tx.user.findMany({ where: { id: { in: ids } }, select }));
  const said = (names: ReadonlyMap<string, string>, change: Change | undefined) => {
    if (!change || change.from === change.to) return null;
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return { to: nameOf(change.to), from: nameOf(change.from) };
  };
  return changes.map((change) => {
    const group = said(groups, change.group);
    const scenario = said(scenarios, change.scenario);
    const collector = said(users, change.collector);
    return {
      ...(group && { groupName: group.to, groupNameBefore: group.from }),
      ...(scenario && { scenarioName: scenario.to, scenarioNameBefore: scenario.from }),
      ...(collector && { collectorName: collector.to, collectorNameBefore: collector.from }),
    };
  });
}
