import { actionRoutes } from './actions/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { callRoutes } from './calls/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { demoRoutes } from './demo/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import type { Endpoint } from './frame/endpoint.ts';
import { holdRoutes } from './holds/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { noteRoutes } from './notes/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { qualificationRoutes } from './qualifications/routes.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { specificActionRoutes } from './specific-actions/routes.ts';
import { statementRoutes } from './statements/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';

/** The single list of endpoints, from which Express's handlers, OpenAPI's paths and the authorization tests are made. */
export const routes: readonly Endpoint[] = [
  ...sessionRoutes,
  ...setupRoutes,
  ...customerRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...holdRoutes,
  ...actionRoutes,
  ...messageRoutes,
  ...reminderRoutes,
  ...runRoutes,
  ...statementRoutes,
  ...specificActionRoutes,
  ...qualificationRoutes,
  ...attachmentRoutes,
  ...taskRoutes,
  ...callRoutes,
  ...noteRoutes,
  ...dashboardRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...webhookRoutes,
  ...demoRoutes,
];
