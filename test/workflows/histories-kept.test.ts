import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const HISTORIES = fileURLToPath(new URL('../histories', import.meta.url));

/** The releases and the lives recorded between them. Written out, so that a folder that is removed is missed. */
const FOLDERS = ['between-0.1.0-and-0.2.0', 'between-0.2.0-and-0.3.0', 'v0.1.0', 'v0.2.0'];

const foldersThere = () =>
  readdirSync(HISTORIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const sha256 = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(HISTORIES, file)))
    .digest('hex');

describe('The histories of every release', () => {
  it('are kept, those of the version that is developed too', () => {
    expect(foldersThere()).toEqual(FOLDERS);
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    expect(FOLDERS).toContain(`v${version}`);
  });

  it('are file by file what was recorded: in test/histories, sha256sum */*.json writes SHA256SUMS', () => {
    const files = foldersThere().flatMap((folder) => readdirSync(join(HISTORIES, folder)).map((f) => `${folder}/${f}`));
    const sums = files.sort().map((file) => `${sha256(file)}  ${file}`);
    expect(sums).toEqual(readFileSync(join(HISTORIES, 'SHA256SUMS'), 'utf8').trim().split('\n'));
  });
});
