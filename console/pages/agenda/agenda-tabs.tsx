import { Tabs } from '@mantine/core';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useAddress } from '../../frame/use-address.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { AGENDA_TABS, agendaQuery, type AgendaTab, tabOf } from './agenda-query.ts';
import { useIsMine } from './whose-actions.tsx';

const words = defineWords(
  {
    tabs: 'État des actions',
    waiting: 'En attente',
    waitingForYou: 'En attente de vous',
    to_confirm: 'À confirmer',
    to_do: 'À faire',
    needs_attention: 'À traiter',
    planned: 'Prévues',
    done: 'Faites',
  },
  {
    tabs: 'State of the actions',
    waiting: 'Waiting',
    waitingForYou: 'Waiting for you',
    to_confirm: 'To confirm',
    to_do: 'To do',
    needs_attention: 'Needs attention',
    planned: 'Planned',
    done: 'Done',
  },
);

const TABS = Object.keys(AGENDA_TABS) as AgendaTab[];
const COUNTS_MS = 15_000;
/** Finished actions only become more, and counting many takes longer. */
const DONE_MS = 60_000;

/** The tabs by state of action, each with its count under the current filters. */
export function AgendaTabs() {
  const w = useWords(words);
  const { number } = useFormats();
  const { params, set } = useAddress();
  const counts = useCounts(params);
  const isMine = useIsMine();
  return (
    <Tabs
      value={tabOf(params)}
      onChange={(tab) => set({ tab: tab === 'waiting' ? null : tab, sort: null })}
      px={16}
      mb={8}
      style={{ flex: 'none' }}
    >
      <Tabs.List aria-label={w.tabs}>
        {TABS.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={counts[tab] === undefined ? null : <span className="figures">{number(counts[tab])}</span>}
          >
            {w[tab === 'waiting' && isMine ? 'waitingForYou' : tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

function useCounts(params: URLSearchParams): Partial<Record<AgendaTab, number>> {
  const { todayOn } = useFormats();
  const { status: _status, sort: _sort, ...filters } = agendaQuery(params, todayOn);
  const found = useQueries({
    queries: TABS.map((tab) => ({
      queryKey: ['actions', 'count', tab, filters],
      refetchInterval: tab === 'done' ? DONE_MS : COUNTS_MS,
      meta: { isCostly: tab === 'done' },
      placeholderData: keepPreviousData,
      queryFn: () =>
        answerOf(
          api.GET('/v1/actions', {
            params: { query: { ...filters, status: AGENDA_TABS[tab], limit: 1, count: true } },
          }),
        ),
    })),
  });
  return Object.fromEntries(TABS.map((tab, index) => [tab, found[index]?.data?.total]));
}
