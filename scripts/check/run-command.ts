import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';

export interface CommandResult {
  ok: boolean;
  output: string;
  seconds: number;
}

export interface CommandOptions {
  /** Lets the command write directly to the terminal; otherwise its output is in the result. */
  show?: boolean;
  /** Runs the command with a low priority. */
  isPatient?: boolean;
}

/** Runs a program from node_modules/.bin or PATH. */
export async function runCommand(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  { show = false, isPatient = false }: CommandOptions = {},
): Promise<CommandResult> {
  const since = Date.now();
  const PATH = [join(process.cwd(), 'node_modules', '.bin'), env['PATH']].join(delimiter);
  const child = spawn(command, args, {
    env: { ...env, PATH },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  // Set before the program starts others, which inherit its priority.
  if (isPatient && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  return { ok, output, seconds: (Date.now() - since) / 1000 };
}
