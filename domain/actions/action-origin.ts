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
  // What becomes of a message of which no case asks; the action's `messageId` is that of the message.
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

/** The origin of a stored action, to be compared: the column is text, and what writes it is held to `ActionOrigin`. */
export const originOf = ({ origin }: { origin: string }): ActionOrigin => origin as ActionOrigin;

/** The condition, or the column, that an action is of this origin. */
export const ofOrigin = <Origin extends ActionOrigin>(origin: Origin): { origin: Origin } => ({ origin });
