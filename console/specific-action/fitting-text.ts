import type { Schema } from '../api/client.ts';

/** What a text of a template is for: channel, language and kind of debtor. */
type Reader = Pick<Schema<'Template'>['variants'][number], 'kind' | 'language' | 'debtor_kind'>;

/**
 * The text of a template that would be sent, by the server's rule: in the channel, and not for another kind of debtor;
 * preferably in the customer's language, then for the customer's kind. The template's first text when none matches.
 */
export function fittingText<Text extends Reader>(texts: readonly Text[], wanted: Reader): Text | undefined {
  const rank = (text: Reader) =>
    (text.language === wanted.language ? 2 : 0) + (text.debtor_kind === wanted.debtor_kind ? 1 : 0);
  const fitting = texts.filter(
    ({ kind, debtor_kind: debtor }) => kind === wanted.kind && (debtor === null || debtor === wanted.debtor_kind),
  );
  return fitting.toSorted((one, other) => rank(other) - rank(one))[0] ?? texts[0];
}

type Written = Pick<Schema<'Customer'>, 'kind' | 'language'>;

/** The text of a template for this customer, as a text to edit. */
export function wordsFor(
  { variants }: Pick<Schema<'Template'>, 'variants'>,
  { kind: debtor_kind, language }: Written,
  kind: Reader['kind'],
): { subject: string; body_html: string } {
  const { subject = '', body_html = '' } = fittingText(variants, { kind, language, debtor_kind }) ?? {};
  return { subject, body_html };
}
