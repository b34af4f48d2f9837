import { Button, Tabs } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { ThirdPartyDialog } from '../../third-party/third-party-dialog.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { DeleteThirdParty } from './delete-third-party.tsx';
import classes from './third-party.module.css';
import { ThirdPartyCard } from './third-party-card.tsx';
import { ThirdPartyReminders } from './third-party-reminders.tsx';

const words = defineWords(
  {
    party: 'Prescripteur ou notaire',
    reminders: 'Relances',
    card: 'Fiche',
    edit: 'Modifier la fiche',
    editing: (name: string) => `Fiche · ${name}`,
  },
  {
    party: 'Referrer or notary',
    reminders: 'Reminders',
    card: 'Card',
    edit: 'Edit the card',
    editing: (name: string) => `Card · ${name}`,
  },
);

/** A referrer or a notary: unpaid files to report, former statements, and the card. */
export function ThirdPartyPage() {
  const w = useWords(words);
  const { thirdPartyId = '' } = useParams();
  const { get, set } = useAddress();
  const { isSupervisor } = useSession();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('third-parties', thirdPartyId),
    queryFn: () => versionedAnswerOf(api.GET('/v1/third-parties/{id}', { params: { path: { id: thirdPartyId } } })),
  });
  if (!data) {
    return (
      <Page title={w.party}>
        {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={8} />}
      </Page>
    );
  }
  const { data: party, etag } = data;
  return (
    <Page
      title={party.name}
      isFilled
      actions={
        isSupervisor && (
          <>
            <DeleteThirdParty party={party} />
            <Button
              variant="default"
              leftSection={<IconPencil size={15} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {w.edit}
            </Button>
          </>
        )
      }
    >
      <Tabs
        className={classes.content}
        keepMounted={false}
        value={get('tab') === 'card' ? 'card' : 'reminders'}
        onChange={(tab) => set({ tab: tab === 'card' ? tab : null })}
      >
        <Tabs.List px={8}>
          <Tabs.Tab value="reminders">{w.reminders}</Tabs.Tab>
          <Tabs.Tab value="card">{w.card}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reminders" className={classes.panel}>
          <ThirdPartyReminders party={party} />
        </Tabs.Panel>
        <Tabs.Panel value="card" p={16}>
          <ThirdPartyCard party={party} />
        </Tabs.Panel>
      </Tabs>
      {isEditing && (
        <ThirdPartyDialog
          title={w.editing(party.name)}
          of={{ party, etag }}
          close={() => setEditing(false)}
          onDone={() => setEditing(false)}
        />
      )}
    </Page>
  );
}
