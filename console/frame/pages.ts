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

/** An entry of the menu. */
export interface RailPage {
  path: string;
  fr: string;
  en: string;
  icon: Icon;
  /** The letter that goes there after G. */
  letter?: string;
  /** A set-up page, at the bottom of the menu and only for supervisors. */
  isSetup?: true;
  /** Opens filtered to what waits for the user, like the count beside it. The page can switch to the whole team. */
  isOwn?: true;
}

/** The address that a menu entry, its key and the search lead to. */
export const addressOf = ({ path, isOwn }: RailPage, user: { id: string } | null): string =>
  isOwn && user ? `${path}?collector_id=${user.id}` : path;

/** The page of everything that needs a person, sending that is stopped included. */
export const ATTENTION_PATH = '/anomalies';

/** The pages in the order of the menu. */
const railPages: readonly RailPage[] = [
  { path: '/relances', fr: 'Relances', en: 'Reminders', icon: IconBellRinging, letter: 'r' },
  { path: '/agenda', fr: 'Agenda', en: 'Agenda', icon: IconCalendarEvent, letter: 'a', isOwn: true },
  { path: '/clients', fr: 'Clients', en: 'Customers', icon: IconAddressBook, letter: 'c' },
  { path: '/prescripteurs', fr: 'Prescripteurs', en: 'Referrers', icon: IconUserShare, letter: 'p' },
  { path: '/notaires', fr: 'Notaires', en: 'Notaries', icon: IconBuildingBank, letter: 'n' },
  { path: '/contentieux', fr: 'Contentieux', en: 'Litigation', icon: IconGavel, letter: 'x' },
  { path: '/envois', fr: 'Envois', en: 'Sent', icon: IconMailForward, letter: 'e' },
  { path: ATTENTION_PATH, fr: 'Anomalies', en: 'Attention', icon: IconAlertTriangle, letter: 'l' },
  { path: '/tableau-de-bord', fr: 'Tableau de bord', en: 'Dashboard', icon: IconChartBar, letter: 't' },
  { path: '/balance-agee', fr: 'Balance âgée', en: 'Aged balance', icon: IconHourglass, letter: 'b' },
  { path: '/modeles', fr: 'Modèles', en: 'Templates', icon: IconTemplate, letter: 'm', isSetup: true },
  { path: '/scenarios', fr: 'Scénarios', en: 'Scenarios', icon: IconLadder, letter: 's', isSetup: true },
  { path: '/groupes', fr: 'Groupes', en: 'Groups', icon: IconUsersGroup, letter: 'g', isSetup: true },
  { path: '/imports', fr: 'Imports', en: 'Imports', icon: IconFileImport, letter: 'i', isSetup: true },
  { path: '/reglages', fr: 'Réglages', en: 'Settings', icon: IconSettings, letter: 'o', isSetup: true },
];

/** The pages that the user may open. The menu, the keys and the search offer no others. */
export const pagesFor = ({ isSupervisor }: { isSupervisor: boolean }): readonly RailPage[] =>
  railPages.filter((page) => isSupervisor || !page.isSetup);
