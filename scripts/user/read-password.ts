import { isCancel, password as ask } from '@clack/prompts';
import { text } from 'node:stream/consumers';
import { PASSWORD_LENGTH } from '../../facts/people/password.ts';

const { min, max } = PASSWORD_LENGTH;

/**
 * Asks twice for the password on a terminal; otherwise takes the first line of standard input. It is never an argument,
 * since arguments are visible to other users.
 */
export async function readPassword(): Promise<string> {
  const given = process.stdin.isTTY ? await askTwice() : ((await text(process.stdin)).split(/\r?\n/)[0] ?? '');
  const mistake = mistakeIn(given);
  if (mistake) throw new Error(mistake);
  return given;
}

const mistakeIn = (given = ''): string | undefined =>
  given.length < min || given.length > max ? `A password has ${min} to ${max} characters.` : undefined;

async function askTwice(): Promise<string> {
  const first = await ask({ message: 'Password', validate: mistakeIn });
  if (isCancel(first)) throw new Error('Nothing was changed.');
  const second = await ask({
    message: 'The same again',
    validate: (again) => (again === first ? undefined : 'It is not the same.'),
  });
  if (isCancel(second)) throw new Error('Nothing was changed.');
  return first;
}
