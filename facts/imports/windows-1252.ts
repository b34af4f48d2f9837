/**
 * The characters of Windows-1252 at 0x80–0x9F, where Latin-1 has control characters; unassigned ones stay as in
 * Latin-1.
 */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes a file saved by a spreadsheet on Windows. Written by hand because the decoder of some Node.js releases reads
 * Latin-1 under this name, and loses every €, œ and typographic apostrophe.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (letter) => FROM_0X80[letter.charCodeAt(0) - 0x80]!);
}
