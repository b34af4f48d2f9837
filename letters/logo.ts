import { inflateSync } from 'node:zlib';

/** A logo is printed 55 mm wide: more pixels only slow every letter down. */
const MAX_SIDE = 1600;
const MAX_LOGO_BYTES = 500_000;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Why a file cannot be a logo, as a French sentence; null when it can. pdfkit decodes images later, and a broken image
 * would crash the process, so it is read completely here first.
 */
export function logoProblem(png: Uint8Array): string | null {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (bytes.length > MAX_LOGO_BYTES) return `Le logo dépasse ${MAX_LOGO_BYTES / 1000} ko.`;
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(SIGNATURE)) return 'Le logo n’est pas une image PNG.';
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [bits, colourType, interlace] = [bytes[24]!, bytes[25]!, bytes[28]!];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
    return `Le logo mesure ${width} × ${height} points\u00a0; ${MAX_SIDE} × ${MAX_SIDE} au plus.`;
  }
  if (bits !== 8 || CHANNELS[colourType] === undefined) return 'Le logo doit être un PNG en 8 bits par couleur.';
  if (interlace !== 0) return 'Le logo est un PNG entrelacé\u00a0; enregistrez-le sans entrelacement.';
  const expected = height * (1 + width * CHANNELS[colourType]);
  return hasPixels(bytes, colourType, expected) ? null : 'Le logo est abîmé\u00a0: il ne se lit pas jusqu’au bout.';
}

const KNOWN = new WeakMap<Uint8Array, boolean>();

/** `logoProblem(png) === null`, remembered while the same bytes are in use. */
export function isUsableLogo(png: Uint8Array): boolean {
  const known = KNOWN.get(png);
  if (known !== undefined) return known;
  const usable = logoProblem(png) === null;
  KNOWN.set(png, usable);
  return usable;
}

/** Whether the pixels can be inflated to exactly the expected length. */
function hasPixels(bytes: Buffer, colourType: number, expectedLength: number): boolean {
  const parts = partsOf(bytes);
  return parts !== null && (colourType !== 3 || parts.hasPalette) && inflates(parts.data, expectedLength);
}

/** Whether the pixel data inflates to no more than an image of this size holds, interlaced or not. */
export function unfoldsAsSaid(bytes: Buffer): boolean {
  const parts = partsOf(bytes);
  const [width, height, bits] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    bytes[24]! * (CHANNELS[bytes[25]!] ?? 4),
  ];
  // The seven passes of an interlaced image have less than 2 × height + 7 rows together. Each row begins with one byte and
  // may end with an incomplete one.
  const most = Math.ceil((width * height * bits) / 8) + 2 * (2 * height + 7);
  try {
    return parts !== null && inflateSync(Buffer.concat(parts.data), { maxOutputLength: most }).length > 0;
  } catch {
    return false;
  }
}

/**
 * Reads the chunks to the last one. Null when the file is cut off, or has a second header, which decoders would believe
 * instead of the first.
 */
function partsOf(bytes: Buffer): { data: Buffer[]; hasPalette: boolean } | null {
  const data: Buffer[] = [];
  let hasPalette = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length || (type === 'IHDR') !== (at === 8)) return null;
    if (type === 'PLTE') hasPalette = length > 0 && length % 3 === 0;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return { data, hasPalette };
    at += 12 + length;
  }
  return null;
}

function inflates(data: Buffer[], expectedLength: number): boolean {
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: expectedLength + 1 }).length === expectedLength;
  } catch {
    return false;
  }
}
