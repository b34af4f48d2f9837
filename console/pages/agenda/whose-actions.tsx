import { Button } from '@mantine/core';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  { mine: 'Mes actions', team: 'Toute l’équipe' },
  { mine: 'My actions', team: 'The whole team' },
);

/** Whether the actions shown are those of whoever looks: his own, and those of his customers that nobody is named for. */
export function useIsMine(): boolean {
  const { user } = useSession();
  const { get } = useAddress();
  return user !== null && get('collector_id') === user.id;
}

/** From one's own actions to the whole team's, and back. */
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
