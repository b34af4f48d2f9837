import type { Action } from '../../action/action-data.ts';
import { isConfirmable } from '../../action/what-can-be-decided.ts';
import { ApiProblem, unreachable } from '../../api/problem.ts';
import { editsBody } from '../../draft/draft-edits.ts';
import { editsOf } from '../../draft/kept-edits.ts';

/** The letters of these actions as one PDF, in this order, with what was corrected of them and is kept. Throws an ApiProblem. */
export async function mergedLetters(actions: readonly Action[]): Promise<Blob> {
  const edits = actions.flatMap(correctedText);
  const response = await fetch('/v1/actions/letters.pdf', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    // Of several nobody looks at each: what grew old is left out, and named.
    body: JSON.stringify({
      ids: actions.map(({ id }) => id),
      ...(edits.length > 0 ? { edits } : {}),
      refuse_outdated: true,
    }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await ApiProblem.from(response);
  return response.blob();
}

/** As its drawer shows it: of what leaves by itself, or is made, nothing can be corrected any more. */
function correctedText(action: Action) {
  // Of letters it does not matter who sends SMS.
  const kept = isConfirmable(action, undefined) && editsOf(action.id);
  if (!kept || (kept.subject === undefined && kept.bodyHtml === undefined)) return [];
  const { subject, body_html: bodyHtml, draft_version: version } = editsBody(kept);
  return [{ id: action.id, subject, body_html: bodyHtml, draft_version: version }];
}
