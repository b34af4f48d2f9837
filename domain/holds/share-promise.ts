/**
 * Splits one promised amount among several invoices in proportion to their balances, in whole cents; a promise of the
 * full debt gives each invoice its balance. Each share is at least one cent, because every invoice is promised. The
 * amount is at most the sum of the balances and at least one cent for each.
 */
export function sharePromise(amountCents: number, balancesCents: readonly number[]): number[] {
  const totalCents = balancesCents.reduce((sum, cents) => sum + cents, 0);
  const free = amountCents - balancesCents.length;
  const freeTotal = totalCents - balancesCents.length;
  let upTo = 0;
  let given = 0;
  return balancesCents.map((cents) => {
    upTo += cents - 1;
    const share = freeTotal === 0 ? 0 : Math.round((free / freeTotal) * upTo) - given;
    given += share;
    return share + 1;
  });
}
