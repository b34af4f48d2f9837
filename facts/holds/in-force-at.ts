/**
 * Selects the holds in force at an instant. A hold is only marked as ended when a case of the customer is planned, so
 * one whose end has passed may still look open, for example when the customer has no open invoice.
 */
export const inForceAt = (at: Date) => ({ endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: at } }] });
