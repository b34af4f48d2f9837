/** A vowel, and Y before a consonant: « d’Yves », but « de Yann ». An H stays whole: which are mute is in no spelling. */
const ELIDES = /^(?:[aeiouœæ]|y(?=[bcdfghj-np-tv-xz]))/i;

/** French « de » before a name, elided where it is spoken so: « de Marie », « d’Alain », « d’AXA ». */
export function withDe(name: string): string {
  // Taken apart, a letter stands before its accent.
  return ELIDES.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
