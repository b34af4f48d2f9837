import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { logoProblem } from '../../letters/logo.ts';
import { shrinkLogo } from '../../letters/shrink-logo.ts';

// A logo comes from anyone who may change one creditor's settings, but the process that reads it serves all creditors.

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The header of a grey image: 8 bits a pixel. */
function header(width: number, height: number, interlace: 0 | 1): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 0, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

const pngOf = (...chunks: Buffer[]) =>
  new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, chunk('IEND', Buffer.alloc(0))]));
const points = (bytes: number) => chunk('IDAT', deflateSync(Buffer.alloc(bytes)));

const broken = { problem: expect.stringMatching(/abîmé/) as string };

describe('a logo that claims to be small', () => {
  test('is refused at once when its interlaced rows unfold to more than that', () => {
    const bomb = pngOf(header(8, 8, 1), points(200_000_000));
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const begun = performance.now();
    expect(shrinkLogo(bomb)).toEqual({ problem: expect.any(String) });
    expect(performance.now() - begun).toBeLessThan(200);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  test('is refused when a second header says otherwise', () => {
    const bomb = pngOf(header(8, 8, 0), header(12_000, 12_000, 0), points(100));
    expect(shrinkLogo(bomb)).toEqual(broken);
    expect(logoProblem(pngOf(header(8, 8, 0), header(12_000, 12_000, 0), points(8 * 9)))).toMatch(/abîmé/);
  });
});

test('an honest interlaced logo is drawn again without interlacing, whatever its size', () => {
  for (const [width, height] of [
    [8, 8],
    [1, 1],
    [5, 3],
    [33, 17],
  ] as const) {
    // The seven passes of interlacing: where each starts, and its step.
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const bytes = passes.reduce((sum, [x, y, across, down]) => {
      const [wide, high] = [Math.ceil((width - x) / across), Math.ceil((height - y) / down)];
      return sum + (wide > 0 && high > 0 ? high * (1 + wide) : 0);
    }, 0);
    const kept = shrinkLogo(pngOf(header(width, height, 1), points(bytes)));
    expect([width, height, 'logo' in kept && logoProblem(kept.logo)]).toEqual([width, height, null]);
  }
});
