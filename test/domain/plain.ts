/** A text with ordinary spaces, for the eye. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
