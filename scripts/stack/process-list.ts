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

/** The file that says who runs on a data folder, so that a start after a kill -9 finds what was left behind. */
export class ProcessList {
  readonly #file: string;
  #noted: Noted[] = [];

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'processes.json');
  }

  /** Refuses when another stack lives on this folder; ends what a killed one left, and takes the folder. */
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

  /** Remembers a process under its name, in place of the one that had it before. */
  note(name: string, pid: number): void {
    this.#noted = [
      ...this.#noted.filter((noted) => noted.name !== name),
      { name, pid, fingerprint: fingerprintOf(pid) },
    ];
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#noted, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** Everything has stopped. */
  release(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): Noted[] {
    if (!existsSync(this.#file)) return [];
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Noted[];
    } catch {
      return []; // Cut off by a full disk: the parts' own files still tell (postgres.ts).
    }
  }
}

const isAlive = ({ pid, fingerprint }: Noted) => fingerprint !== null && fingerprintOf(pid) === fingerprint;
