import { Text } from '@mantine/core';
import { Notifications, useNotifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useLanguage } from '../words/language.ts';
import { counted } from '../words/words.ts';
import { showNewestFirst } from './newest-first.ts';

const WAITING = {
  fr: { one: 'message plus ancien attend', many: 'messages plus anciens attendent' },
  en: { one: 'earlier message waits', many: 'earlier messages wait' },
};

/**
 * The place of notices and how many are shown, the latest on top. A notice that stays until it is read does not hide
 * later ones.
 */
export function NoticesShown() {
  const { language } = useLanguage();
  const { notifications, queue } = useNotifications();
  useEffect(showNewestFirst, [notifications, queue]);
  return (
    <>
      <Notifications position="bottom-right" limit={4} />
      {queue.length > 0 && (
        <Text size="xs" pos="fixed" bottom={0} right={20} style={{ zIndex: 400 }} role="status">
          {counted(language, queue.length, WAITING[language].one, WAITING[language].many)}
        </Text>
      )}
    </>
  );
}
