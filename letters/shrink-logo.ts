import { PNG } from 'pngjs';
import { logoProblem, unfoldsAsSaid } from './logo.ts';

/** Printed at 55 × 16 mm this gives 450 dots an inch; more would only slow every letter down. */
const MOST_WIDTH = 1000;
const MOST_HEIGHT = 300;
/** Checked before anything is decoded: a few kilobytes may hold gigabytes of pixels. */
const MOST_PIXELS = 8_000_000;

/**
 * Turns any PNG into a logo that is no larger than letters need. When it cannot be one, `problem` says why in a French
 * sentence.
 */
export function shrinkLogo(png: Uint8Array): { logo: Uint8Array } | { problem: string } {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const pixels = bytes.length < 33 ? 0 : bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (pixels > MOST_PIXELS)
    return { problem: `Le logo a trop de points\u00a0; ${MOST_PIXELS / 1_000_000} millions au plus.` };
  const image = pixels > 0 && unfoldsAsSaid(bytes) ? decoded(bytes) : null;
  if (!image) return { problem: logoProblem(png) ?? 'Le logo est abîmé\u00a0: il ne se lit pas jusqu’au bout.' };
  const isSmall = image.width <= MOST_WIDTH && image.height <= MOST_HEIGHT;
  if (isSmall && logoProblem(png) === null) return { logo: png };
  const logo = new Uint8Array(PNG.sync.write(isSmall ? image : scaled(image)));
  const problem = logoProblem(logo);
  return problem === null ? { logo } : { problem };
}

function decoded(bytes: Buffer): PNG | null {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return null;
  }
}

/** Each pixel is the mean of those that it replaces, weighted by their opacity, so that edges look smooth on any background. */
function scaled(image: PNG): PNG {
  const factor = Math.max(image.width / MOST_WIDTH, image.height / MOST_HEIGHT);
  const small = new PNG({
    width: Math.max(1, Math.floor(image.width / factor)),
    height: Math.max(1, Math.floor(image.height / factor)),
  });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const box = {
        left: edge(x, factor),
        right: edge(x + 1, factor),
        top: edge(y, factor),
        bottom: edge(y + 1, factor),
      };
      small.data.set(meanOf(image, box), 4 * (y * small.width + x));
    }
  }
  return small;
}

const edge = (at: number, factor: number): number => Math.floor(at * factor);

function meanOf(image: PNG, box: { left: number; right: number; top: number; bottom: number }): number[] {
  const sums = [0, 0, 0, 0];
  const right = Math.min(Math.max(box.right, box.left + 1), image.width);
  const bottom = Math.min(Math.max(box.bottom, box.top + 1), image.height);
  for (let y = box.top; y < bottom; y += 1) {
    for (let x = box.left; x < right; x += 1) {
      const at = 4 * (y * image.width + x);
      const alpha = image.data[at + 3]!;
      for (let channel = 0; channel < 3; channel += 1) sums[channel]! += image.data[at + channel]! * alpha;
      sums[3]! += alpha;
    }
  }
  const [red, green, blue, alpha] = sums as [number, number, number, number];
  const count = (right - box.left) * (bottom - box.top);
  if (alpha === 0) return [255, 255, 255, 0];
  return [red / alpha, green / alpha, blue / alpha, alpha / count].map(Math.round);
}
