import { Button } from '@mantine/core';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  { mine: 'Mes actions', team: 'Toute l’équipe' },
  { mine: 'My actions', team: 'The whole team' },
);

/**
 * Whether the list shows the user's own actions: those assigned to the user, and unassigned ones of the user's
 * customers.
 */
export function useIsMine(): boolean {
  const { user } = useSession();
  const { get } = useAddress();
  return user !== null && get('collector_id') === user.id;
}

/** Switches between the user's own actions and the whole team's. */
export function WhoseActions() {
  const w = useWords(words);
  const { user } = useSession();
  const { set } = useAddress();
  const isMine = useIsMine();
  if (!user) return null;
  return (
    <Button variant="default" size="compact-sm" onClick={() => set({ collector_id: isMine ? null : user.id })}>
      {isMine ? w.team : w.mine}
    </Button>
  );
}
