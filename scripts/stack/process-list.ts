import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../fingerprint.mjs';
import { endProcess } from './processes.ts';
import { StackError } from './stack-error.ts';

interface Noted {
  name: string;
  pid: number;
  fingerprint: string | null;
}

/** The file that lists the processes running on a data folder, so that a start after a kill -9 finds what was left running. */
export class ProcessList {
  readonly #file: string;
  #noted: Noted[] = [];

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'processes.json');
  }

  /** Takes the folder and ends what a killed stack left running; throws when another stack is using the folder. */
  async take(log: (line: string) => void): Promise<void> {
    const [owner, ...children] = this.#read();
    if (owner && isAlive(owner)) {
      throw new StackError(
        `Relance already runs on this data folder (process ${owner.pid}): stop it first, or set RELANCE_DATA to another folder.`,
      );
    }
    const left = children.filter(isAlive).reverse();
    if (left.length > 0) log(`Ending what a killed run left behind: ${left.map(({ name }) => name).join(', ')} …`);
    for (const { name, pid } of left) await endProcess(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 10_000);
    this.note('stack', process.pid);
  }

  /** Stores a process under its name, in place of an earlier one of that name. */
  note(name: string, pid: number): void {
    this.#noted = [
      ...this.#noted.filter((noted) => noted.name !== name),
      { name, pid, fingerprint: fingerprintOf(pid) },
    ];
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#noted, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** Removes the file once everything has stopped. */
  release(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): Noted[] {
    if (!existsSync(this.#file)) return [];
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Noted[];
    } catch {
      return []; // Cut off by a full disk; the parts' own files still tell (postgres.ts).
    }
  }
}

const isAlive = ({ pid, fingerprint }: Noted) => fingerprint !== null && fingerprintOf(pid) === fingerprint;
