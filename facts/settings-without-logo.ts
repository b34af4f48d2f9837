/** Reads a creditor's settings without the logo: half a megabyte that every plan would read for nothing. */
export const WITHOUT_LOGO = { omit: { logoPng: true } } as const;
