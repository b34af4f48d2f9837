import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface LogPosition {
  offset: number;
  /** Bytes, without the line's end. */
  length: number;
}

interface Waiting {
  bytes: Buffer;
  offset: number;
  done: () => void;
  failed: (reason: unknown) => void;
}

const NEWLINE = 10;
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * An append-only file of lines. `append` resolves when the line is on the disk; lines that arrive during a write share the
 * next one. A line that a kill left incomplete is cut off when the file is opened: its writer was never told that it was
 * kept.
 */
export class DurableLog {
  private waiting: Waiting[] = [];
  private writing: Promise<void> = Promise.resolve();
  private readonly file: FileHandle;
  private end: number;

  private constructor(file: FileHandle, end: number) {
    this.file = file;
    this.end = end;
  }

  /** Opens or creates the file and passes each complete line, oldest first, to `onLine`. */
  static async open(path: string, onLine: (line: string, position: LogPosition) => void): Promise<DurableLog> {
    const file = await open(path, 'a+', 0o600);
    try {
      const end = await readLines(file, onLine);
      await file.truncate(end);
      await file.sync();
      return new DurableLog(file, end);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  append(line: string): Promise<LogPosition> {
    const bytes = Buffer.from(`${line}\n`, 'utf8');
    const position = { offset: this.end, length: bytes.length - 1 };
    this.end += bytes.length;
    const kept = new Promise<void>((done, failed) => {
      this.waiting.push({ bytes, offset: position.offset, done, failed });
    });
    this.writing = this.writing.then(() => this.flush());
    return kept.then(() => position);
  }

  async read({ offset, length }: LogPosition): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    await this.file.read(bytes, 0, length, offset);
    return bytes;
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    try {
      await this.file.appendFile(Buffer.concat(batch.map(({ bytes }) => bytes)));
      await this.file.datasync();
      for (const { done } of batch) done();
    } catch (error) {
      // A full disk may have stored half of the batch; later lines must not follow an incomplete one.
      await this.cutBack(batch[0]?.offset ?? this.end);
      for (const { failed } of [...batch, ...this.waiting]) failed(error);
      this.waiting = [];
    }
  }

  private async cutBack(offset: number): Promise<void> {
    await this.file.truncate(offset).catch(() => undefined);
    this.end = offset;
  }
}

/** Returns the offset after the last complete line. */
async function readLines(file: FileHandle, onLine: (line: string, position: LogPosition) => void): Promise<number> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let lineStart = 0;
  for (let readAt = 0; ;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, readAt);
    if (bytesRead === 0) return lineStart;
    readAt += bytesRead;
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE, from)) {
      onLine(rest.toString('utf8', from, at), { offset: lineStart, length: at - from });
      lineStart += at + 1 - from;
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
}
