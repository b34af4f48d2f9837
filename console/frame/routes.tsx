import { type ComponentType, createElement } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { RemindersPage } from '../pages/reminders/reminders-page.tsx';
import { goBy } from './go-to.ts';
import { Shell } from './shell.tsx';
import { RouteFailed } from './route-failed.tsx';

type Module<Name extends string> = Record<Name, ComponentType>;

/** A page that is loaded on the first visit. */
function page<Name extends string>(path: string, load: () => Promise<Module<Name>>, name: Name): RouteObject {
  return { path, lazy: async () => ({ Component: (await load())[name] }) };
}

const pages: RouteObject[] = [
  { index: true, element: createElement(Navigate, { to: '/relances', replace: true }) },
  // Most days start on this page: it is loaded with the frame.
  { path: 'relances/:invoiceId?', element: <RemindersPage /> },
  page('dossiers/:invoiceId', () => import('../pages/case/case-page.tsx'), 'CasePage'),
  page('agenda/:actionId?', () => import('../pages/agenda/agenda-page.tsx'), 'AgendaPage'),
  page('clients', () => import('../pages/customers/customers-page.tsx'), 'CustomersPage'),
  page('clients/:customerId', () => import('../pages/customer/customer-page.tsx'), 'CustomerPage'),
  page('prescripteurs', () => import('../pages/third-parties/referrers-page.tsx'), 'ReferrersPage'),
  page('notaires', () => import('../pages/third-parties/notaries-page.tsx'), 'NotariesPage'),
  page('tiers/:thirdPartyId', () => import('../pages/third-party/third-party-page.tsx'), 'ThirdPartyPage'),
  page('contentieux/:invoiceId?', () => import('../pages/litigation/litigation-page.tsx'), 'LitigationPage'),
  page('envois/:messageId?', () => import('../pages/messages/messages-page.tsx'), 'MessagesPage'),
  page('anomalies', () => import('../pages/attention/attention-page.tsx'), 'AttentionPage'),
  page('tableau-de-bord', () => import('../pages/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  page('balance-agee', () => import('../pages/aged-balance/aged-balance-page.tsx'), 'AgedBalancePage'),
  page('modeles', () => import('../pages/templates/templates-page.tsx'), 'TemplatesPage'),
  page('modeles/:templateId', () => import('../pages/template/template-page.tsx'), 'TemplatePage'),
  page('scenarios', () => import('../pages/scenarios/scenarios-page.tsx'), 'ScenariosPage'),
  page('scenarios/:scenarioId', () => import('../pages/scenario/scenario-page.tsx'), 'ScenarioPage'),
  page('groupes/:groupId?', () => import('../pages/groups/groups-page.tsx'), 'GroupsPage'),
  page('imports/:importId?', () => import('../pages/imports/imports-page.tsx'), 'ImportsPage'),
  page('reglages/:tab?', () => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
  { path: '*', element: <RouteFailed /> },
];

/**
 * Every address of the console. What is open in a drawer has its own address, so that the link can be sent to a
 * colleague.
 */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailed />,
    HydrateFallback: () => null,
    // When a page fails, the frame stays, so that the user can go to other pages.
    children: [{ errorElement: <RouteFailed />, children: pages }],
  },
]);
goBy(router);
