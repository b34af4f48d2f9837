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

/** What can still be undone, the latest last, each while its notice is shown. */
const offered = createStore<readonly { undoable: Undoable; notice: string }[]>([]);

/** Says what was done and offers to undo it, by a button or Z. Never used for a message that was sent. */
export function offerUndo(undoable: Undoable): void {
  const notice = notifications.show({
    withBorder: true,
    autoClose: 10_000,
    message: <Offer undoable={undoable} />,
    onClose: () => withdraw(undoable),
  });
  offered.set([...offered.get(), { undoable, notice }]);
}

/** Key `Z`: undoes the latest change that can still be undone. */
export function undoLast(): void {
  const last = offered.get().at(-1);
  if (last) undoOne(last.undoable);
}

/** Undoes what this notice is about, even when others came after it. */
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
      <Text miw={0}>{undoable.said}</Text>
      <Button variant="default" flex="none" onClick={() => undoOne(undoable)} rightSection={isLast && 'Z'}>
        {UNDO[currentLanguage()]}
      </Button>
    </Group>
  );
}
