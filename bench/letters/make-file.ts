// A process that makes one file with many letters, and reports the time and the memory that it took.
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { timed } from '../side-by-side.ts';
import type { OneFile } from './one-file.ts';
import { barePages, contentOf, TEMPLATE, textsOf } from './sample-letter.ts';

const [how, count] = process.argv.slice(-2);
const letters = Number(count);
const texts = await textsOf(() => renderLetter(TEMPLATE, contentOf(null)));
// Warms up before anything is counted.
await (how === 'bare' ? barePages(texts, 20) : merged([await renderLetter(TEMPLATE, contentOf(null))]));

const drawn: Uint8Array[] = [];
const drawMs = await timed(async () => {
  if (how === 'bare') await barePages(texts, letters);
  else
    for (let serial = 0; serial < letters; serial += 1)
      drawn.push(await renderLetter(TEMPLATE, contentOf(null, serial)));
});
const mergeMs = how === 'bare' ? 0 : await timed(() => merged(drawn));
const took: OneFile = { drawMs, mergeMs, peakMib: process.resourceUsage().maxRSS / 1024 };
process.send?.(took, () => process.exit(0));

/** Reads the merged file piece by piece, as it would be sent. */
async function merged(pdfs: Uint8Array[]): Promise<void> {
  for await (const piece of mergePdfs(pdfs, { title: 'Courriers' })) void piece;
}
