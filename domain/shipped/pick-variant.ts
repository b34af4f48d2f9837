import type { Reader, TemplateVariant } from './shipped-template.ts';

/** Whether a text is of the sending's mode and may be read by its debtor. */
export const fits = (
  { kind, debtorKind }: Pick<TemplateVariant, 'kind' | 'debtorKind'>,
  wanted: Pick<Reader, 'kind' | 'debtorKind'>,
) => kind === wanted.kind && (debtorKind === null || debtorKind === wanted.debtorKind);

/**
 * The text of a template for a sending: of its mode, fit for its debtor (one made for another kind of debtor never is),
 * in its language if there is one, and made for this very kind of debtor rather than for all. When no text of that mode
 * fits, the template's first one. A mail's letter is asked for with `kind: 'letter'`.
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
