/** Why an action is there; `actions.origin` is one of these. */
export const ACTION_ORIGINS = [
  // A message, a call or a task of the ladder.
  'step',
  // What a person planned outside the scenario, on chosen invoices.
  'specific_action',
  // A letter that a person asked for, and posts.
  'hand_letter',
  // A task that a person noted.
  'task',
  // What became of a message that no case waits for; `messageId` of the action is that message.
  'message',
  // A case has stopped until a person has looked.
  'attention',
  'promise_broken',
  'dispute_review',
  'exhausted',
  'limitation',
  'insolvency',
] as const;
export type ActionOrigin = (typeof ACTION_ORIGINS)[number];

/**
 * The origin of a stored action, for comparisons: the column is plain text, and the code that writes it is typed as
 * `ActionOrigin`.
 */
export const originOf = ({ origin }: { origin: string }): ActionOrigin => origin as ActionOrigin;

/** The `origin` of an action, as a condition of a query or as data to be written. */
export const ofOrigin = <Origin extends ActionOrigin>(origin: Origin): { origin: Origin } => ({ origin });
