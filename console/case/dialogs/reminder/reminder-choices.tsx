import { Group, Input, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { TemplateSelect } from '../../../choose/template-select.tsx';
import { LETTER_KINDS } from '../../../level/kinds.ts';
import { letterWord } from '../../../level/level.ts';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../../../words/words.ts';
import type { Invoice } from '../../case-data.ts';
import { nextLevel } from '../../next-level.ts';
import { stepName } from '../../step-name.ts';
import { reminderWords } from './reminder-words.ts';
import { useWayOfLevel } from './use-way-of-level.ts';

type LetterKind = (typeof LETTER_KINDS)[number];

/** Which reminder, and how it is sent. `level` is null for an extra message, which is no step of the ladder. */
export interface ReminderChoice {
  level: number | null;
  mode: 'email' | 'letter';
  letterKind: LetterKind | null;
  templateId: string | null;
  overrideReason: string;
}

const EXTRA = 'extra';

/** The initial choice: the next level in its planned way, else an extra message. */
export function useFirstChoice(invoice: Invoice): ReminderChoice {
  const { next } = invoice.dunning;
  const isLetter = next?.kind === 'letter';
  return {
    level: nextLevel(invoice),
    mode: isLetter ? 'letter' : 'email',
    letterKind: isLetter ? (next.letter_kind as LetterKind | null) : null,
    templateId: null,
    overrideReason: '',
  };
}

interface ReminderChoicesProps {
  invoice: Invoice;
  choice: ReminderChoice;
  onChoice: (choice: ReminderChoice) => void;
  isHeld: boolean;
  /** A level was chosen, and the debt is not late yet. */
  isEarly: boolean;
}

export function ReminderChoices({ invoice, choice, onChoice, isHeld, isEarly }: ReminderChoicesProps) {
  const w = useWords(reminderWords);
  const { language } = useLanguage();
  const set = (part: Partial<ReminderChoice>) => onChoice({ ...choice, ...part });
  const wayOf = useWayOfLevel(invoice);
  const planned = wayOf(choice.level)?.letterKind;
  // The API refuses to send such a level in another way.
  const isRegistered = planned === 'registered' || planned === 'lre_qualified';
  const next = nextLevel(invoice);
  const { level: reached } = invoice.dunning;
  const which = [
    ...(next === null ? [] : [{ value: String(next), label: w.next(stepName(next, language)) }]),
    ...(reached > 0 && reached !== next
      ? [{ value: String(reached), label: w.repeat(stepName(reached, language)) }]
      : []),
    { value: EXTRA, label: w.extra },
  ];
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Select
          label={w.which}
          data={which}
          value={choice.level === null ? EXTRA : String(choice.level)}
          onChange={(value) => {
            const level = value === null || value === EXTRA ? null : Number(value);
            // Templates for an extra message and for a level differ: drop the chosen one when the use changes.
            const isSameUse = (level === null) === (choice.level === null);
            set({ level, ...wayOf(level), ...(isSameUse ? {} : { templateId: null }) });
          }}
          allowDeselect={false}
          w={200}
          data-autofocus
        />
        <Input.Wrapper label={w.mode} labelElement="div" title={isRegistered ? w.onlyRegistered : undefined}>
          <SegmentedControl
            size="sm"
            aria-label={w.mode}
            value={choice.mode}
            onChange={(mode) =>
              set({ mode, letterKind: mode === 'email' ? null : (wayOf(choice.level)?.letterKind ?? 'simple') })
            }
            data={[
              { value: 'email', label: w.email, disabled: isRegistered },
              { value: 'letter', label: w.byLetter },
            ]}
            display="flex"
          />
        </Input.Wrapper>
        {choice.mode === 'letter' && (
          <Select
            label={w.letterKind}
            data={LETTER_KINDS.map((value) => ({ value, label: letterWord(value, language) }))}
            value={choice.letterKind ?? 'simple'}
            onChange={(value) => set({ letterKind: value })}
            allowDeselect={false}
            w={330}
          />
        )}
        <TemplateSelect
          label={w.template}
          placeholder={w.templateHint}
          channel={choice.mode}
          fitting={choice.level === null ? 'customer' : 'reminder'}
          value={choice.templateId}
          onChange={(templateId) => set({ templateId })}
          w={200}
        />
      </Group>
      {isRegistered && (
        <Text size="xs" c="dimmed" role="note">
          {w.onlyRegistered}
        </Text>
      )}
      {(isHeld || isEarly) && (
        <Textarea
          label={isHeld ? w.override : w.early}
          value={choice.overrideReason}
          onChange={(event) => set({ overrideReason: event.currentTarget.value })}
          autosize
          minRows={1}
          maxLength={1000}
          required
        />
      )}
    </Stack>
  );
}
