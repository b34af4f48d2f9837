import { lazy, Suspense } from 'react';
import { useKeptEdits } from '../draft/kept-edits.ts';

const KeptActions = lazy(async () => ({ default: (await import('../action/kept-actions.tsx')).KeptActions }));

/** While something that was changed of a draft is kept, on whichever page one is. */
export function KeptActionsOnDemand() {
  return Object.keys(useKeptEdits()).length > 0 ? (
    <Suspense>
      <KeptActions />
    </Suspense>
  ) : null;
}
