import { formatAmount } from '../../domain/format/amount.ts';
import { type ActionRow, amountCentsOf } from '../../facts/actions/action-row.ts';

const CHANNELS = {
  email: 'par courriel',
  letter: 'par courrier',
  sms: 'par SMS',
  call: 'par téléphone',
  task: '',
} as const;
const LETTERS = {
  simple: 'par lettre simple',
  registered: 'en recommandé',
  lre_qualified: 'par lettre recommandée électronique',
  ere_simple: 'par envoi recommandé électronique',
} as const;
const SHOWN_NUMBERS = 3;

/** An action in one French line: what, to whom, about what. For a task: the text its author wrote. */
export function actionText(row: ActionRow): string {
  if (row.title) return row.title;
  const how = row.letterKind ? LETTERS[row.letterKind] : CHANNELS[row.kind];
  const what = row.level === null ? 'Message' : row.level === 0 ? 'Rappel préventif' : `Relance R${row.level}`;
  const invoices = row.invoices.map(({ invoice }) => invoice);
  const numbers = invoices.slice(0, SHOWN_NUMBERS).map(({ number }) => number);
  const notShown = invoices.length - numbers.length;
  const more = notShown > 0 ? ` et ${notShown} ${notShown === 1 ? 'autre' : 'autres'}` : '';
  const currency = row.currency ?? invoices[0]?.currency;
  const amount = currency ? ` (${formatAmount(amountCentsOf(row), currency, 'fr')})` : '';
  const about = numbers.length > 0 ? ` – ${numbers.join(', ')}${more}${amount}` : '';
  const whom = row.customer ? ` – ${row.customer.name}` : '';
  return `${[what, how].filter(Boolean).join(' ')}${whom}${about}`;
}
