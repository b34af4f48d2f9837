import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of attachments, each stored once under its SHA-256. */
export class AttachmentStore {
  private readonly folder: string;
  private readonly stored = new Map<string, Promise<void>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Returns the SHA-256 (hex) once the bytes are on the disk. */
  async put(bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const going = this.stored.get(sha256) ?? this.write(sha256, bytes);
    this.stored.set(sha256, going);
    // A failed write must not be remembered as done.
    going.catch(() => this.stored.delete(sha256));
    await going;
    return sha256;
  }

  async get(sha256: string): Promise<Buffer> {
    return readFile(join(this.folder, sha256));
  }

  /** Writes under another name first, so that a kill never leaves half a file under the hash of the whole. */
  private async write(sha256: string, bytes: Buffer): Promise<void> {
    const temporary = join(this.folder, `${sha256}.${randomUUID()}.part`);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(this.folder, sha256));
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
