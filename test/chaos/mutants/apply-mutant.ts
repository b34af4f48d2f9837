import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

/** The whole text of each changed file. Throws when a text to replace does not occur exactly once: then the mutant must be rewritten. */
export function mutated(root: string, mutant: Mutant): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of mutant.changes) {
    const parts = (texts.get(file) ?? readFileSync(join(root, file), 'utf8')).split(from);
    const found = parts.length - 1;
    if (found !== 1) throw new Error(`${mutant.name}: ${file} has ${found} times, not once, ${JSON.stringify(from)}`);
    texts.set(file, parts.join(to));
  }
  return texts;
}

/** Removes the guard from a copy of the source tree. */
export function applyMutant(root: string, mutant: Mutant): void {
  for (const [file, text] of mutated(root, mutant)) writeFileSync(join(root, file), text);
}
