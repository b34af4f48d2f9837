import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endOfFile, turnOver } from '../../scripts/stack/log-file.ts';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relance-log-test-'));
  log = join(folder, 'api.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The log of a part of the local stack', () => {
  it('of more bytes than a text may have still says how the part ended', () => {
    writeFileSync(log, '');
    truncateSync(log, 600 * 1024 * 1024); // A sparse file: it takes no disk space.
    appendFileSync(log, '\nthe last line\n');
    expect(endOfFile(log).trimEnd().split('\n').at(-1)).toBe('the last line');
    expect(endOfFile(join(folder, 'none.log'))).toBe('');
  });

  it('is put aside at a start when it has grown large, and one that has not is gone on with', () => {
    writeFileSync(log, 'small');
    turnOver(log);
    expect(statSync(log).size).toBe(5);
    truncateSync(log, 21 * 1024 * 1024);
    turnOver(log);
    expect([existsSync(log), statSync(`${log}.1`).size]).toEqual([false, 21 * 1024 * 1024]);
    turnOver(log);
  });
});
