import { lazy } from 'react';
import { OnDemand } from '../states/on-demand.tsx';
import { createStore, useStore } from '../states/store.ts';

const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

const isOpen = createStore(false);
export const openKeysHelp = () => isOpen.set(true);

/** `?`: the help with every key, which comes when it is first asked for. */
export function KeysHelpOnDemand() {
  return useStore(isOpen) ? (
    <OnDemand>
      <KeysHelp close={() => isOpen.set(false)} />
    </OnDemand>
  ) : null;
}
