import { z } from 'zod';
import { HISTORY_KINDS, historyText, storedEntry } from '../../domain/case/history-text.ts';
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
});

/** What has to be read with an entry. */
export const OF_HISTORY = { message: { select: { pdfSha256: true } } } as const;

export function historyEntryBody(
  entry: HistoryEntry & { message: Pick<Message, 'pdfSha256'> | null },
  { language }: Pick<Reading, 'language'>,
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
  };
}
