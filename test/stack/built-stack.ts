import { pathToFileURL } from 'node:url';
import { buildProgram } from '../../scripts/typescript.mjs';
import type { LocalStack, StackOptions } from '../../scripts/stack.ts';

/** `startLocalStack` bundled into one file of JavaScript, where Vite would load its hundreds of sources one by one. */
export async function startBuiltStack(options: StackOptions): Promise<LocalStack> {
  const built = pathToFileURL(await buildProgram('scripts/stack.ts')).href;
  const { startLocalStack } = (await import(built)) as { startLocalStack: typeof startBuiltStack };
  return startLocalStack({ isThrownAway: true, ...options });
}
