/** GSM 03.38: the characters of a 160-character SMS; those of the extension take the room of two. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '^{}\\[~]|€';

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  '•': '-',
};

/** Converts a text into the GSM alphabet as far as possible: accents that GSM lacks are dropped. */
export function inGsmAlphabet(text: string): string {
  // A text from another system may contain accents as separate characters.
  const spaced = text.normalize('NFC').replace(/[\u00a0\u202f\u2009]/g, ' ');
  return [...spaced].map((character) => PLAIN[character] ?? (isGsm(character) ? character : bare(character))).join('');
}

const isGsm = (character: string): boolean => BASIC.includes(character) || EXTENSION.includes(character);

function bare(character: string): string {
  const stripped = character.normalize('NFD').replace(/\p{M}/gu, '');
  return stripped !== '' && [...stripped].every(isGsm) ? stripped : character;
}

/**
 * Whether a text needs Unicode, and how many segments it takes: 160 characters, or 153 each in several segments; with
 * Unicode 70, or 67 each.
 */
export function smsSize(text: string): { unicode: boolean; segments: number } {
  const unicode = ![...text].every(isGsm);
  const length = unicode ? text.length : [...text].reduce((sum, one) => sum + (EXTENSION.includes(one) ? 2 : 1), 0);
  const [alone, each] = unicode ? [70, 67] : [160, 153];
  return { unicode, segments: length <= alone ? 1 : Math.ceil(length / each) };
}
