import type { Endpoint } from '../frame/endpoint.ts';
import { sendReminderEndpoint } from './send-reminder.ts';

export const reminderRoutes: readonly Endpoint[] = [sendReminderEndpoint];
