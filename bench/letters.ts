// Letters per second, compared with a bare pdfkit page with the same text in the same two faces; then many letters in one
// PDF.
import { readFileSync } from 'node:fs';
import { renderLetter } from '../letters/render-letter.ts';
import { oneFile } from './letters/one-file.ts';
import { barePages, contentOf, TEMPLATE, textsOf } from './letters/sample-letter.ts';
import { type Pair, interleave, median, report, reportMachine, sized, timed } from './side-by-side.ts';

const ROUNDS = 9;
const LETTERS = sized(60, 5);
const MERGED = sized(1000, 20);
const MERGED_ROUNDS = 3;

const perSecond = async (draw: () => Promise<unknown>): Promise<number> => {
  const ms = await timed(async () => {
    for (let count = 0; count < LETTERS; count += 1) await draw();
  });
  return LETTERS / (ms / 1000);
};

const plain = contentOf(null);
const logo = contentOf(new Uint8Array(readFileSync(new URL('../letters/shipped-logo.png', import.meta.url))));
const texts = await textsOf(() => renderLetter(TEMPLATE, plain));
const ours = () => perSecond(() => renderLetter(TEMPLATE, plain));
const bare = () => perSecond(() => barePages(texts, 1));
await interleave(2, ours, bare); // Both warm up before anything is counted.
const withLogo: number[] = [];
const pair: Pair = await interleave(ROUNDS, ours, async () => {
  withLogo.push(await perSecond(() => renderLetter(TEMPLATE, logo)));
  return bare();
});
report({ what: 'Letters against a bare page with the same text', unit: 'letters/s', atLeast: 0.8 }, pair);
report(
  { what: 'The same with the shipped logo in the letter', unit: 'letters/s' },
  { ours: withLogo, bare: pair.bare },
);

// Each file is made in a process of its own, so that its peak memory is known.
const peaks: Record<'merged' | 'bare', number[]> = { merged: [], bare: [] };
const merging: number[] = [];
const whole = (how: 'merged' | 'bare') => async () => {
  const { drawMs, mergeMs, peakMib } = await oneFile(how, MERGED);
  peaks[how].push(peakMib);
  if (how === 'merged') merging.push(MERGED / (mergeMs / 1000));
  return MERGED / ((drawMs + mergeMs) / 1000);
};
const merged = await interleave(MERGED_ROUNDS, whole('merged'), whole('bare'));
report(
  { what: `One PDF of ${MERGED} letters, drawn and merged, against as many bare pages`, unit: 'letters/s' },
  merged,
);
report({ what: 'The same of letters that are drawn already', unit: 'letters/s' }, { ours: merging, bare: merged.bare });
console.log(`  at most ${median(peaks.merged).toFixed(0)} MiB, bare ${median(peaks.bare).toFixed(0)} MiB`);
reportMachine();
