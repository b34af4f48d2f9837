const ALLOWED_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const MAX_HREF_LENGTH = 2000;

/** The normalised address when it is http, https or mailto; null for anything else (`javascript:`, relative). */
export function safeHref(address: string | null | undefined): string | null {
  if (!address || address.length > MAX_HREF_LENGTH) return null;
  if (!URL.canParse(address.trim())) return null;
  const url = new URL(address.trim());
  return ALLOWED_PROTOCOLS.has(url.protocol) && url.href.length <= MAX_HREF_LENGTH ? url.href : null;
}
