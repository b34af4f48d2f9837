import { api, type Schema, versionedAnswerOf } from '../../api/client.ts';

type CustomerGroup = Schema<'Group'>;

/**
 * Moves `first` right before `second`, which came before it: their priorities are swapped. When both have the same
 * priority, only `second` is moved down.
 */
export async function putBefore(first: CustomerGroup, second: CustomerGroup): Promise<void> {
  const isTied = first.priority === second.priority;
  if (!isTied) await setPriority(first.id, second.priority);
  await setPriority(second.id, isTied ? Math.min(second.priority + 1, 10_000) : first.priority);
}

async function setPriority(id: string, priority: number): Promise<void> {
  const path = { id };
  const { etag } = await versionedAnswerOf(api.GET('/v1/groups/{id}', { params: { path } }));
  await api.PATCH('/v1/groups/{id}', { params: { path, header: { 'If-Match': etag } }, body: { priority } });
}
