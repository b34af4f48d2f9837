import { Anchor, Group, Text } from '@mantine/core';
import { lazy } from 'react';
import { Link } from 'react-router';
import { useCase } from '../case/case-data.ts';
import { PageDrawer } from '../frame/page-drawer.tsx';
import { Loading } from '../states/loading.tsx';
import { OnDemand } from '../states/on-demand.tsx';
import { useCustomerName } from '../words/customer-name.ts';
import { defineWords, useWords } from '../words/words.ts';
import { loadCaseView } from './prefetch-case.ts';

const CaseView = lazy(async () => ({ default: (await loadCaseView()).CaseView }));

const words = defineWords(
  { title: 'Dossier', whole: 'Ouvrir en pleine page' },
  { title: 'Case', whole: 'Open as a page' },
);

/** The case in a drawer beside a list that stays usable. */
export function CaseDrawer({ invoiceId, close }: { invoiceId: string | undefined; close: () => void }) {
  const w = useWords(words);
  return (
    <PageDrawer
      isOpen={invoiceId !== undefined}
      close={close}
      size={820}
      title={
        invoiceId && (
          <Group gap="md">
            <Title invoiceId={invoiceId} />
            <Anchor component={Link} to={`/dossiers/${invoiceId}`} size="sm">
              {w.whole}
            </Anchor>
          </Group>
        )
      }
    >
      <OnDemand meanwhile={<Loading />}>{invoiceId && <CaseView invoiceId={invoiceId} key={invoiceId} />}</OnDemand>
    </PageDrawer>
  );
}

function Title({ invoiceId }: { invoiceId: string }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  const { data } = useCase(invoiceId);
  return <Text fw={620}>{data ? `${data.data.number} · ${nameOf(data.data.customer)}` : w.title}</Text>;
}
