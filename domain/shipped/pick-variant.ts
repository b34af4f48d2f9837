import type { Reader, TemplateVariant } from './shipped-template.ts';

/**
 * The text of a template for a sending: of its mode, fit for its debtor (one made for another kind of debtor never is),
 * in its language if there is one, and made for this very kind of debtor rather than for all. When no text of that mode
 * fits, the template's first one. A mail's letter is asked for with `kind: 'letter'`.
 */
export function pickVariant<Variant extends Pick<TemplateVariant, keyof Reader>>(
  template: Variant & { variants: readonly Variant[] },
  wanted: Reader,
): Variant {
  const fitting = [template, ...template.variants].filter(
    ({ kind, debtorKind }) => kind === wanted.kind && (debtorKind === null || debtorKind === wanted.debtorKind),
  );
  const rank = (variant: Variant) =>
    (variant.language === wanted.language ? 2 : 0) + (variant.debtorKind === wanted.debtorKind ? 1 : 0);
  return fitting.reduce<Variant>(
    (best, variant) => (rank(variant) > rank(best) ? variant : best),
    fitting[0] ?? template,
  );
}
