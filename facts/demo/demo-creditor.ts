/** The slug of the only creditor in the demonstration. */
export const DEMO_CREDITOR = 'demo';
