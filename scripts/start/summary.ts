import { join, relative } from 'node:path';
import type { LocalStack } from '../stack.ts';

/**
 * What `npm start` prints once everything answers: where everything is, where mails go (`mails`, a sentence), and how to
 * stop.
 */
export function summary(stack: LocalStack, dataDir: string, mails: string): string {
  const demoFile = shortPath(join(dataDir, 'demo.json'));
  const rows = [
    ['Console', stack.apiUrl, 'one click signs you in'],
    ['API', `${stack.apiUrl}/v1`, `described at ${stack.apiUrl}/docs`],
    ['Mailbox', stack.mailboxUrl, 'what does not really leave'],
    ['Temporal UI', stack.temporalUiUrl, 'every invoice’s workflow'],
    ['API keys', demoFile, 'one for each role'],
  ];
  const lines = rows.map(([name = '', address = '', what]) => `  ${name.padEnd(12)} ${address.padEnd(30)} ${what}`);
  return [
    '',
    'Relance is running.',
    '',
    ...lines,
    '',
    mails,
    'Ctrl-C stops everything; the next `npm start` goes on where it was.',
    '',
  ].join('\n');
}

/** Relative to the current folder when it is inside, otherwise absolute. */
function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
