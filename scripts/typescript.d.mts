// What TypeScript of ours may call of the loader, which has to run before any TypeScript can.
export function buildProgram(entry: string): Promise<string>;
