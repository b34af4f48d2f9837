/**
 * Elision before a vowel, and before Y followed by a consonant: « d’Yves », but « de Yann ». Never before an H, because
 * spelling does not show which ones are mute.
 */
const ELIDES = /^(?:[aeiouœæ]|y(?=[bcdfghj-np-tv-xz]))/i;

/** French « de » before a name, elided where it is in speech: « de Marie », « d’Alain », « d’AXA ». */
export function withDe(name: string): string {
  // In decomposed form the letter precedes its accent.
  return ELIDES.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
