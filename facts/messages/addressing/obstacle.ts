import type { AttentionCode } from '../../../domain/case/attention-codes.ts';
import type { LetterKind } from '../../../domain/ladder/step.ts';
import { isUnprintable } from '../../../domain/format/postal-address.ts';
import { isElectronicLetter } from '../../../domain/messages/connectors.ts';
import { MOST_SEGMENTS, smsText } from '../../../domain/sms/sms-text.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import type { MessageTexts } from '../drawing/render-message.ts';

/** Why an SMS or a letter cannot leave. `detail` is in French, for people. */
export interface Obstacle {
  code: Extract<
    AttentionCode,
    'consent_required' | 'no_recipient' | 'one_recipient' | 'no_phone' | 'sms_too_long' | 'unprintable_address'
  >;
  detail: string;
  pointer: string;
}

export interface AboutToLeave {
  customerId: string;
  kind: string;
  letterKind: LetterKind | null;
  viaPrintProvider: boolean;
  recipients: readonly string[];
  /** Null when the text is not known yet. */
  made: { texts: MessageTexts; content: ReminderContent } | null;
  at: Date;
}

/**
 * What prevents a message from leaving: for an SMS no mobile number or a text too long; for an electronic registered
 * letter not exactly one address or, for a consumer, no prior consent (CPCE L100), even if a person sends it; for a
 * letter on paper an address that would be printed as `????`. Null when nothing does, and for every mail.
 */
export async function obstacleTo(db: Database | Transaction, about: AboutToLeave): Promise<Obstacle | null> {
  if (about.kind === 'sms') return smsObstacle(about);
  if (about.kind !== 'letter') return null;
  if (!isElectronicLetter(about.letterKind)) return addressObstacle(about);
  const wrong = about.viaPrintProvider ? recipientObstacle(about.recipients) : null;
  if (wrong) return wrong;
  if (!(await lacksConsent(db, about.customerId, about.at))) return null;
  const detail =
    'ce particulier n’a pas consenti aux recommandés électroniques\u00a0: enregistrez son consentement, ou envoyez une lettre recommandée papier.';
  return { code: 'consent_required', detail, pointer: '/letter_kind' };
}

function addressObstacle({ made }: AboutToLeave): Obstacle | null {
  if (!made || !isUnprintable(made.content.customer, made.content.company)) return null;
  const detail =
    'le nom ou l’adresse du client a des caractères que le courrier ne peut pas imprimer\u00a0; écrivez-les en lettres latines sur sa fiche.';
  return { code: 'unprintable_address', detail, pointer: '/mode' };
}

/**
 * The provider sends an electronic letter to exactly one address. A person who sends it may choose other recipients.
 */
function recipientObstacle(recipients: readonly string[]): Obstacle | null {
  const pointer = '/recipients';
  if (recipients.length === 0) {
    const detail =
      'le client n’a aucune adresse électronique valable\u00a0; complétez son contact ou envoyez un courrier papier.';
    return { code: 'no_recipient', detail, pointer };
  }
  if (recipients.length === 1) return null;
  return { code: 'one_recipient', detail: 'une lettre recommandée électronique n’a qu’un destinataire.', pointer };
}

/** Only a consumer has to consent beforehand. */
async function lacksConsent(db: Database | Transaction, customerId: string, at: Date): Promise<boolean> {
  const customer = await db.customer.findUniqueOrThrow({ where: { id: customerId }, select: { kind: true } });
  if (customer.kind !== 'consumer') return false;
  const where = { customerId, kind: ELECTRONIC_REGISTERED, givenAt: { lte: at } };
  return (await db.consent.count({ where })) === 0;
}

export const ELECTRONIC_REGISTERED = 'electronic_registered';

function smsObstacle({ recipients, made }: AboutToLeave): Obstacle | null {
  if (recipients.length === 0) {
    const detail = 'le client n’a pas de numéro de mobile\u00a0; complétez son contact.';
    return { code: 'no_phone', detail, pointer: '/recipients' };
  }
  const segments = made ? smsText(made.texts.letter, made.content).segments : 0;
  if (segments <= MOST_SEGMENTS) return null;
  const detail = `ce texte ferait ${segments} SMS\u00a0; il en faut ${MOST_SEGMENTS} au plus\u00a0: raccourcissez le modèle.`;
  return { code: 'sms_too_long', detail, pointer: '/body_html' };
}
