// The function of the loader that TypeScript may call. The loader itself is JavaScript, because it runs before any
// TypeScript can.
export function buildProgram(entry: string): Promise<string>;
