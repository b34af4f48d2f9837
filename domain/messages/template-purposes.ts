/**
 * Purposes of a text outside the ladder: an answer to a customer, or a mail to a colleague. Null stands for reminders
 * and anything else to a customer.
 */
export const TEMPLATE_PURPOSES = ['acknowledgement', 'internal'] as const;
export type TemplatePurpose = (typeof TEMPLATE_PURPOSES)[number];

/** The use for which a template is chosen; `customer`: anything written to the customer. */
export const TEMPLATE_USES = ['reminder', 'acknowledgement', 'customer', 'internal'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

/**
 * Which templates are offered for a use: those with these purposes, and only those without a level when
 * `onlyOfNoLevel`.
 */
export const FITTING_USE: Record<TemplateUse, { purposes: (TemplatePurpose | null)[]; onlyOfNoLevel?: boolean }> = {
  reminder: { purposes: [null] },
  acknowledgement: { purposes: ['acknowledgement', null], onlyOfNoLevel: true },
  customer: { purposes: ['acknowledgement', null] },
  internal: { purposes: ['internal'] },
};
