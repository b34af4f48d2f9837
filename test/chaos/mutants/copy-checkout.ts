import { cp, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

const NOT_COPIED = ['node_modules', '.git', '.data', 'coverage', 'histories'];

/** Copies this checkout into an existing folder, with the same installed packages; the paths in `without` are left out too. */
export async function copyCheckout(copy: string, without: readonly string[] = []): Promise<void> {
  const left = new Set([...NOT_COPIED, ...without]);
  await cp(projectRoot, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
}
