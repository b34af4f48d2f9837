import { createStore, useStore } from '../states/store.ts';
import { type DraftEdits, NO_EDITS } from './draft-edits.ts';

/** Edits of drafts that are not sent yet, by action. They survive closing the action, moving on, and a refusal. */
const kept = createStore<Readonly<Record<string, DraftEdits>>>({});

/** Whether the edits change anything. */
export const isChanged = ({ attachments, draftVersion: _version, ...texts }: DraftEdits): boolean =>
  attachments.length > 0 || Object.values(texts).some((text) => text !== undefined);

/** The edits of an action's draft; undefined when there are none. */
export const editsOf = (actionId: string): DraftEdits | undefined => kept.get()[actionId];

export function keepEdits(actionId: string, edits: DraftEdits): void {
  const { [actionId]: _, ...others } = kept.get();
  kept.set(isChanged(edits) ? { ...others, [actionId]: edits } : others);
}

/** Updates the latest edits of an action's draft. */
export const changeEdits = (actionId: string, change: (now: DraftEdits) => DraftEdits): void =>
  keepEdits(actionId, change(editsOf(actionId) ?? NO_EDITS));

/** Forgets the edits of an action's draft: it was sent, or will not be, or the user wants the planned draft. */
export const forgetEdits = (actionId: string): void => keepEdits(actionId, NO_EDITS);

/** After deciding many actions: forgets the edits of all that were not refused. */
export function forgetDecided(ids: readonly string[], refused: readonly { id: string }[]): void {
  const left = new Set(refused.map(({ id }) => id));
  for (const id of ids) if (!left.has(id)) forgetEdits(id);
}

/** Another user has signed in, who must not send the edits of the one before. */
export const forgetAllEdits = (): void => kept.set({});

/** All edits, by action. */
export const useKeptEdits = (): Readonly<Record<string, DraftEdits>> => useStore(kept);

export const useEdits = (actionId: string): DraftEdits => useStore(kept)[actionId] ?? NO_EDITS;

/** Makes the browser ask before the window is closed or reloaded, which would lose the edits. */
export function askBeforeLeaving(event: Pick<BeforeUnloadEvent, 'preventDefault'>): void {
  if (Object.keys(kept.get()).length > 0) event.preventDefault();
}
