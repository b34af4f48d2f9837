import { Text } from '@mantine/core';
import type { Schema } from '../api/client.ts';
import { useLanguage, type Language } from '../words/language.ts';

type From = NonNullable<Schema<'Customer'>['scenario_in_force']>['from'];

const SAID: Record<Language, Record<From, string>> = {
  fr: { customer: 'du client', group: 'du groupe', default: 'par défaut' },
  en: { customer: 'the customer’s', group: 'the group’s', default: 'by default' },
};
const NONE: Record<Language, string> = { fr: 'aucun', en: 'none' };

/** `Échéance (du groupe)`: the text for an exported file. */
export const scenarioFromSaid = (name: string, from: string | undefined, language: Language): string => {
  const said = SAID[language][from as From];
  return said ? `${name} (${said})` : name;
};

/** The scenario of a customer and, in dimmed text, where it comes from. */
export function ScenarioFrom({ customer: { scenario_in_force: scenario } }: { customer: Schema<'Customer'> }) {
  const { language } = useLanguage();
  if (!scenario) return <Text span>{NONE[language]}</Text>;
  const said = SAID[language][scenario.from];
  return (
    <Text span size="sm" title={`${scenario.name}, ${said}`}>
      {scenario.name}{' '}
      <Text span size="xs" c="dimmed">
        {said}
      </Text>
    </Text>
  );
}
