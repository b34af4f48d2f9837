import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, expect, it } from 'vitest';
import { showNewestFirst } from '../../console/frame/newest-first.ts';

afterEach(() => notifications.clean());

const state = () => notificationsStore.getState();
const say = (message: string, autoClose: number | false) => {
  const id = notifications.show({ message, autoClose });
  showNewestFirst();
  return id;
};

it('notices that stay until they are read do not hide what is said after them, and are there again when it has gone', () => {
  const lasting = ['1', '2', '3', '4', '5'].map((each) => say(`Pas encore de réponse ${each}`, false));
  const later = say('Règlement enregistré', 4000);
  expect(state().notifications.map(({ message }) => message)).toEqual([
    'Règlement enregistré',
    ...['5', '4', '3', '2'].map((each) => `Pas encore de réponse ${each}`),
  ]);
  expect(state().queue.map(({ id }) => id)).toEqual([lasting[0]]);
  notifications.hide(later);
  expect(state().queue).toEqual([]);
  expect(state().notifications).toHaveLength(5);
});
