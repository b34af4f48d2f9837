/**
 * Elided before a vowel, and before Y when a consonant follows: « d’Yves », but « de Yann ». Not before H: the spelling
 * does not show which ones are mute.
 */
const ELIDES = /^(?:[aeiouœæ]|y(?=[bcdfghj-np-tv-xz]))/i;

/** French « de » before a name, elided as it is spoken: « de Marie », « d’Alain », « d’AXA ». */
export function withDe(name: string): string {
  // Decomposed (NFD), a letter comes before its accent.
  return ELIDES.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
