import { lazy } from 'react';
import { OnDemand } from '../states/on-demand.tsx';
import { createStore, useStore } from '../states/store.ts';

const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

const isOpen = createStore(false);
export const openKeysHelp = () => isOpen.set(true);

/** Key `?`: the help with every key, loaded when it is first opened. */
export function KeysHelpOnDemand() {
  return useStore(isOpen) ? (
    <OnDemand>
      <KeysHelp close={() => isOpen.set(false)} />
    </OnDemand>
  ) : null;
}
