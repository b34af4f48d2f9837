/** GSM 03.38: what one character of a 160-character SMS may be; those of the extension take the room of two. */
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

/** The text in characters that every telephone takes, as far as it goes: an accent that GSM lacks is left out. */
export function inGsmAlphabet(text: string): string {
  // A file from elsewhere may hold an accent as a sign of its own.
  const spaced = text.normalize('NFC').replace(/[\u00a0\u202f\u2009]/g, ' ');
  return [...spaced].map((character) => PLAIN[character] ?? (isGsm(character) ? character : bare(character))).join('');
}

const isGsm = (character: string): boolean => BASIC.includes(character) || EXTENSION.includes(character);

function bare(character: string): string {
  const stripped = character.normalize('NFD').replace(/\p{M}/gu, '');
  return stripped !== '' && [...stripped].every(isGsm) ? stripped : character;
}

/**
 * Whether a text needs the wider alphabet, and how many SMS it is sent as: 160 characters or 153 each, 70 or 67 in the wider
 * one.
 */
export function smsSize(text: string): { unicode: boolean; segments: number } {
  const unicode = ![...text].every(isGsm);
  const length = unicode ? text.length : [...text].reduce((sum, one) => sum + (EXTENSION.includes(one) ? 2 : 1), 0);
  const [alone, each] = unicode ? [70, 67] : [160, 153];
  return { unicode, segments: length <= alone ? 1 : Math.ceil(length / each) };
}
