import { lazy } from 'react';
import { useKeptEdits } from '../draft/kept-edits.ts';
import { OnDemand } from '../states/on-demand.tsx';

const KeptActions = lazy(async () => ({ default: (await import('../action/kept-actions.tsx')).KeptActions }));

/** Watches kept edits of drafts, on every page, while there are any. */
export function KeptActionsOnDemand() {
  return Object.keys(useKeptEdits()).length > 0 ? (
    <OnDemand isUnseen>
      <KeptActions />
    </OnDemand>
  ) : null;
}
