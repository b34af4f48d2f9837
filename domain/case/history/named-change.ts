import type { HistoryData } from './kinds.ts';

type Field = 'group_id' | 'scenario_id' | 'collector_id';

interface Words {
  now: (name: string) => string;
  none: string;
  before: (name: string) => string;
  beforeNone: string;
}

const quoted = (name: string): string => `«\u00a0${name}\u00a0»`;

const SAID: Record<'fr' | 'en', Record<Field, Words>> = {
  fr: {
    group_id: {
      now: (name) => `groupe ${quoted(name)}`,
      none: 'plus aucun groupe',
      before: (name) => `auparavant ${quoted(name)}`,
      beforeNone: 'auparavant aucun',
    },
    scenario_id: {
      now: (name) => `scénario ${quoted(name)}`,
      none: 'scénario habituel',
      before: (name) => `auparavant ${quoted(name)}`,
      beforeNone: 'auparavant le scénario habituel',
    },
    collector_id: {
      now: (name) => `chargé de recouvrement ${name}`,
      none: 'plus de chargé de recouvrement',
      before: (name) => `auparavant ${name}`,
      beforeNone: 'auparavant personne',
    },
  },
  en: {
    group_id: {
      now: (name) => `group “${name}”`,
      none: 'no group any more',
      before: (name) => `was “${name}”`,
      beforeNone: 'was none',
    },
    scenario_id: {
      now: (name) => `scenario “${name}”`,
      none: 'the usual scenario',
      before: (name) => `was “${name}”`,
      beforeNone: 'was the usual one',
    },
    collector_id: {
      now: (name) => `collector ${name}`,
      none: 'no collector any more',
      before: (name) => `was ${name}`,
      beforeNone: 'was nobody',
    },
  },
};

/**
 * What a group, scenario or collector (or a scenario's version) was changed to, and from what; null for other fields,
 * and when the names were not recorded.
 */
export function namedChange(field: string, data: HistoryData, language: 'fr' | 'en'): string | null {
  if (field === 'scenario_version') return versionChange(data, language);
  const names = namesOf(field, data);
  if (names === null) return null;
  const { now, none, before, beforeNone } = SAID[language][field as Field];
  const { to, from } = names;
  return `${to === null ? none : now(to)} (${from === null ? beforeNone : before(from)})`;
}

function namesOf(field: string, data: HistoryData): { to: string | null; from: string | null } | null {
  if (field === 'group_id') return pair(data.groupName, data.groupNameBefore);
  if (field === 'scenario_id') return pair(data.scenarioName, data.scenarioNameBefore);
  return field === 'collector_id' ? pair(data.collectorName, data.collectorNameBefore) : null;
}

function versionChange({ scenarioVersion: to, scenarioVersionBefore: from }: HistoryData, language: 'fr' | 'en') {
  if (to === undefined) return null;
  const before = from ? ` (${language === 'fr' ? 'auparavant la' : 'was'} ${String(from)})` : '';
  return language === 'fr'
    ? `version ${String(to)} du scénario${before}`
    : `version ${String(to)} of the scenario${before}`;
}

const pair = (to: string | null | undefined, from: string | null | undefined) =>
  to === undefined || from === undefined || to === from ? null : { to, from };
