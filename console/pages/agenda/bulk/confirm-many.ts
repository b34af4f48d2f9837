import { confirmAction } from '../../../action/confirm-action.ts';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem, isAway } from '../../../api/problem.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { editsBody, isUnfinished, NO_EDITS } from '../../../draft/draft-edits.ts';
import { editsOf } from '../../../draft/kept-edits.ts';
import { type Refused, UNFINISHED } from './in-portions.ts';

/** Confirms all of them, with their latest edits. Edited ones are confirmed first, one by one. */
export async function confirmMany(ids: readonly string[]): Promise<{ accepted: number; refused: Refused[] }> {
  const prepared = [...ids];
  const refused: Refused[] = [];
  for (;;) {
    const at = prepared.findIndex((id) => editsOf(id));
    if (at < 0) break;
    for (const id of prepared.splice(at, 1)) refused.push(...(await confirmChanged(id)));
  }
  if (prepared.length === 0) return { accepted: ids.length - refused.length, refused };
  const body = { ids: prepared };
  const answer = await sendOnce(['confirm-many', body], (header) =>
    answerOf(api.POST('/v1/actions/confirm', { params: { header }, body })),
  );
  const accepted = ids.length - prepared.length - refused.length + answer.confirmed;
  return { accepted, refused: [...refused, ...answer.refused] };
}

async function confirmChanged(id: string): Promise<Refused[]> {
  const edits = editsOf(id) ?? NO_EDITS;
  if (isUnfinished(edits)) return [{ id, code: UNFINISHED, detail: '' }];
  try {
    await confirmAction(id, editsBody(edits));
    return [];
  } catch (error) {
    if (!(error instanceof ApiProblem) || isAway(error)) throw error;
    return [{ id, code: error.code, detail: error.detail }];
  }
}
