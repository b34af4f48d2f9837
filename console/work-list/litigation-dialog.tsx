import { lazy } from 'react';
import { OnDemand } from '../states/on-demand.tsx';
import { createStore, useStore } from '../states/store.ts';
import type { Litigant } from './use-litigation.ts';

const PutInLitigation = lazy(async () => ({ default: (await import('./put-in-litigation.tsx')).PutInLitigation }));

interface Asked {
  of: readonly Litigant[];
  onDone?: () => void;
}

const asked = createStore<Asked | null>(null);

/** Opens the dialog that asks for the reason and says what happens, then puts these cases in litigation. */
export const askForLitigation = (of: readonly Litigant[], onDone?: () => void) =>
  asked.set({ of, ...(onDone ? { onDone } : {}) });

/** Mounted once on every page from which cases can be put in litigation. */
export function LitigationDialog() {
  const now = useStore(asked);
  return now ? (
    <OnDemand>
      <PutInLitigation {...now} close={() => asked.set(null)} key={now.of[0]?.id} />
    </OnDemand>
  ) : null;
}
