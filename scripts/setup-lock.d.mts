// The function that TypeScript may call.
export function withSetupLock(lock: string, work: () => Promise<void>): Promise<void>;
