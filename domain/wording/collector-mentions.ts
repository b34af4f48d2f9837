import { formatAmount } from '../format/amount.ts';
import { formatLongDate } from '../format/date.ts';
import { fieldText } from '../format/printable.ts';
import { plainText } from '../rich-text/document.ts';
import type { CompanyContent, ReminderContent } from '../reminder-content.ts';
import type { MessageBlock } from '../tags/expand-template.ts';
import { itemsOf, sumOfBalances } from '../tags/item-table.ts';

/**
 * CPCE L111-8, paragraphs 2 and 3, which must be reproduced word for word (R124-4, 5°), also in a letter in English.
 */
const L111_8 =
  '«\u00a0Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier, sauf s’ils concernent un acte dont l’accomplissement est prescrit par la loi au créancier. Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire. Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour recouvrer sa créance peut demander au juge de l’exécution de laisser tout ou partie des frais ainsi exposés à la charge du débiteur de mauvaise foi.\u00a0»';

/**
 * Adds to the blocks of a mail or letter what a company that collects for another creditor must tell the debtor (CPCE
 * R124-4). Below the greeting, because the text then says "us": who collects, and for whom. After the text: the sum and
 * its ground, how to pay, and the law's own words. These mentions are not part of any template, so that no author can
 * leave them out. An acknowledgement lists items with their amounts, so it has these mentions too; one of a dispute
 * names the sum and does not ask for it. A third party, who may know only the creditor, is told just who collects for
 * whom; so is the reader of a statement of account, which claims nothing and is no place to mention costs. Nothing is
 * added when the company writes for itself or to a colleague, nor to a notice of an electronic letter.
 */
export function withMentions(blocks: readonly MessageBlock[], content: ReminderContent): MessageBlock[] {
  const { actsFor = null } = content.company;
  if (actsFor === null || content.isInternal || content.mentions === 'none') return [...blocks];
  const at = isGreeting(blocks[0]) ? 1 : 0;
  const told = [...blocks.slice(0, at), paragraph(whoCollects(content, actsFor)), ...blocks.slice(at)];
  if (content.statementColumns || content.mentions === 'who_collects') return told;
  return [...told, paragraph(sumOwed(content)), paragraph(`CPCE, article L111-8, alinéas 2 et 3\u00a0: ${L111_8}`)];
}

const paragraph = (text: string): MessageBlock => ({ type: 'paragraph', inlines: [{ type: 'text', text, marks: {} }] });

/** Whether the block is a greeting (« Madame, Monsieur, »): a short first line that ends with a comma. */
function isGreeting(block: MessageBlock | undefined): boolean {
  if (block?.type !== 'paragraph') return false;
  const text = plainText(block.inlines).trim();
  return text.length <= LONGEST_GREETING && text.endsWith(',');
}

const LONGEST_GREETING = 80;

function whoCollects(content: ReminderContent, actsFor: NonNullable<CompanyContent['actsFor']>): string {
  const { company, language } = content;
  const { name, addressLines, postalCode, city } = company;
  const collector = fieldText([name, ...addressLines, `${postalCode} ${city}`].filter(Boolean).join(', '), 300);
  const creditor = fieldText(actsFor.creditor, 300);
  const mandate = formatLongDate(actsFor.mandateOn, language);
  return language === 'en'
    ? `${collector} collects debts out of court (“recouvrement amiable”) on behalf of the creditor, ${creditor}, under a written mandate of ${mandate}.`
    : `${collector}, exerce une activité de recouvrement amiable et agit pour le compte du créancier, ${creditor}, en vertu d’un mandat écrit du ${mandate}.`;
}

function sumOwed(content: ReminderContent): string {
  const { currency, language, mentions } = content;
  const sum = formatAmount(sumOfBalances(itemsOf('#items_list_selected', content)), currency, language);
  const isDisputed = mentions === 'acknowledgement_of_dispute';
  return language === 'en'
    ? `${isDisputed ? 'What the creditor claims' : 'What is owed'}: ${sum} of principal, under the items listed above, and no interest or costs. ${howToPay(content)}`
    : `${isDisputed ? 'Somme réclamée par le créancier' : 'Somme due'}\u00a0: ${sum} en principal, au titre des pièces énumérées ci-dessus, sans intérêts ni frais. ${howToPay(content)}`;
}

/** Where a promise was made, no more is asked for than what was promised. */
function howToPay({ language, mentions, promisedPayments = [] }: ReminderContent): string {
  if (mentions === 'acknowledgement_of_dispute') {
    return language === 'en'
      ? 'This message does not ask you to pay it.'
      : 'Ce message ne vous demande pas de la payer.';
  }
  if (promisedPayments.length > 0) {
    return language === 'en'
      ? 'Please pay what you have promised as said in this letter.'
      : 'Ce que vous avez promis est à payer selon les modalités indiquées dans ce courrier.';
  }
  return language === 'en'
    ? 'Please pay it as said in this letter.'
    : 'Elle est à payer selon les modalités indiquées dans ce courrier.';
}
