/** The slug of the demonstration's one creditor. */
export const DEMO_CREDITOR = 'demo';
