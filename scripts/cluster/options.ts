import { parseArgs } from 'node:util';
import { StackError } from '../stack/stack-error.ts';

export interface ClusterRun {
  /** Checks that it works, then stops. */
  isSmoke: boolean;
  /** With the demonstration's clock, which needs a server that can skip time, as ours can. */
  isDemoClock: boolean;
  processes: { api: number; worker: number };
}

/** Reads `--workers 2 --apis 2 --demo-clock --smoke`. Throws a StackError that says what is wrong. */
export function readClusterOptions(args: string[]): ClusterRun {
  const options = {
    workers: { type: 'string', default: '2' },
    apis: { type: 'string', default: '2' },
    'demo-clock': { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new StackError((error as Error).message);
  }
  return {
    isSmoke: values.smoke,
    isDemoClock: values['demo-clock'],
    processes: { api: several('--apis', values.apis), worker: several('--workers', values.workers) },
  };
}

function several(name: string, text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 16) throw new StackError(`${name} must be a whole number from 1 to 16.`);
  return number;
}
