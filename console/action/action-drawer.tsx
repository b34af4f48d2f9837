import { Anchor } from '@mantine/core';
import { lazy } from 'react';
import { Link } from 'react-router';
import { useConfirm } from './use-confirm.tsx';
import { PageDrawer } from '../frame/page-drawer.tsx';
import { useAddress } from '../frame/use-address.ts';
import { Loading } from '../states/loading.tsx';
import { OnDemand } from '../states/on-demand.tsx';
import { defineWords, useWords } from '../words/words.ts';

const ActionView = lazy(async () => ({ default: (await import('./action-view.tsx')).ActionView }));

const words = defineWords({ agenda: 'Ouvrir dans l’agenda' }, { agenda: 'Open in the agenda' });

/** The action named in the address, in a drawer: what would be sent, to whom, and every decision. */
export function ActionDrawer() {
  const w = useWords(words);
  const { get, set } = useAddress();
  const actionId = get('action');
  const close = () => set({ action: null }, { atOnce: true });
  const confirm = useConfirm((id) => set({ action: id }));
  return (
    <PageDrawer
      isOpen={actionId !== undefined}
      close={close}
      title={
        actionId && (
          <Anchor component={Link} to={`/agenda/${actionId}`} size="sm">
            {w.agenda}
          </Anchor>
        )
      }
    >
      <OnDemand meanwhile={<Loading />}>
        {actionId && (
          <ActionView
            key={actionId}
            actionId={actionId}
            confirm={(action, body) => {
              close();
              confirm.mutate({ action, body });
            }}
            settled={close}
          />
        )}
      </OnDemand>
    </PageDrawer>
  );
}
