import { z } from 'zod';
import { HISTORY_KINDS, historyText, storedEntry } from '../../domain/case/history-text.ts';
import type { Database } from '../../prisma/client.ts';
import type { HistoryEntry, Message } from '../../prisma/generated/client.ts';
import type { Reading } from './reading.ts';
import { snakeCase } from './snake-case.ts';

const ACTORS = ['user', 'key', 'system', 'provider'] as const;

/** One event of a history, with its sentence. */
export const historyEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(HISTORY_KINDS),
  actor: z.object({ kind: z.enum(ACTORS), name: z.string() }),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  message_id: z.string().nullable(),
  has_letter: z
    .boolean()
    .describe('Whether a letter was made of the message, at `/v1/messages/{message_id}/letter.pdf`.'),
  attachments: z
    .array(z.object({ id: z.string(), filename: z.string() }))
    .describe('The files that a person sent with the message, each at `/v1/attachments/{id}`.'),
});

/** What has to be read with an entry. */
export const OF_HISTORY = { message: { select: { pdfSha256: true, attachmentIds: true } } } as const;

type ReadEntry = HistoryEntry & { message: Pick<Message, 'pdfSha256' | 'attachmentIds'> | null };
type Files = ReadonlyMap<string, { id: string; filename: string }>;

/** The files that went with the messages of these entries and are not erased, by id. */
export async function filesOfHistory(db: Database, entries: readonly Pick<ReadEntry, 'message'>[]): Promise<Files> {
  const ids = [...new Set(entries.flatMap(({ message }) => message?.attachmentIds ?? []))];
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids }, erasedAt: null };
  const files = await db.attachment.findMany({ where, select: { id: true, filename: true } });
  return new Map(files.map((file) => [file.id, file]));
}

export function historyEntryBody(
  entry: ReadEntry,
  { language }: Pick<Reading, 'language'>,
  files: Files,
): z.input<typeof historyEntry> {
  const { kind, data } = storedEntry(entry);
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    kind,
    actor: { kind: entry.actorKind as (typeof ACTORS)[number], name: entry.actorName },
    text: historyText(kind, data, language),
    data: snakeCase(entry.data) as Record<string, unknown>,
    message_id: entry.messageId,
    has_letter: (entry.message?.pdfSha256 ?? null) !== null,
    attachments: (entry.message?.attachmentIds ?? []).flatMap((id) => files.get(id) ?? []),
  };
}
