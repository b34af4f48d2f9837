import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { useUserName } from '../choose/user-select.tsx';
import { offerUndo } from '../frame/undo.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { assignWords } from './assign-words.ts';
import { type Assigned, formerCollectors, NOBODY, portionsOf } from './former-collectors.ts';

/**
 * Assigns these customers to the chosen collector (NOBODY: to none). The undo (Z) gives them back to their former
 * collectors.
 */
export function useAssign(customers: readonly Assigned[], onDoneHere: () => void) {
  const w = useWords(assignWords);
  const { count } = useFormats();
  const userName = useUserName();
  const said = count(customers.length, w.one, w.many);
  const giveBack = useChange({
    run: async (former: ReturnType<typeof formerCollectors>) => {
      for (const { collectorId, ids } of former) await give(ids, collectorId);
    },
    done: () => w.givenBack,
  });
  const assign = useChange({
    run: async (chosen: string) => {
      const former = formerCollectors(customers, chosen);
      const ids = customers.map(({ id }) => id);
      await give(ids, chosen === NOBODY ? null : chosen);
      return { former, said };
    },
    onDone: (done, chosen) => {
      const name = userName(chosen) ?? '';
      offerUndo({
        said: chosen === NOBODY ? w.released(done.said) : w.assigned(done.said, name),
        undo: () => giveBack.mutate(done.former),
      });
    },
    onDoneHere,
  });
  return { assign, label: (chosen: string | null) => (chosen === NOBODY ? w.release(said) : w.assign(said)) };
}

async function give(ids: readonly string[], collectorId: string | null): Promise<void> {
  for (const portion of portionsOf(ids)) {
    await answerOf(api.POST('/v1/customers/assign', { body: { customer_ids: portion, collector_id: collectorId } }));
  }
}
