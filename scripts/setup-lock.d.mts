// What TypeScript of ours may call of it.
export function withSetupLock(lock: string, work: () => Promise<void>): Promise<void>;
