/** The text with ordinary spaces, so that it can be read. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
