/** How long the pointer has to rest: who only passes over a list asks for nothing. */
const REST_MS = 80;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Does it once the pointer rests where it came to; what another place waited for is dropped. */
export function onRest(work: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(work, REST_MS);
}
