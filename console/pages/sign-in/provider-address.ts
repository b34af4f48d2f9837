/** Where another's sign-in begins, to come back to what one was going to (`location`, `/agenda?tab=done`). */
export function providerAddress(
  startUrl: string,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  creditor?: string,
): string {
  const query = new URLSearchParams({ return_to: `${pathname}${search}`, ...(creditor ? { creditor } : {}) });
  return `${startUrl}?${query.toString()}`;
}
