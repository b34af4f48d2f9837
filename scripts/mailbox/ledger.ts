import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AttachmentStore } from './attachment-store.ts';
import { DurableLog } from './durable-log.ts';
import type { LogPosition } from './durable-log.ts';
import { summaryOf } from './mail-record.ts';
import type { MailRecord, MailSummary } from './mail-record.ts';

interface Entry {
  summary: MailSummary;
  position: LogPosition;
}

/**
 * Every accepted mail, in the order of acceptance, stored on disk before its sender is answered. Nothing is ever changed or
 * removed: tests count duplicates and losses here.
 */
export class Ledger {
  private readonly entries: Entry[] = [];
  private readonly byId = new Map<string, Entry>();
  private readonly latestByKey = new Map<string, MailSummary>();
  readonly attachments: AttachmentStore;
  private log: DurableLog | null = null;

  private constructor(folder: string) {
    this.attachments = new AttachmentStore(join(folder, 'attachments'));
  }

  static async open(folder: string): Promise<Ledger> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const ledger = new Ledger(folder);
    await ledger.attachments.prepare();
    const path = join(folder, 'messages.jsonl');
    ledger.log = await DurableLog.open(path, (line, position) => ledger.remember(parseRecord(line, path), position));
    return ledger;
  }

  get size(): number {
    return this.entries.length;
  }

  /** Resolves when the record is on the disk; until then no reader sees it. */
  async add(record: MailRecord): Promise<void> {
    const position = await this.openLog().append(JSON.stringify(record));
    this.remember(record, position);
  }

  find(id: string): MailSummary | undefined {
    return this.byId.get(id)?.summary;
  }

  /** The mail accepted last under this idempotency key. */
  findByKey(key: string): MailSummary | undefined {
    return this.latestByKey.get(key);
  }

  /** The record's JSON as it stands in the ledger. */
  async readJson(id: string): Promise<Buffer | undefined> {
    const entry = this.byId.get(id);
    return entry === undefined ? undefined : this.openLog().read(entry.position);
  }

  async read(id: string): Promise<MailRecord | undefined> {
    const json = await this.readJson(id);
    return json === undefined ? undefined : (JSON.parse(json.toString('utf8')) as MailRecord);
  }

  /** Newest first, from the mail accepted just before `beforeId` (from the newest one when that is absent or unknown). */
  *newestFirst(beforeId?: string): Generator<MailSummary> {
    const start = beforeId === undefined ? -1 : this.entries.findIndex(({ summary }) => summary.id === beforeId);
    for (let at = (start === -1 ? this.entries.length : start) - 1; at >= 0; at -= 1) {
      const entry = this.entries[at];
      if (entry !== undefined) yield entry.summary;
    }
  }

  async close(): Promise<void> {
    await this.log?.close();
    this.log = null;
  }

  private remember(record: MailRecord, position: LogPosition): void {
    const summary = summaryOf(record);
    const entry = { summary, position };
    this.entries.push(entry);
    this.byId.set(summary.id, entry);
    if (summary.idempotency_key !== null) this.latestByKey.set(summary.idempotency_key, summary);
  }

  private openLog(): DurableLog {
    if (this.log === null) throw new Error('The ledger is closed.');
    return this.log;
  }
}

function parseRecord(line: string, path: string): MailRecord {
  try {
    return JSON.parse(line) as MailRecord;
  } catch (cause) {
    throw new Error(`${path} holds a line that is not JSON: move the file away to start with an empty mailbox.`, {
      cause,
    });
  }
}
