// What TypeScript of ours may call of the bootstrap, which has to run before any TypeScript can.
export function prepareConsole(): Promise<void>;
