import { Alert, Button, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../frame/session.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord } from '../../level/level.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { LiveDialog } from './live-dialog.tsx';
import { liveWords } from './live-words.ts';

/** What would have to be confirmed on the first day, and the button to go live. */
export function LiveTab() {
  const w = useWords(liveWords);
  const { live, sends } = useSession();
  if (live) {
    return (
      <Alert color="gray" variant="light" title={w.live}>
        {sends === 'nowhere' ? w.liveNowhere : w.liveText}
      </Alert>
    );
  }
  return (
    <Stack gap="md" maw={680}>
      <div>
        <Title order={2} size="h5">
          {w.before}
        </Title>
        <Text>{w.beforeText}</Text>
      </div>
      <FirstDay />
    </Stack>
  );
}

/** The dry run is expensive for the server: request it once. */
function FirstDay() {
  const w = useWords(liveWords);
  const { count, money, language } = useFormats();
  const { currency, demo } = useSession();
  const { data: providers } = useProviders();
  const [isAsking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'live', 'dry-run'],
    queryFn: () => answerOf(api.POST('/v1/settings/live', { body: { dry_run: true } })),
    enabled: providers !== undefined && providers.mail.provider !== null && demo.offset_days === 0,
    refetchInterval: false,
    staleTime: 60_000,
    retry: false,
  });
  if (providers?.mail.provider === null) return <NotYet why={w.noKey} />;
  if (demo.offset_days > 0) return <NotYet why={w.clockAhead} />;
  if (!data) return error ? <Refused error={error} retry={() => void refetch()} /> : <Loading lines={4} />;
  const cases = (number: number) => count(number, w.one, w.many);
  return (
    <>
      <Title order={2} size="h5">
        {w.firstDay}
      </Title>
      <Text>{w.cases(cases(data.cases))}</Text>
      {data.first_day.length === 0 ? (
        <Text c="dimmed">{w.nothing}</Text>
      ) : (
        <Table verticalSpacing={6} fz={13} aria-label={w.firstDay}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.level}</Table.Th>
              <Table.Th>{w.kind}</Table.Th>
              <Table.Th ta="right">{w.count}</Table.Th>
              <Table.Th ta="right">{w.amount}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.first_day.map((line) => (
              <Table.Tr key={`${line.level} ${line.kind}`}>
                <Table.Td>
                  <LevelBadge level={line.level} />
                </Table.Td>
                <Table.Td>{kindWord(line.kind, language)}</Table.Td>
                <Table.Td ta="right">{line.count}</Table.Td>
                <Table.Td ta="right">{money(line.balance_cents, currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text>{data.no_address > 0 ? w.noAddress(cases(data.no_address)) : w.allReachable}</Text>
      <div>
        <Button onClick={() => setAsking(true)}>{w.open}</Button>
      </div>
      {isAsking && <LiveDialog cases={cases(data.cases)} close={() => setAsking(false)} />}
    </>
  );
}

function Refused({ error, retry }: { error: unknown; retry: () => void }) {
  const w = useWords(liveWords);
  const why = whyNotLive(error, w);
  return why ? <NotYet why={why} /> : <Failed error={error} retry={retry} />;
}

function NotYet({ why }: { why: string }) {
  const w = useWords(liveWords);
  return (
    <Alert color="gray" variant="light" title={w.refused} role="status">
      {why}
    </Alert>
  );
}

const whyNotLive = (error: unknown, w: typeof liveWords.fr): string | undefined => {
  if (!(error instanceof ApiProblem)) return undefined;
  return { no_provider_key: w.noKey, clock_is_ahead: w.clockAhead, already_live: w.liveText }[error.code];
};
