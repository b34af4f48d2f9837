/** A creditor's settings for whoever draws nothing: a logo of half a megabyte would be read with every plan. */
export const WITHOUT_LOGO = { omit: { logoPng: true } } as const;
