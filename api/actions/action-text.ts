import { callAgainInWords, titleInWords } from '../../domain/actions/task-titles.ts';
import { originOf } from '../../domain/actions/action-origin.ts';
import { attentionSentence } from '../../domain/case/attention-about-message.ts';
import { formatAmount } from '../../domain/format/amount.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { type ActionRow, amountCentsOf } from '../../facts/actions/action-row.ts';

const WORDS = {
  fr: {
    channels: { email: 'par courriel', letter: 'par courrier', sms: 'par SMS', call: 'par téléphone', task: '' },
    letters: {
      simple: 'par lettre simple',
      registered: 'en recommandé',
      lre_qualified: 'par lettre recommandée électronique',
      ere_simple: 'par envoi recommandé électronique',
    },
    noLevel: 'Message',
    preventive: 'Rappel préventif',
    reminder: (level: number) => `Relance R${level}`,
    more: (count: number) => ` et ${count} ${count === 1 ? 'autre' : 'autres'}`,
  },
  en: {
    channels: { email: 'by e-mail', letter: 'by letter', sms: 'by SMS', call: 'by telephone', task: '' },
    letters: {
      simple: 'by ordinary letter',
      registered: 'by registered letter',
      lre_qualified: 'by electronic registered letter',
      ere_simple: 'by electronic registered delivery',
    },
    noLevel: 'Message',
    preventive: 'Preventive reminder',
    reminder: (level: number) => `Reminder R${level}`,
    more: (count: number) => ` and ${count} ${count === 1 ? 'other' : 'others'}`,
  },
} as const;
const SHOWN_NUMBERS = 3;

/** An action in one line: what, to whom, about what. For a task: its title, as its author typed it. */
export function actionText(row: ActionRow, language: Language): string {
  if (row.title) return actionTitle(row, row.title, language);
  const w = WORDS[language];
  const how = row.letterKind ? w.letters[row.letterKind] : w.channels[row.kind];
  const what = row.level === null ? w.noLevel : row.level === 0 ? w.preventive : w.reminder(row.level);
  const invoices = row.invoices.map(({ invoice }) => invoice);
  const numbers = invoices.slice(0, SHOWN_NUMBERS).map(({ number }) => number);
  const notShown = invoices.length - numbers.length;
  const more = notShown > 0 ? w.more(notShown) : '';
  const currency = row.currency ?? invoices[0]?.currency;
  const amount = currency ? ` (${formatAmount(amountCentsOf(row), currency, language)})` : '';
  const about = numbers.length > 0 ? ` – ${numbers.join(', ')}${more}${amount}` : '';
  const whom = row.customer ? ` – ${row.customer.name}` : '';
  return `${[what, how].filter(Boolean).join(' ')}${whom}${about}`;
}

/** The title in the reader's language; what a person typed stays as it is. */
function actionTitle(row: ActionRow, title: string, language: Language): string {
  if (row.attentionCode !== null && row.attentionText === title)
    return attentionSentence({ code: row.attentionCode, text: title }, language);
  const origin = originOf(row);
  if (origin === 'specific_action') return title;
  // Only the product makes calls out of a task.
  return origin === 'task' && row.kind === 'call' ? callAgainInWords(title, language) : titleInWords(title, language);
}
