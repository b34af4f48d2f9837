import { queryClient } from '../api/query-client.ts';

/** Errors of console files that could not be loaded, usually because a new version with other files is in service. */
const missing = new WeakSet<object>();

// Vite fires this for every file loaded on demand, before the error reaches the import.
window.addEventListener('vite:preloadError', (event) => {
  const { payload } = event as Event & { payload?: unknown };
  if (typeof payload === 'object' && payload !== null) missing.add(payload);
});

export const isMissingPart = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && missing.has(error);

const KEPT_UNDER = 'relance-versions-left';

/**
 * How long to wait for the server before it counts as away, in milliseconds. Meanwhile the user sees neither a page nor
 * a message.
 */
const ANSWER_WITHIN_MS = 8_000;

/**
 * Reloads the page to get the version now in service, once per version so that it cannot loop. Returns false without
 * reloading when this version was already left, the server is away, or something would be lost: typed text, or a change
 * without an answer.
 */
export async function loadAnew(isWanted: () => boolean): Promise<boolean> {
  if (wouldLose() || !(await isServed()) || !isWanted() || wouldLose() || !leaveVersion()) return false;
  window.location.reload();
  return true;
}

/** Whether a reload would lose something: every owner of unsaved input cancels `beforeunload`. */
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

/**
 * Records that this tab leaves the current version. Returns false when it did so before, or when it cannot be recorded.
 */
function leaveVersion(): boolean {
  // The build names the script by its content, which includes the names of all files it loads.
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
