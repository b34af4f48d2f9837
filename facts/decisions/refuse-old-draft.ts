import type { Transaction } from '../../prisma/client.ts';
import { readActions } from '../actions/action-row.ts';
import { draftAction } from '../actions/draft-action.ts';
import { DRAFT_CHANGED } from '../messages/drawing/draft.ts';
import type { FactContext } from '../outcome.ts';
import { type AskedDecision, type Judged, refused } from './decision.ts';

/**
 * Refuses a confirmation of a draft that says something else by now; returns null when it says the same, or no draft is
 * named. A person's own words may state what was true when the draft was read; only that person can tell.
 */
export async function refuseOldDraft(
  tx: Transaction,
  context: FactContext,
  { args: { draftVersion, edits = {} }, actor }: Pick<AskedDecision, 'args' | 'actor'>,
  actionId: string,
): Promise<Judged | null> {
  if (draftVersion === undefined) return null;
  const [row] = await readActions(tx, { where: { id: actionId } });
  const draft = row ? await draftAction(tx, row, { ...context, actor }, edits) : null;
  return draft?.version === draftVersion ? null : refused('draft_changed', DRAFT_CHANGED);
}
