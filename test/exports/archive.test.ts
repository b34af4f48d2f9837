import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName, uniqueNames } from '../../api/exports/safe-name.ts';
import { type ZipEntry, zipOf } from '../../api/exports/zip.ts';

const AT = new Date('2026-11-22T10:00:00Z');

describe('A name in an archive', () => {
  it('is no path, no option, no device and no formula, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text);
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
        expect(name).not.toMatch(/\.\.|\.$/);
        expect(name.length).toBeLessThanOrEqual(81);
      }),
    );
    expect([safeName('../../etc/passwd'), safeName('CON'), safeName('-rf'), safeName('=1+1')]).toEqual([
      '____etc_passwd',
      'CON_',
      '_rf',
      '_1_1',
    ]);
    expect(safeName('FAC-2026.042_é')).toBe('FAC-2026.042_é');
  });
  it('is nobody else’s, small and capital letters being the same', () => {
    const unique = uniqueNames();
    expect(['F_1', 'f_1', 'F_2', 'F_1'].map(unique)).toEqual(['F_1', 'f_1_2', 'F_2', 'F_1_3']);
  });
});

describe('An archive', () => {
  it('reads a file only when its turn comes', async () => {
    const asked: string[] = [];
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const path of ['a', 'b', 'c']) {
        asked.push(`made ${path}`);
        const read = () => {
          asked.push(`read ${path}`);
          return Promise.resolve(path.repeat(1000));
        };
        yield await Promise.resolve({ path, read });
      }
    }
    const bytes = await buffer(zipOf(entries(), AT));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(asked).toEqual(['made a', 'read a', 'made b', 'read b', 'made c', 'read c']);
  });
  it('is broken off when a file cannot be read, and not passed off as whole', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield await Promise.resolve({ path: 'a', read: () => Promise.resolve('x') });
      yield { path: 'b', read: () => Promise.reject(new Error('the database is away')) };
    }
    await expect(buffer(zipOf(entries(), AT))).rejects.toThrow('the database is away');
  });
  it('asks for nothing more once nobody reads it', async () => {
    let made = 0;
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (;;) {
        made += 1;
        yield await Promise.resolve({ path: `f${made}`, read: () => Promise.resolve('x'.repeat(100_000)) });
      }
    }
    const stream = zipOf(entries(), AT);
    stream.once('data', () => stream.destroy());
    await new Promise((resolve) => stream.once('close', resolve));
    const then = made;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made - then).toBeLessThan(3);
  });
});
