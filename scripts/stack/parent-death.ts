import { spawnSync } from 'node:child_process';

let hasSetpriv: boolean | undefined;

/**
 * The command, changed so that the kernel sends it `signal` when we die, also by kill -9. Linux only; elsewhere the next
 * start finds what was left running (process-list.ts).
 */
export function dyingWithUs(words: string[], signal: 'SIGINT' | 'SIGTERM'): { command: string; args: string[] } {
  const tied = canTie() ? ['setpriv', '--pdeathsig', signal.slice(3), ...withoutSetpriv(words)] : words;
  const [command = '', ...args] = tied;
  return { command, args };
}

const withoutSetpriv = (words: string[]) => (words[0] === 'setpriv' ? words.slice(1) : words);

function canTie(): boolean {
  hasSetpriv ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return hasSetpriv;
}
