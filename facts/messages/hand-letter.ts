/** Origin of the action by which a registered letter made by hand waits to be posted. */
export const HAND_LETTER = 'hand_letter';
