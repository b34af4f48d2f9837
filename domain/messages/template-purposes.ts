/** What a text is for that is none of the ladder: an answer to a customer, or a mail to a colleague. Null: reminders, and anything to a customer. */
export const TEMPLATE_PURPOSES = ['acknowledgement', 'internal'] as const;
export type TemplatePurpose = (typeof TEMPLATE_PURPOSES)[number];

/** What a message is that a template is chosen for; `customer`: anything that is written to him. */
export const TEMPLATE_USES = ['reminder', 'acknowledgement', 'customer', 'internal'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

/** Which templates are offered for a use: those of these purposes, of no level where `onlyOfNoLevel`. */
export const FITTING_USE: Record<TemplateUse, { purposes: (TemplatePurpose | null)[]; onlyOfNoLevel?: boolean }> = {
  reminder: { purposes: [null] },
  acknowledgement: { purposes: ['acknowledgement', null], onlyOfNoLevel: true },
  customer: { purposes: ['acknowledgement', null] },
  internal: { purposes: ['internal'] },
};
