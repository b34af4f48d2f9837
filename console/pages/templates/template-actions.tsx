import { ActionIcon, Group } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { useWords } from '../../words/words.ts';
import { RemoveTemplateDialog } from './remove-template-dialog.tsx';
import { templatesWords } from './templates-words.ts';

/** Copy and delete, in the row. */
export function TemplateActions({ template }: { template: Schema<'Template'> }) {
  const w = useWords(templatesWords);
  const [isRemoving, setRemoving] = useState(false);
  return (
    // A click in the dialog must not count as a click on its row.
    <Group gap={2} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
      <ActionIcon
        component={Link}
        to={`/modeles/nouveau?copie=${template.id}`}
        variant="subtle"
        color="gray"
        aria-label={w.copy(template.name)}
        title={w.copy(template.name)}
      >
        <IconCopy size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={() => setRemoving(true)}
        aria-label={w.remove(template.name)}
        title={w.remove(template.name)}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {isRemoving && <RemoveTemplateDialog template={template} close={() => setRemoving(false)} />}
    </Group>
  );
}
