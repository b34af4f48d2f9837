import { formatIban } from '../format/bank.ts';
import { fieldText } from '../format/printable.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { itemsOf } from '../tags/item-table.ts';
import { splitTags } from '../tags/split-tags.ts';
import { listOfNumbers } from '../tags/tag-values.ts';
import { labelsOf } from './labels.ts';

export interface BankLines {
  title: string;
  lines: readonly [account: string, reference: string];
}

/** What a transfer needs, shown after the text; null without an IBAN or when the text has `#iban` itself. */
export function bankLines(template: TemplateText, content: ReminderContent): BankLines | null {
  const { iban, bic } = content.company;
  const saysIt = splitTags(template.bodyHtml).some((piece) => piece.type === 'tag' && piece.tag === '#iban');
  if (!iban || saysIt) return null;
  const labels = labelsOf(content.language);
  const items = itemsOf('#items_list_selected', content);
  // A bank's field has 140 characters: with many items the customer's reference alone is clearer.
  const numbers = items.length <= 3 ? listOfNumbers(items, content)?.text : undefined;
  const reference = [fieldText(content.customer.reference, 40), numbers].filter(Boolean).join(' – ');
  const account = `IBAN ${formatIban(iban)}${bic ? ` · BIC ${fieldText(bic, 11)}` : ''}`;
  return { title: labels.bankTitle, lines: [account, `${labels.bankReference} ${reference}`] };
}
