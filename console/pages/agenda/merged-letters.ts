import type { Action } from '../../action/action-data.ts';
import { isConfirmable } from '../../action/what-can-be-decided.ts';
import { ApiProblem, unreachable } from '../../api/problem.ts';
import { editsBody } from '../../draft/draft-edits.ts';
import { editsOf } from '../../draft/kept-edits.ts';

/**
 * The letters of these actions as one PDF, in this order, with the kept edits; with `isDuplex` each begins on the front of
 * a sheet. Throws an ApiProblem.
 */
export async function mergedLetters(actions: readonly Action[], isDuplex: boolean): Promise<Blob> {
  const edits = actions.flatMap(correctedText);
  const response = await fetch('/v1/actions/letters.pdf', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    // Nobody checks each letter of a batch: the API must name outdated ones instead of printing them.
    body: JSON.stringify({
      ids: actions.map(({ id }) => id),
      ...(edits.length > 0 ? { edits } : {}),
      refuse_outdated: true,
      duplex: isDuplex,
    }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await ApiProblem.from(response);
  return response.blob();
}

/**
 * The edits that the drawer would show. A message that is sent automatically, or is made already, cannot be edited any
 * more.
 */
function correctedText(action: Action) {
  // For letters it does not matter whether a provider takes SMS.
  const kept = isConfirmable(action, undefined) && editsOf(action.id);
  if (!kept || (kept.subject === undefined && kept.bodyHtml === undefined)) return [];
  const { subject, body_html: bodyHtml, draft_version: version } = editsBody(kept);
  return [{ id: action.id, subject, body_html: bodyHtml, draft_version: version }];
}
