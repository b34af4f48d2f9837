import { MultiSelect, Stack, Title } from '@mantine/core';
import { ApiProblem } from '../../api/problem.ts';
import { DISCLOSED, disclosedWord } from '../../third-party/disclosed-word.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import type { RulesProps } from './rules-tab.tsx';
import { rulesWords } from './rules-words.ts';

/** What third parties read about each case in a statement, in the order of its table. */
export function StatementRules({ value, set, error }: RulesProps) {
  const w = useWords(rulesWords);
  const { language } = useLanguage();
  const fault =
    error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer.startsWith('/statement_columns'));
  return (
    <Stack gap="sm" component="section" aria-label={w.statements}>
      <Title order={2} size="h5">
        {w.statements}
      </Title>
      <MultiSelect
        label={w.statementColumns}
        description={w.statementColumnsHint}
        data={DISCLOSED.map((name) => ({ value: name, label: disclosedWord(name, language) }))}
        searchable
        value={value.statement_columns}
        onChange={(columns) => set({ statement_columns: columns })}
        error={(fault || value.statement_columns.length === 0) && w.statementColumnsNone}
      />
    </Stack>
  );
}
