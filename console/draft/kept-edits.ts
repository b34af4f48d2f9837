import { createStore, useStore } from '../states/store.ts';
import { type DraftEdits, NO_EDITS } from './draft-edits.ts';

/** What was changed of drafts that have not left yet, by action: closing one, going on, or a refusal loses nothing. */
const kept = createStore<Readonly<Record<string, DraftEdits>>>({});

/** Whether anything is changed by it. */
export const isChanged = ({ attachments, draftVersion: _version, ...texts }: DraftEdits): boolean =>
  attachments.length > 0 || Object.values(texts).some((text) => text !== undefined);

/** What was changed of the action's draft; undefined when nothing was. */
export const editsOf = (actionId: string): DraftEdits | undefined => kept.get()[actionId];

export function keepEdits(actionId: string, edits: DraftEdits): void {
  const { [actionId]: _, ...others } = kept.get();
  kept.set(isChanged(edits) ? { ...others, [actionId]: edits } : others);
}

/** Changes what is kept of the action's draft by then. */
export const changeEdits = (actionId: string, change: (now: DraftEdits) => DraftEdits): void =>
  keepEdits(actionId, change(editsOf(actionId) ?? NO_EDITS));

/** Forgets what was changed of the action's draft: it has left, or never will; or the draft is wanted as it is planned. */
export const forgetEdits = (actionId: string): void => keepEdits(actionId, NO_EDITS);

/** Many were decided at once: those that were not refused are done with. */
export function forgetDecided(ids: readonly string[], refused: readonly { id: string }[]): void {
  const left = new Set(refused.map(({ id }) => id));
  for (const id of ids) if (!left.has(id)) forgetEdits(id);
}

/** Somebody else is here: of what was changed before, nothing is his to send. */
export const forgetAllEdits = (): void => kept.set({});

/** All that is kept, by action. */
export const useKeptEdits = (): Readonly<Record<string, DraftEdits>> => useStore(kept);

export const useEdits = (actionId: string): DraftEdits => useStore(kept)[actionId] ?? NO_EDITS;

/** Before the window is closed or loaded again, which would lose them, the browser asks. */
export function askBeforeLeaving(event: Pick<BeforeUnloadEvent, 'preventDefault'>): void {
  if (Object.keys(kept.get()).length > 0) event.preventDefault();
}
