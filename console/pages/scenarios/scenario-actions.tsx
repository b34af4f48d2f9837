import { ActionIcon, Group } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { useWords } from '../../words/words.ts';
import { scenariosWords } from './scenarios-words.ts';

/** Copy and delete, in the row. */
export function ScenarioActions({ scenario: { id, name } }: { scenario: Schema<'Scenario'> }) {
  const w = useWords(scenariosWords);
  const [isRemoving, setRemoving] = useState(false);
  return (
    // A click in the dialog must not count as a click on its row.
    <Group gap={2} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
      <ActionIcon
        component={Link}
        to={`/scenarios/nouveau?copie=${id}`}
        variant="subtle"
        color="gray"
        aria-label={w.copy(name)}
        title={w.copy(name)}
      >
        <IconCopy size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={() => setRemoving(true)}
        aria-label={w.remove(name)}
        title={w.remove(name)}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {isRemoving && (
        <RemoveDialog
          title={w.removeTitle}
          text={w.removeText(name)}
          button={w.removeButton}
          done={w.removed(name)}
          refused={{ in_use: w.inUse }}
          run={() => answerOf(api.DELETE('/v1/scenarios/{id}', { params: { path: { id } } }))}
          close={() => setRemoving(false)}
        />
      )}
    </Group>
  );
}
