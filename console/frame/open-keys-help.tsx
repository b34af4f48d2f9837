import { lazy, Suspense } from 'react';
import { createStore, useStore } from '../states/store.ts';

const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

/** Null until it was first asked for. */
const isOpen = createStore<boolean | null>(null);
export const openKeysHelp = () => isOpen.set(true);

/** `?`: the help with every key, which comes when it is first asked for. */
export function KeysHelpOnDemand() {
  const opened = useStore(isOpen);
  return opened === null ? null : (
    <Suspense>
      <KeysHelp isOpen={opened} close={() => isOpen.set(false)} />
    </Suspense>
  );
}
