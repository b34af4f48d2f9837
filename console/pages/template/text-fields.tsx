import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { RichTextEditor } from '../../editor/rich-text-editor.tsx';
import { CUSTOMER_KINDS, TEMPLATE_KINDS } from '../../level/kinds.ts';
import { customerWord, kindWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import type { TextDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TextFieldsProps {
  text: TextDraft;
  isFirst: boolean;
  change: (part: Partial<TextDraft>) => void;
  remove: () => void;
  error: unknown;
}

/** One text: what it is for, its subject and its body. */
export function TextFields({ text, isFirst, change, remove, error }: TextFieldsProps) {
  const w = useWords(templateWords);
  const { language } = useLanguage();
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" grow>
        <Select
          label={w.channel}
          allowDeselect={false}
          data={TEMPLATE_KINDS.map((kind) => ({ value: kind, label: kindWord(kind, language) }))}
          value={text.kind}
          onChange={(kind) => kind && change({ kind })}
          error={faultOf(error, '/kind')}
        />
        <Select
          label={w.language}
          allowDeselect={false}
          data={[
            { value: 'fr', label: w.fr },
            { value: 'en', label: w.en },
          ]}
          value={text.language}
          onChange={(chosen) => chosen && change({ language: chosen })}
          error={faultOf(error, '/language')}
        />
        <Select
          label={w.debtor}
          allowDeselect={false}
          data={[
            { value: '', label: w.anyDebtor },
            ...CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) })),
          ]}
          value={text.debtor_kind ?? ''}
          onChange={(kind) => change({ debtor_kind: kind === '' ? null : kind })}
          error={faultOf(error, '/debtor_kind')}
        />
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text c="dimmed" size="xs">
          {isFirst ? w.firstText : w.otherText}
        </Text>
        {!isFirst && (
          <Button variant="subtle" color="red" onClick={remove} style={{ flex: 'none' }}>
            {w.removeText}
          </Button>
        )}
      </Group>
      <TextInput
        label={w.subject}
        required
        maxLength={300}
        value={text.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        error={faultOf(error, '/subject')}
      />
      <RichTextEditor
        label={w.body}
        description={w.bodyHint}
        tags
        minHeight={260}
        value={text.body_html}
        onChange={(html) => change({ body_html: html })}
        error={faultOf(error, '/body_html')}
      />
    </Stack>
  );
}
