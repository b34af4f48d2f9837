/** States in which a message's outcome is open: it may still leave, or nobody knows whether it left. */
export const OPEN_STATES = ['reserved', 'rendered', 'sending', 'ambiguous'] as const;

/** Whether the outcome of a message in this state is open. */
export const isOpenState = (status: string): boolean => OPEN_STATES.some((open) => open === status);
