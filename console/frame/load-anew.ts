import { queryClient } from '../api/query-client.ts';

/** What of the console itself did not come: mostly since a new version has been put into service, which has other files. */
const missing = new WeakSet<object>();

// Said by Vite of whatever is loaded only when it is needed, before the error comes to where it was asked for.
window.addEventListener('vite:preloadError', (event) => {
  const { payload } = event as Event & { payload?: unknown };
  if (typeof payload === 'object' && payload !== null) missing.add(payload);
});

export const isMissingPart = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && missing.has(error);

const KEPT_UNDER = 'relance-versions-left';

/** How long the server has to answer before it counts as away, in milliseconds: whoever waits sees neither a page nor a sentence. */
const ANSWER_WITHIN_MS = 8_000;

/**
 * Loads the address anew, with the version that is in service now: once from each version, so that nothing goes round in a circle.
 * False, and nothing has happened, when this one was left before, when the server is away, or when something would be lost:
 * what is typed, or a change whose answer is still out.
 */
export async function loadAnew(isWanted: () => boolean): Promise<boolean> {
  if (wouldLose() || !(await isServed()) || !isWanted() || wouldLose() || !leaveVersion()) return false;
  window.location.reload();
  return true;
}

/** Whether something would be lost: whatever keeps it objects to the browser's own question. */
const wouldLose = (): boolean =>
  queryClient.isMutating() > 0 || !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function isServed(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const { ok } = await fetch(window.location.href, { headers: { Accept: 'text/html' }, cache: 'no-store', signal });
    return ok;
  } catch {
    return false;
  }
}

/** Notes that this tab leaves this version; false when it has done so before, or where nothing can be noted. */
function leaveVersion(): boolean {
  // The build names it by its content, and by the names of all that it asks for.
  const version = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';
  try {
    const left = sessionStorage.getItem(KEPT_UNDER)?.split(' ') ?? [];
    if (left.includes(version)) return false;
    sessionStorage.setItem(KEPT_UNDER, [...left, version].join(' '));
    return true;
  } catch {
    return false;
  }
}
