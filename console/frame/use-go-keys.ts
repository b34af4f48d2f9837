import { useEffect } from 'react';
import { goTo } from './go-to.ts';
import { openKeysHelp } from './open-keys-help.tsx';
import { isTyping, isUnderDialog } from './keys.ts';
import { lastAddressOf } from './last-address.ts';
import { pagesFor } from './pages.ts';
import { useSession } from './session.ts';
import { undoLast } from './undo.tsx';

const WAIT_MS = 1_200;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Keys with the same meaning on every page: G then a letter, Z, ?, and / for the filter of the page. They do nothing
 * under a dialog.
 */
export function useGoKeys(): void {
  const session = useSession();
  useEffect(() => {
    let goneAt = NEVER;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || isUnderDialog() || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (performance.now() - goneAt < WAIT_MS) {
        goneAt = NEVER;
        const page = pagesFor(session).find(({ letter }) => letter === key);
        if (page) {
          event.preventDefault();
          event.stopImmediatePropagation();
          goTo(lastAddressOf(page, session.user, window.location.pathname.startsWith(page.path)));
          return;
        }
      }
      if (key === 'g') goneAt = performance.now();
      if (key === '?') openKeysHelp();
      // While the key is held down it repeats: undo only one change.
      if (key === 'z' && !event.repeat) undoLast();
      if (key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-page-filter]')?.focus();
      }
    };
    // In the capturing phase: after G the next letter must reach nothing else.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [session]);
}
