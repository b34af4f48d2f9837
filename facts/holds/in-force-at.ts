/**
 * Which holds are in force at an instant. One whose end has come is noted as ended when a case of the customer is planned: with no
 * open invoice nothing is, and it is over all the same.
 */
export const inForceAt = (at: Date) => ({ endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: at } }] });
