import { confirmAction } from '../../../action/confirm-action.ts';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem, isAway } from '../../../api/problem.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { type DraftEdits, editsBody } from '../../../draft/draft-edits.ts';
import { editsOf } from '../../../draft/kept-edits.ts';
import type { Refused } from './in-portions.ts';

/** Confirms all of them, each with what was changed of its draft; those that were changed first, one by one. */
export async function confirmMany(ids: readonly string[]): Promise<{ accepted: number; refused: Refused[] }> {
  const changed = ids.flatMap((id) => {
    const edits = editsOf(id);
    return edits ? [{ id, edits }] : [];
  });
  const prepared = ids.filter((id) => !changed.some((one) => one.id === id));
  const refused: Refused[] = [];
  for (const one of changed) refused.push(...(await confirmChanged(one)));
  if (prepared.length === 0) return { accepted: ids.length - refused.length, refused };
  const body = { ids: prepared };
  const answer = await sendOnce(['confirm-many', body], (header) =>
    answerOf(api.POST('/v1/actions/confirm', { params: { header }, body })),
  );
  const accepted = changed.length - refused.length + answer.confirmed;
  return { accepted, refused: [...refused, ...answer.refused] };
}

async function confirmChanged({ id, edits }: { id: string; edits: DraftEdits }): Promise<Refused[]> {
  try {
    await confirmAction(id, editsBody(edits));
    return [];
  } catch (error) {
    if (!(error instanceof ApiProblem) || isAway(error)) throw error;
    return [{ id, code: error.code, detail: error.detail }];
  }
}
