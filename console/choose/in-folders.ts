import type { Schema } from '../api/client.ts';
import { byFolder } from './by-folder.ts';

type Template = Pick<Schema<'Template'>, 'folder' | 'level' | 'name'>;

/**
 * Sorts templates by folder, then as `sort` says (`level`, `-name`, …), then by name. Templates without a level come
 * last.
 */
export function inFolders<Filed extends Template>(templates: readonly Filed[], sort: string): Filed[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const isByLevel = sort.endsWith('level');
  return templates.toSorted(
    (a, b) => byFolder(a, b) || (isByLevel ? byLevel(a, b, sign) || byName(a, b) : sign * byName(a, b)),
  );
}

const byName = (a: Template, b: Template) => a.name.localeCompare(b.name, 'fr', { numeric: true });

function byLevel({ level: a }: Template, { level: b }: Template, sign: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return sign * (a - b);
}
