import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { ScenarioSelect } from '../choose/scenario-select.tsx';
import { kindWord, letterWord } from '../level/level.ts';
import { useProviders } from '../providers/use-providers.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { wordsFor } from './fitting-text.ts';
import { isSent, type TypedPlan, withLetterKind } from './plan.ts';

type Step = Schema<'Scenario'>['steps'][number];

const words = defineWords(
  { scenario: 'Scénario', step: 'Action à copier', none: 'Choisissez d’abord un scénario' },
  { scenario: 'Scenario', step: 'Step to copy', none: 'Choose a scenario first' },
);

interface CopyFromProps {
  customer: Schema<'Customer'>;
  onCopy: (part: Partial<TypedPlan>) => void;
}

/** Chooses a step of a scenario whose channel and text are copied into the action. */
export function CopyFrom({ customer, onCopy }: CopyFromProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { data: providers } = useProviders();
  const [scenarioId, setScenarioId] = useState<string | null>(null);
  const [stepKey, setStepKey] = useState<string | null>(null);
  const { data: scenario } = useQuery({
    queryKey: ['scenarios', scenarioId],
    enabled: scenarioId !== null,
    refetchInterval: false,
    queryFn: () => answerOf(api.GET('/v1/scenarios/{id}', { params: { path: { id: scenarioId ?? '' } } })),
  });
  const nameOf = ({ level, kind, letter_kind }: Step) =>
    `R${level} · ${letter_kind ? letterWord(letter_kind, language) : kindWord(kind, language)}`;
  const copy = async (key: string | null) => {
    setStepKey(key);
    const step = scenario?.steps.find((one) => one.key === key);
    if (scenarioId && step) onCopy(await partOf(scenarioId, step, nameOf(step), customer));
  };
  return (
    <Group grow align="flex-end">
      <ScenarioSelect
        label={w.scenario}
        value={scenarioId}
        onChange={(id) => {
          setScenarioId(id);
          setStepKey(null);
        }}
      />
      <Select
        label={w.step}
        placeholder={scenarioId ? undefined : w.none}
        disabled={!scenario}
        data={(scenario?.steps ?? []).map((step) => ({
          value: step.key,
          label: nameOf(step),
          disabled: step.kind === 'sms' && providers?.sms === null,
        }))}
        value={stepKey}
        onChange={(key) => void copy(key)}
      />
    </Group>
  );
}

/**
 * The copied part of the plan: the step's channel and mode, and the text that this customer would get, which can be
 * edited.
 */
async function partOf(
  scenarioId: string,
  step: Step,
  title: string,
  customer: Schema<'Customer'>,
): Promise<Partial<TypedPlan>> {
  const { key, kind, level, mode, letter_kind, template_id } = step;
  const template = template_id
    ? await answerOf(api.GET('/v1/templates/{id}', { params: { path: { id: template_id } } }))
    : null;
  const text = template && isSent(kind) ? wordsFor(template, customer, kind) : { subject: '', body_html: '' };
  return {
    title,
    kind,
    mode,
    ...withLetterKind(letter_kind ?? 'simple'),
    level,
    copied: { scenario_id: scenarioId, step_key: key, level },
    text: { from: 'own', template_id: null, ...text },
  };
}
