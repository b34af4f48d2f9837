/** The workflow's own time: the time of the current workflow task, the same on replay. */
export function workflowNow(): string {
  // oxlint-disable-next-line syntax/no-restricted-syntax -- the one place; the sandbox replaces Date.now() by the workflow's time
  return new Date(Date.now()).toISOString();
}

/** Milliseconds from `fromAt` to `toAt`, never negative. */
export function msBetween(fromAt: string, toAt: string): number {
  return Math.max(0, Date.parse(toAt) - Date.parse(fromAt));
}
