import { Checkbox, Group, Select } from '@mantine/core';
import { LETTER_KINDS } from '../level/kinds.ts';
import { FORMAL_NOTICE_LEVEL, letterWord } from '../level/level.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { levelOtherwise, type TypedPlan, withLetterKind } from './plan.ts';

const words = defineWords(
  {
    letterKind: 'Type de courrier',
    notice: 'Ce courrier est une mise en demeure (R3)',
    noticeHint: 'Sans cette case, un texte qui met en demeure est refusé. Le niveau des pièces ne change pas.',
  },
  {
    letterKind: 'Kind of letter',
    notice: 'This letter is a formal notice (R3)',
    noticeHint: 'Without it a text that gives formal notice is refused. The level of the items stays.',
  },
);

interface LetterFieldsProps {
  value: TypedPlan;
  set: (part: Partial<TypedPlan>) => void;
  kindError: string | undefined;
  levelError: string | undefined;
}

/** How a letter is sent, and whether it is a formal notice. */
export function LetterFields({ value, set, kindError, levelError }: LetterFieldsProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  return (
    <Group grow align="flex-start">
      <Select
        label={w.letterKind}
        allowDeselect={false}
        data={LETTER_KINDS.map((kind) => ({ value: kind, label: letterWord(kind, language) }))}
        value={value.letter_kind}
        onChange={(kind) => kind && set(withLetterKind(kind))}
        error={kindError}
      />
      <Checkbox
        mt={26}
        size="xs"
        label={w.notice}
        description={w.noticeHint}
        checked={value.level !== null && value.level >= FORMAL_NOTICE_LEVEL}
        onChange={(event) => set({ level: event.currentTarget.checked ? FORMAL_NOTICE_LEVEL : levelOtherwise(value) })}
        error={levelError}
      />
    </Group>
  );
}
