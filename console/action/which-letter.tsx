import { Radio, Stack } from '@mantine/core';
import { ApiProblem } from '../api/problem.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    label: 'Lequel des deux courriers a été posté\u00a0?',
    former: 'Celui d’avant, qui a été retiré ce jour-là',
    waiting: 'Celui qui attend, édité à sa place',
  },
  {
    label: 'Which of the two letters was posted?',
    former: 'The former one, which was taken back on that day',
    waiting: 'The one that waits, made in its place',
  },
);

/** Whether the API asks which letter was posted: two letters exist for that day, and only the user knows. */
export const isAskedWhich = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'which_letter';

interface WhichLetterProps {
  /** True for the letter that was taken back. Null while not answered. */
  value: boolean | null;
  onChange: (isFormer: boolean) => void;
}

export function WhichLetter({ value, onChange }: WhichLetterProps) {
  const w = useWords(words);
  return (
    <Radio.Group
      label={w.label}
      value={value === null ? '' : value ? 'former' : 'waiting'}
      onChange={(chosen) => onChange(chosen === 'former')}
      required
    >
      <Stack gap={4} mt={4}>
        <Radio value="former" label={w.former} />
        <Radio value="waiting" label={w.waiting} />
      </Stack>
    </Radio.Group>
  );
}
