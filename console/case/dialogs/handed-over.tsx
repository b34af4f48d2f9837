import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { LightLink } from '../../frame/light-link.tsx';
import { currentLanguage } from '../../words/language.ts';

interface HandedOver {
  message_id: string;
  invoice_number: string;
}

const SAID = {
  fr: {
    title: 'Un envoi était déjà parti',
    text: 'Il avait été remis au prestataire avant\u00a0: il sera reçu malgré tout.',
    look: 'Voir cet envoi',
  },
  en: {
    title: 'A message had already been sent',
    text: 'It was with the provider before: it will arrive all the same.',
    look: 'Look at it',
  },
};

/** After a fact that stops reminders, notices name the messages that the provider had already received. */
export function sayHandedOver(messages: readonly HandedOver[]): void {
  const { title, text, look } = SAID[currentLanguage()];
  for (const { message_id: id, invoice_number: number } of messages) {
    notifications.show({
      title: `${title} (${number})`,
      withBorder: true,
      autoClose: false,
      message: (
        <Text>
          {text}{' '}
          <Anchor component={LightLink} to={`/envois/${id}`} size="sm">
            {look}
          </Anchor>
        </Text>
      ),
    });
  }
}
