/** How long the pointer must rest, so that passing over a list requests nothing. */
const REST_MS = 80;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Runs `work` once the pointer rests. A later call replaces what still waits. */
export function onRest(work: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(work, REST_MS);
}
