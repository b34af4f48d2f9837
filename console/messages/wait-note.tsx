import { Text } from '@mantine/core';
import { messageWord } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { withColon, withSemicolon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Message } from './message.ts';

const words = defineWords(
  {
    lineStopped: 'Les envois de la société sont arrêtés',
    answer: 'le prestataire a répondu',
    tryAgain: (when: string) => `nouvel essai au plus tard le ${when}`,
    codes: {
      invalid_api_key: 'la clé du prestataire est refusée',
      no_key: 'aucune clé de prestataire n’est réglée',
      daily_quota_exceeded: 'le quota du jour est atteint',
      monthly_quota_exceeded: 'le quota du mois est atteint',
      rate_limit_exceeded: 'le prestataire demande de ralentir',
      unknown: 'le prestataire n’a pas répondu clairement',
      unreachable: 'le prestataire ne répond pas',
      not_tried: 'personne ne l’a encore pris en charge',
      unreadable: 'son contenu n’a pas pu être lu',
      no_print_connector: 'aucun prestataire éditique n’est réglé, ou il est désactivé',
      no_sms_connector: 'aucun prestataire de SMS n’est réglé, ou il est désactivé',
      invalid_from_address: 'l’adresse d’expéditeur n’est pas acceptée',
      timeout: 'le prestataire n’a pas répondu à temps',
      connection_lost: 'la connexion au prestataire s’est interrompue',
      unreadable_answer: 'la réponse du prestataire est illisible',
      no_exchange: 'le prestataire n’a pas répondu clairement',
      not_started: 'l’envoi n’a pas encore été tenté',
      earlier_try_unknown: 'l’issue d’un premier essai n’est pas encore connue',
      rendered: 'prêt, en attente d’envoi',
    },
  },
  {
    lineStopped: 'All sending of the company has stopped',
    answer: 'the provider answered',
    tryAgain: (when: string) => `tried again at the latest ${when}`,
    codes: {
      invalid_api_key: 'the provider refuses the key',
      no_key: 'no provider’s key is set',
      daily_quota_exceeded: 'today’s quota is used up',
      monthly_quota_exceeded: 'this month’s quota is used up',
      rate_limit_exceeded: 'the provider asks to slow down',
      unknown: 'the provider gave no clear answer',
      unreachable: 'the provider does not answer',
      not_tried: 'nobody has taken it up yet',
      unreadable: 'its content could not be read',
      no_print_connector: 'no print provider is set, or it is switched off',
      no_sms_connector: 'no SMS provider is set, or it is switched off',
      invalid_from_address: 'the sender’s address is not accepted',
      timeout: 'the provider did not answer in time',
      connection_lost: 'the connection to the provider was lost',
      unreadable_answer: 'the provider’s answer cannot be read',
      no_exchange: 'the provider gave no clear answer',
      not_started: 'the sending has not been tried yet',
      earlier_try_unknown: 'what came of an earlier try is not known yet',
      rendered: 'ready, waiting to be sent',
    },
  },
);

/** Why a message is not sent yet, and when the next try is. Renders nothing when it waits for nothing. */
export function WaitNote({ message: { waits } }: { message: Pick<Message, 'waits'> }) {
  const w = useWords(words);
  const { instant, language } = useFormats();
  if (!waits) return null;
  const codes: Record<string, string> = w.codes;
  const why =
    codes[waits.code] ??
    (waits.detail ? withColon(language, w.answer, waits.detail) : messageWord(waits.code, language));
  return (
    <Text role="status">
      {waits.line_stopped ? withColon(language, w.lineStopped) : ''}
      {withSemicolon(language, why, w.tryAgain(instant(waits.until_at)))}.
    </Text>
  );
}
