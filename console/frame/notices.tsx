import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const NoticesShown = lazy(async () => ({ default: (await import('./notices-shown.tsx')).NoticesShown }));

/** What was done, and what went wrong, at the bottom right. What shows it comes with the first that there is to show. */
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
