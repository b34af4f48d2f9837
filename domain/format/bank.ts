/** Formats an IBAN in groups of four; spaces and other signs in the input are ignored. */
export function formatIban(iban: string): string {
  const compact = iban
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
    .slice(0, 34);
  return compact.replace(/(.{4})(?=.)/g, '$1\u00a0');
}
