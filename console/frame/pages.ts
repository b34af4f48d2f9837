import {
  IconAddressBook,
  IconAlertTriangle,
  IconBellRinging,
  IconBuildingBank,
  IconCalendarEvent,
  IconChartBar,
  IconFileImport,
  IconGavel,
  IconHourglass,
  IconLadder,
  IconMailForward,
  IconSettings,
  IconTemplate,
  IconUserShare,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

/** A line of the rail. */
export interface RailPage {
  path: string;
  fr: string;
  en: string;
  icon: Icon;
  /** After G, this letter goes there. */
  letter?: string;
  /** Set-up, shown below and to supervisors alone. */
  isSetup?: true;
  /** It opens on what waits for whoever goes there, as the count beside it says; the page widens to the whole team. */
  isOwn?: true;
}

/** Where a line of the rail, its key and the search lead. */
export const addressOf = ({ path, isOwn }: RailPage, user: { id: string } | null): string =>
  isOwn && user ? `${path}?collector_id=${user.id}` : path;

/** The pages in the order of the rail. */
const railPages: readonly RailPage[] = [
  { path: '/relances', fr: 'Relances', en: 'Reminders', icon: IconBellRinging, letter: 'r' },
  { path: '/agenda', fr: 'Agenda', en: 'Agenda', icon: IconCalendarEvent, letter: 'a', isOwn: true },
  { path: '/clients', fr: 'Clients', en: 'Customers', icon: IconAddressBook, letter: 'c' },
  { path: '/prescripteurs', fr: 'Prescripteurs', en: 'Referrers', icon: IconUserShare, letter: 'p' },
  { path: '/notaires', fr: 'Notaires', en: 'Notaries', icon: IconBuildingBank, letter: 'n' },
  { path: '/contentieux', fr: 'Contentieux', en: 'Litigation', icon: IconGavel, letter: 'x' },
  { path: '/envois', fr: 'Envois', en: 'Sent', icon: IconMailForward, letter: 'e' },
  { path: '/anomalies', fr: 'Anomalies', en: 'Attention', icon: IconAlertTriangle, letter: 'l' },
  { path: '/tableau-de-bord', fr: 'Tableau de bord', en: 'Dashboard', icon: IconChartBar, letter: 't' },
  { path: '/balance-agee', fr: 'Balance âgée', en: 'Aged balance', icon: IconHourglass, letter: 'b' },
  { path: '/modeles', fr: 'Modèles', en: 'Templates', icon: IconTemplate, letter: 'm', isSetup: true },
  { path: '/scenarios', fr: 'Scénarios', en: 'Scenarios', icon: IconLadder, letter: 's', isSetup: true },
  { path: '/groupes', fr: 'Groupes', en: 'Groups', icon: IconUsersGroup, letter: 'g', isSetup: true },
  { path: '/imports', fr: 'Imports', en: 'Imports', icon: IconFileImport, letter: 'i', isSetup: true },
  { path: '/reglages', fr: 'Réglages', en: 'Settings', icon: IconSettings, letter: 'o', isSetup: true },
];

/** Those that whoever is signed in may open: the rail, the keys and the search lead nowhere else. */
export const pagesFor = ({ isSupervisor }: { isSupervisor: boolean }): readonly RailPage[] =>
  railPages.filter((page) => isSupervisor || !page.isSetup);
