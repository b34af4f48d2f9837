// The function that TypeScript may call.
export function fingerprintOf(pid: number): string | null;
