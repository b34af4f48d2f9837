import { Text } from '@mantine/core';
import { useFormats } from '../words/formats.ts';
import { withColon, withSemicolon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Message } from './message.ts';

const words = defineWords(
  {
    lineStopped: 'Les envois de la société sont arrêtés',
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
      rendered: 'prêt, en attente d’envoi',
    },
  },
  {
    lineStopped: 'All sending of the company has stopped',
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
      rendered: 'ready, waiting to leave',
    },
  },
);

/** Why a message has not left yet, and when it is tried again. Nothing for one that waits for nothing. */
export function WaitNote({ message: { waits } }: { message: Pick<Message, 'waits'> }) {
  const w = useWords(words);
  const { instant, language } = useFormats();
  if (!waits) return null;
  const codes: Record<string, string> = w.codes;
  const why = codes[waits.code] ?? waits.detail ?? waits.code;
  return (
    <Text role="status">
      {waits.line_stopped ? withColon(language, w.lineStopped) : ''}
      {withSemicolon(language, why, w.tryAgain(instant(waits.until_at)))}.
    </Text>
  );
}
