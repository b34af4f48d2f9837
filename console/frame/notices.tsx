import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const NoticesShown = lazy(async () => ({ default: (await import('./notices-shown.tsx')).NoticesShown }));

/**
 * Notices about what was done and what failed, at the bottom right. Their component is loaded with the first notice.
 */
export function Notices() {
  const { notifications } = useNotifications();
  const [wasAny, setWasAny] = useState(false);
  if (!wasAny && notifications.length > 0) setWasAny(true);
  return wasAny ? (
    <Suspense>
      <NoticesShown />
    </Suspense>
  ) : null;
}
