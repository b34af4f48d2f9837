/**
 * Parts one promised amount among several invoices in proportion to their balances, to the cent; the whole amount when it is
 * all that is owed. Each has a cent at least, since every one of them is promised. Integer cents; the amount is at most the sum of
 * the balances and at least a cent for each.
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
