import { Button, Select, SimpleGrid, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { keepPreviousData, useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { UserSelect } from '../../choose/user-select.tsx';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { Ageing } from './ageing.tsx';
import { ByLevel } from './by-level.tsx';
import { clock } from './clock.ts';
import { LateCustomers } from './late-customers.tsx';
import { Pace } from './pace.tsx';
import { Recovered } from './recovered.tsx';
import { DASHBOARD } from './report.tsx';
import { TotalDue } from './total-due.tsx';

const words = defineWords(
  {
    title: 'Tableau de bord',
    refresh: 'Actualiser',
    asOf: (time: string) => `à jour à ${time}`,
    collector: 'Tous les chargés',
    collectorLabel: 'Chargé de recouvrement',
    currency: 'Devise',
  },
  {
    title: 'Dashboard',
    refresh: 'Refresh',
    asOf: (time: string) => `as of ${time}`,
    collector: 'All collectors',
    collectorLabel: 'Collector',
    currency: 'Currency',
  },
);

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'];
const EVERY_MINUTE = 60_000;

/**
 * The state of the portfolio: reports on late invoices and on how well money is collected. Each figure links to its
 * list.
 */
export function DashboardPage() {
  const w = useWords(words);
  const queries = useQueryClient();
  const isFetching = useIsFetching({ queryKey: DASHBOARD }) > 0;
  const session = useSession();
  const { get, set } = useAddress();
  const { language } = useLanguage();
  const currency = get('currency') ?? session.currency;
  const collectorId = get('collector_id');
  const narrowed = { collectorId, currency, otherCurrency: currency === session.currency ? undefined : currency };
  const { data, error, refetch } = useQuery({
    queryKey: [...DASHBOARD, 'figures', currency, collectorId ?? ''],
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
    queryFn: () => {
      const query = { currency, ...(collectorId ? { collector_id: collectorId } : {}) };
      return answerOf(api.GET('/v1/dashboard', { params: { query } }));
    },
  });
  return (
    <Page
      title={w.title}
      actions={
        <>
          <UserSelect
            aria-label={w.collectorLabel}
            placeholder={w.collector}
            size="xs"
            w={200}
            value={collectorId}
            onChange={(id) => set({ collector_id: id })}
          />
          <Select
            aria-label={w.currency}
            size="xs"
            w={86}
            allowDeselect={false}
            data={[...new Set([session.currency, currency, ...CURRENCIES])]}
            value={currency}
            onChange={(chosen) => set({ currency: chosen === session.currency ? null : chosen })}
          />
          <Text c="dimmed" role="status">
            {data ? w.asOf(clock(data.now_at, language, session.timeZone)) : ''}
          </Text>
          <Button
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={isFetching}
            onClick={() => void queries.invalidateQueries({ queryKey: DASHBOARD })}
          >
            {w.refresh}
          </Button>
        </>
      }
    >
      {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={12} height={28} />)}
      {data && (
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" px={16}>
          <TotalDue figures={data} narrowed={narrowed} />
          <LateCustomers figures={data} narrowed={narrowed} />
          <ByLevel figures={data} narrowed={narrowed} />
          <Ageing figures={data} narrowed={narrowed} />
          <Recovered figures={data} narrowed={narrowed} />
          <Pace figures={data} narrowed={narrowed} />
        </SimpleGrid>
      )}
    </Page>
  );
}
