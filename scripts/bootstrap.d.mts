// The functions of the bootstrap that TypeScript may call. The bootstrap itself is JavaScript, because it runs before any
// TypeScript can.
export function prepareConsole(): Promise<void>;
