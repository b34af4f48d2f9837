import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { raiseAttention } from '../raise-attention.ts';
import { statementCameBack } from '../third-parties/settle-statement.ts';
import { askAboutReturn, movesCases, type ReturnCode } from './ask-about-message.ts';
import type { MessageToSettle } from './message-to-settle.ts';

const SENTENCES: Record<ReturnCode, string> = {
  hard_bounce:
    'Le courriel est revenu\u00a0: l’adresse du contact n’existe pas ou n’accepte plus rien. Corrigez le contact et renvoyez, changez de canal, ou reprenez sans renvoyer.',
  complaint:
    'Le destinataire a signalé le courriel comme indésirable. Appelez-le, corrigez le contact ou changez de canal avant de reprendre.',
  sending_failed:
    'Le prestataire n’a finalement pas envoyé le courriel. Vérifiez le contact et renvoyez, ou changez de canal.',
  undeliverable_letter:
    'Le courrier n’a pas pu être distribué\u00a0: l’adresse est fausse ou incomplète. Corrigez la fiche du client et renvoyez, changez de canal, ou reprenez sans renvoyer.',
  letter_rejected:
    'Le prestataire éditique n’a finalement pas pris le courrier. Vérifiez l’adresse du client et renvoyez, ou changez de canal.',
  sms_failed: 'Le SMS n’a pas été remis. Vérifiez le numéro du contact et renvoyez, ou changez de canal.',
};

/** What shows that the very address is wrong. */
const MARKS_ADDRESS: readonly string[] = ['hard_bounce', 'complaint', 'undeliverable_letter'];

/**
 * A mail came back: marks the contact whose address it was, and stops the ladder of the invoices it was about until a person
 * has looked. Of one that moves no case a person is asked, and nothing stops.
 */
export async function stopLadder(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  code: ReturnCode,
): Promise<void> {
  if (!movesCases(message)) {
    if (message.origin === 'statement') await statementCameBack(tx, context, message, code);
    return askAboutReturn(tx, context, message, code);
  }
  const [address, ...others] = message.recipients;
  // Of several recipients the provider does not say whose address it was: a person finds out.
  if (MARKS_ADDRESS.includes(code) && address !== undefined && others.length === 0) {
    await tx.contact.updateMany({
      where: { customerId: message.customerId, email: { equals: address, mode: 'insensitive' } },
      data: { emailProblem: code },
    });
  }
  const own = message.items.filter((item) => !item.information).map((item) => item.invoiceId);
  await raiseAttention(tx, context, own, { code, text: SENTENCES[code] });
}
