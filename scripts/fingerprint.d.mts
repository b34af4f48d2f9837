// What TypeScript of ours may call of it.
export function fingerprintOf(pid: number): string | null;
