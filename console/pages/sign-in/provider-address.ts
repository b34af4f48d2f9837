/**
 * The address that starts sign-in at the company's provider, and then returns to the page asked for (`location`,
 * `/agenda?tab=done`).
 */
export function providerAddress(
  startUrl: string,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  creditor?: string,
): string {
  const query = new URLSearchParams({ return_to: `${pathname}${search}`, ...(creditor ? { creditor } : {}) });
  return `${startUrl}?${query.toString()}`;
}
