import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DurableLog } from './durable-log.ts';

/** A letter or an SMS that was accepted, as it was received. */
export interface PaperRecord {
  id: string;
  kind: 'letter' | 'sms';
  reference: string;
  /** The request without its reference. */
  content: Record<string, unknown>;
  /** UTC, the machine's time. */
  accepted_at: string;
}

/**
 * Letters and SMS that the mailbox accepted in a provider's place: one for each reference, stored on disk before the
 * answer.
 */
export class PaperLedger {
  private readonly byReference = new Map<string, PaperRecord>();
  private readonly events = new Map<string, string[]>();
  private log: DurableLog | null = null;

  static async open(folder: string): Promise<PaperLedger> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const ledger = new PaperLedger();
    ledger.log = await DurableLog.open(join(folder, 'papers.jsonl'), (line) =>
      ledger.remember(JSON.parse(line) as PaperRecord),
    );
    return ledger;
  }

  /** Returns the record under this reference, which is the first one, however often it is sent. */
  async accept(kind: PaperRecord['kind'], reference: string, content: Record<string, unknown>): Promise<PaperRecord> {
    const earlier = this.byReference.get(reference);
    if (earlier) return earlier;
    const record: PaperRecord = { id: randomUUID(), kind, reference, content, accepted_at: new Date().toISOString() };
    this.remember(record);
    await this.log?.append(JSON.stringify(record));
    return record;
  }

  find(reference: string): PaperRecord | undefined {
    return this.byReference.get(reference);
  }

  newestFirst(kind: PaperRecord['kind']): PaperRecord[] {
    return [...this.byReference.values()].filter((record) => record.kind === kind).toReversed();
  }

  /** The events that the mailbox has reported of a letter; forgotten at a restart. */
  eventsOf(reference: string): readonly string[] {
    return this.events.get(reference) ?? [];
  }

  note(reference: string, event: string): void {
    this.events.set(reference, [...this.eventsOf(reference), event]);
  }

  async close(): Promise<void> {
    await this.log?.close();
    this.log = null;
  }

  private remember(record: PaperRecord): void {
    this.byReference.set(record.reference, record);
  }
}
