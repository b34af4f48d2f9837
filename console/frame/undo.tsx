import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createStore, useStore } from '../states/store.ts';
import { currentLanguage } from '../words/language.ts';

interface Undoable {
  /** What was done, e.g. « FA-12 mis au contentieux ». */
  said: string;
  undo: () => void;
}

const UNDO = { fr: 'Annuler', en: 'Undo' };

/** What can still be taken back, the latest last: each as long as its notice is there. */
const offered = createStore<readonly { undoable: Undoable; notice: string }[]>([]);

/** Says what was done and offers to take it back, by its button or by Z. Never for a sending: what has left has left. */
export function offerUndo(undoable: Undoable): void {
  const notice = notifications.show({
    withBorder: true,
    autoClose: 10_000,
    message: <Offer undoable={undoable} />,
    onClose: () => withdraw(undoable),
  });
  offered.set([...offered.get(), { undoable, notice }]);
}

/** `Z`: takes back what was done last, if that can be. */
export function undoLast(): void {
  const last = offered.get().at(-1);
  if (last) undoOne(last.undoable);
}

/** What this notice says, whichever others came after it. */
function undoOne(undoable: Undoable): void {
  const offer = offered.get().find((one) => one.undoable === undoable);
  if (!offer) return;
  withdraw(undoable);
  notifications.hide(offer.notice);
  undoable.undo();
}

const withdraw = (undoable: Undoable) => offered.set(offered.get().filter((one) => one.undoable !== undoable));

function Offer({ undoable }: { undoable: Undoable }) {
  const isLast = useStore(offered).at(-1)?.undoable === undoable;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{undoable.said}</Text>
      <Button variant="default" onClick={() => undoOne(undoable)} rightSection={isLast && 'Z'}>
        {UNDO[currentLanguage()]}
      </Button>
    </Group>
  );
}
