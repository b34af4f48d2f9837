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
  /** Account and reference; none where the text has said them. */
  lines: readonly string[];
  /** The same for a banking app, with what to do with it. */
  code: { modules: PaymentCode; caption: string } | null;
}

/**
 * What a transfer needs, shown after the text: the account, unless the text has `#iban` itself, and a code to be scanned. Null
 * without an IBAN, and when there is nothing left to show.
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
 * Joined by a sign that a bank's form takes. Its field has 140 characters: with many items the customer's reference alone is clearer. A statement has
 * none. What a letter cannot print is left out: copied with a `?` it would name nothing.
 */
function referenceOf(content: ReminderContent): string {
  const items = itemsOf('#items_list_selected', content);
  const numbers = items.length <= 3 ? listOfNumbers(items, content)?.text : undefined;
  const parts = [fieldText(content.customer.reference, 40), numbers];
  return parts.filter((part) => part && !lacksGlyphs(part)).join(' - ');
}

/** Of one debtor's sum; the files of a statement are several debtors'. */
function codeOf(content: ReminderContent, reference: string): BankLines['code'] {
  if (content.statementColumns) return null;
  const amountCents = content.promisedCents ?? sumOfBalances(itemsOf('#items_list_selected', content));
  const modules = paymentCode(content.company, { amountCents, currency: content.currency, reference });
  return modules && { modules, caption: labelsOf(content.language).bankCode };
}
