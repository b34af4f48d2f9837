import { notifications, notificationsStore } from '@mantine/notifications';

let count = 0;

/** Shows the latest notices and lets earlier ones wait. By default the first ones stay until they close. */
export function showNewestFirst(): void {
  const { notifications: shown, queue } = notificationsStore.getState();
  if ([...shown, ...queue].every(({ priority }) => priority !== undefined)) return;
  notifications.updateState(notificationsStore, (all) =>
    all.map((notice) => ({ ...notice, priority: notice.priority ?? ++count })),
  );
}
