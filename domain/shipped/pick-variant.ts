import type { Reader, TemplateVariant } from './shipped-template.ts';

/** Whether a text has the wanted channel and is meant for this kind of debtor. */
export const fits = (
  { kind, debtorKind }: Pick<TemplateVariant, 'kind' | 'debtorKind'>,
  wanted: Pick<Reader, 'kind' | 'debtorKind'>,
) => kind === wanted.kind && (debtorKind === null || debtorKind === wanted.debtorKind);

/**
 * Picks the template's text for a sending: one with its channel and not made for another kind of debtor; among these,
 * preferably in the debtor's language, then made for this very kind of debtor. When none fits, the template's first
 * text. For the letter of a mail, pass `kind: 'letter'`.
 */
export function pickVariant<Variant extends Pick<TemplateVariant, keyof Reader>>(
  template: Variant & { variants: readonly Variant[] },
  wanted: Reader,
): Variant {
  const fitting = [template, ...template.variants].filter((variant) => fits(variant, wanted));
  const rank = (variant: Variant) =>
    (variant.language === wanted.language ? 2 : 0) + (variant.debtorKind === wanted.debtorKind ? 1 : 0);
  return fitting.reduce<Variant>(
    (best, variant) => (rank(variant) > rank(best) ? variant : best),
    fitting[0] ?? template,
  );
}
