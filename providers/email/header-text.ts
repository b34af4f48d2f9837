// Control characters and Unicode line ends: in a header they would start a new header, or hide part of a line.
const LINE_BREAKING = /[\p{Cc}\u2028\u2029]+/gu;
const NEEDS_QUOTES = /[",.<>@;:()[\]\\]/;

/** The text on one line: each run of control characters becomes a space. For subjects, names and file names. */
export function singleLine(text: string): string {
  return text.replace(LINE_BREAKING, ' ').trim();
}

/** Whether the text can stand in an address header without starting another header. */
export function isHeaderSafe(text: string): boolean {
  return text.search(LINE_BREAKING) === -1;
}

/**
 * `Name <address>` for a From header. The name is quoted when it contains syntax characters (RFC 5322 §3.4), so that a
 * company called `Martin, Fils <x@y>` cannot add an address.
 */
export function formatMailbox(name: string, address: string): string {
  const cleanName = singleLine(name);
  if (cleanName === '') return singleLine(address);
  const shownName = NEEDS_QUOTES.test(cleanName) ? `"${cleanName.replace(/[\\"]/g, '\\$&')}"` : cleanName;
  return `${shownName} <${singleLine(address)}>`;
}

/** The bare address of `Name <address>`. */
export function addressOfMailbox(mailbox: string): string {
  return singleLine(/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox);
}
