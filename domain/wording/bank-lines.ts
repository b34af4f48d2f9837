import { formatIban } from '../format/bank.ts';
import { lacksGlyphs } from '../format/letter-font.ts';
import { fieldText } from '../format/printable.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { itemsOf, sumOfBalances } from '../tags/item-table.ts';
import { splitTags } from '../tags/split-tags.ts';
import { listOfNumbers } from '../tags/tag-values.ts';
import { labelsOf } from './labels.ts';
import { paymentCode, type PaymentCode } from './payment-code.ts';

export interface BankLines {
  title: string;
  /** Account and reference; empty when the text already contains them. */
  lines: readonly string[];
  /** The same as a code for a banking app, with a caption that says how to use it. */
  code: { modules: PaymentCode; caption: string } | null;
}

/**
 * What a bank transfer needs, shown after the text: the account (unless the text contains `#iban`) and a code to scan.
 * Null without an IBAN, and when nothing is left to show.
 */
export function bankLines(template: TemplateText, content: ReminderContent): BankLines | null {
  const { iban, bic } = content.company;
  if (!iban) return null;
  const labels = labelsOf(content.language);
  const reference = referenceOf(content);
  const code = codeOf(content, reference);
  const saysIt = splitTags(template.bodyHtml).some((piece) => piece.type === 'tag' && piece.tag === '#iban');
  if (saysIt) return code && { title: labels.bankTitle, lines: [], code };
  const account = `IBAN ${formatIban(iban)}${bic ? ` · BIC ${fieldText(bic, 11)}` : ''}`;
  return {
    title: labels.bankTitle,
    lines: [account, `${labels.bankReference} ${reference || labels.eachNumber}`],
    code,
  };
}

/**
 * The reference of a transfer, joined by a sign that bank forms accept. The field has 140 characters, so with many
 * items only the customer's reference is given. A statement has none. Parts that a letter cannot print are left out:
 * copied with `?` they would name nothing.
 */
function referenceOf(content: ReminderContent): string {
  const items = itemsOf('#items_list_selected', content);
  const numbers = items.length <= 3 ? listOfNumbers(items, content)?.text : undefined;
  const parts = [fieldText(content.customer.reference, 40), numbers];
  return parts.filter((part) => part && !lacksGlyphs(part)).join(' - ');
}

/** The code for one debtor's sum; none for a statement, whose files belong to several debtors. */
function codeOf(content: ReminderContent, reference: string): BankLines['code'] {
  if (content.statementColumns) return null;
  const amountCents = content.promisedCents ?? sumOfBalances(itemsOf('#items_list_selected', content));
  const modules = paymentCode(content.company, { amountCents, currency: content.currency, reference });
  return modules && { modules, caption: labelsOf(content.language).bankCode };
}
