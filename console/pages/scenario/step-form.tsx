import { Anchor, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { faultOf } from '../../api/problem.ts';
import { TemplateSelect } from '../../choose/template-select.tsx';
import { anchorWord, type Step } from '../../ladder/step.ts';
import { CHANNELS, LETTER_KINDS, STEP_ANCHORS, STEP_MODES } from '../../level/kinds.ts';
import { FORMAL_NOTICE_LEVEL, kindWord, letterWord, modeWord } from '../../level/level.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { withKind } from './scenario-draft.ts';
import { scenarioWords } from './scenario-words.ts';

interface StepFormProps {
  step: Step;
  isFirst: boolean;
  change: (step: Step) => void;
  error: unknown;
  /** JSON pointer of the step in the request body, e.g. `/steps/0`. */
  pointer: string;
}

/** The fields of a step. What the API refuses is shown at its field. */
export function StepForm({ step, isFirst, change, error, pointer }: StepFormProps) {
  const w = useWords(scenarioWords);
  const { language } = useLanguage();
  const fault = (field: string) => faultOf(error, `${pointer}/${field}`);
  const set = (part: Partial<Step>) => change({ ...step, ...part });
  const number = (value: string | number, field: 'level' | 'delay_days') =>
    typeof value === 'number' && set({ [field]: value });
  const of = <Value extends string>(values: readonly Value[], word: (value: Value) => string) => ({
    allowDeselect: false,
    data: values.map((value) => ({ value, label: word(value) })),
  });
  // A letter's kind and how it leaves stand beside each other; the template, whose name may be long, has two columns.
  const mode = <ModeSelect step={step} set={set} error={fault('mode')} />;
  return (
    <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
      <NumberInput
        label={w.level}
        min={0}
        max={9}
        value={step.level}
        onChange={(value) => number(value, 'level')}
        error={fault('level')}
      />
      <NumberInput
        label={w.delay}
        min={-365}
        max={3650}
        aria-description={w.delayHint}
        value={step.delay_days}
        onChange={(value) => number(value, 'delay_days')}
        error={fault('delay_days')}
      />
      <Select
        label={w.anchor}
        {...of(
          isFirst
            ? STEP_ANCHORS.filter((anchor) => anchor !== 'previous_step' || step.anchor === anchor)
            : STEP_ANCHORS,
          (anchor) => anchorWord(anchor, language),
        )}
        value={step.anchor}
        onChange={(anchor) => anchor && set({ anchor: anchor })}
        error={fault('anchor')}
      />
      <Select
        label={w.kind}
        {...of(CHANNELS, (kind) => kindWord(kind, language))}
        value={step.kind}
        onChange={(kind) => kind && change(withKind(step, kind))}
        error={fault('kind')}
      />
      {step.kind === 'letter' && (
        <Select
          label={w.letterKind}
          {...of(LETTER_KINDS, (kind) => letterWord(kind, language))}
          value={step.letter_kind ?? 'simple'}
          onChange={(kind) => set({ letter_kind: kind })}
          error={fault('letter_kind')}
        />
      )}
      {step.kind === 'letter' && mode}
      {step.kind !== 'call' && step.kind !== 'task' && (
        <Stack gap={2} style={{ gridColumn: 'span 2' }}>
          <TemplateSelect
            label={w.template}
            channel={step.kind}
            fitting="reminder"
            value={step.template_id}
            onChange={(id) => set({ template_id: id })}
            error={fault('template_id')}
          />
          <TemplateLinks templateId={step.template_id} />
        </Stack>
      )}
      {step.kind !== 'letter' && mode}
      <BeforeDue step={step} set={set} error={fault('may_precede_due')} />
    </SimpleGrid>
  );
}

interface PartProps {
  step: Step;
  set: (part: Partial<Step>) => void;
  error: string | undefined;
}

/** Who sends the step. Automatically only where it can leave without a person. */
function ModeSelect({ step, set, error }: PartProps) {
  const w = useWords(scenarioWords);
  const { language } = useLanguage();
  const isAutomatic = useCanLeaveAlone(step);
  return (
    <Select
      label={w.mode}
      allowDeselect={false}
      data={STEP_MODES.map((mode) => ({
        value: mode,
        label: mode === 'automatic' && !isAutomatic ? w.automaticNeeds : modeWord(mode, language),
        disabled: mode === 'automatic' && !isAutomatic,
      }))}
      value={step.mode}
      onChange={(mode) => mode && set({ mode: mode })}
      error={error}
    />
  );
}

/**
 * Whether the step may be sent before the due date. Not asked for a preventive step, nor for a formal notice, which is
 * never early.
 */
function BeforeDue({ step: { kind, level, may_precede_due: isChecked }, set, error }: PartProps) {
  const w = useWords(scenarioWords);
  if (level === 0 || (level >= FORMAL_NOTICE_LEVEL && !isChecked)) return null;
  return (
    <Checkbox
      mt={26}
      size="xs"
      label={w.mayPrecedeDue}
      description={w.mayPrecedeDueHint}
      checked={isChecked}
      onChange={(event) => set({ may_precede_due: event.currentTarget.checked })}
      style={kind === 'email' || kind === 'sms' ? { gridColumn: 'span 2' } : {}}
      error={error}
    />
  );
}

/** Links to the step's template in a new tab, so that unsaved changes of the scenario stay. */
function TemplateLinks({ templateId }: { templateId: string | null }) {
  const w = useWords(scenarioWords);
  const link = (to: string, label: string) => (
    <Anchor component={Link} to={to} target="_blank" size="xs">
      {label}
    </Anchor>
  );
  return (
    <Group gap="sm">
      {templateId && link(`/modeles/${templateId}`, w.changeText)}
      {link('/modeles/nouveau', w.newTemplate)}
    </Group>
  );
}

/** Whether a step can be sent automatically: an e-mail always, a letter or an SMS when a provider takes it. */
function useCanLeaveAlone({ kind, letter_kind: letter }: Step): boolean {
  const { data } = useProviders();
  if (kind === 'email') return true;
  if (kind === 'letter') return data?.print?.letter_kinds.includes(letter ?? 'simple') ?? false;
  return kind === 'sms' && Boolean(data?.sms);
}
