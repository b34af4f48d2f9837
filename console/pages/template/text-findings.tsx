import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { ApiProblem } from '../../api/problem.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { templateWords } from './template-words.ts';
import { unknownSaid } from './unknown-said.ts';

/** The findings about a text: unknown tags with their positions, what would prevent sending, and what was removed. */
export function TextFindings({ warnings, error }: { warnings: readonly string[] | undefined; error: unknown }) {
  const w = useWords(templateWords);
  const { language } = useLanguage();
  if (error instanceof ApiProblem && error.code === 'unknown_tag') {
    const inText = error.errors.filter(({ pointer }) => pointer !== '/subject');
    const said = unknownSaid(inText.length, error.errors.length, language);
    return (
      <Alert color="red" variant="light" title={said.title} icon={<IconAlertTriangle size={18} />} role="alert">
        <List size="sm">
          {error.errors.map(({ pointer, detail }) => (
            <List.Item key={`${pointer} ${detail}`}>
              {w.unknownIn(
                /#[\p{L}\p{N}_]+/u.exec(detail)?.[0] ?? detail,
                pointer === '/subject' ? w.inSubject : w.inBody,
              )}
            </List.Item>
          ))}
        </List>
        <Text mt={4}>{said.hint}</Text>
      </Alert>
    );
  }
  if (error) return <ProblemNote error={error} />;
  if (!warnings) return null;
  if (warnings.length === 0) {
    return (
      <Text size="xs" c="dimmed" role="status">
        <IconCheck size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {w.noWarnings}
      </Text>
    );
  }
  return (
    <Alert color="gray" variant="light" title={w.warnings} icon={<IconAlertTriangle size={18} />} role="status">
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
