import { notifications, notificationsStore } from '@mantine/notifications';

let count = 0;

/** Has the latest notices shown and the earlier ones wait: left to itself the list shows the first that came, for as long as they stay. */
export function showNewestFirst(): void {
  const { notifications: shown, queue } = notificationsStore.getState();
  if ([...shown, ...queue].every(({ priority }) => priority !== undefined)) return;
  notifications.updateState(notificationsStore, (all) =>
    all.map((notice) => ({ ...notice, priority: notice.priority ?? ++count })),
  );
}
