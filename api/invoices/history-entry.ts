import { z } from 'zod';
import { HISTORY_KINDS, type HistoryData, type HistoryKind, historyText } from '../../domain/case/history-text.ts';
import type { HistoryEntry } from '../../prisma/generated/client.ts';
import type { Reading } from './reading.ts';
import { snakeCase } from './snake-case.ts';

const ACTORS = ['user', 'key', 'system', 'provider'] as const;

/** What happened, in a sentence. */
export const historyEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(HISTORY_KINDS),
  actor: z.object({ kind: z.enum(ACTORS), name: z.string() }),
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  message_id: z.string().nullable(),
});

export function historyEntryBody(
  entry: HistoryEntry,
  { language }: Pick<Reading, 'language'>,
): z.input<typeof historyEntry> {
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    kind: entry.kind as HistoryKind,
    actor: { kind: entry.actorKind as (typeof ACTORS)[number], name: entry.actorName },
    text: historyText(entry.kind as HistoryKind, entry.data as HistoryData, language),
    data: snakeCase(entry.data) as Record<string, unknown>,
    message_id: entry.messageId,
  };
}
