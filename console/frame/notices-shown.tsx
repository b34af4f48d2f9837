import { Notifications } from '@mantine/notifications';

/** Where notices appear, and how many at a time. */
export const NoticesShown = () => <Notifications position="bottom-right" limit={4} />;
