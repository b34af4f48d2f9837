import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { listBehind } from '../../third-party/list-behind.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    delete: 'Supprimer',
    title: (name: string) => `Supprimer ${name}`,
    text: 'La fiche est supprimée pour de bon. C’est refusé tant qu’un dossier ou un état envoyé la nomme.',
    done: (name: string) => `Fiche supprimée\u00a0: ${name}.`,
  },
  {
    delete: 'Delete',
    title: (name: string) => `Delete ${name}`,
    text: 'The card is deleted for good. It is refused while a case file or a statement names it.',
    done: (name: string) => `${name} deleted.`,
  },
);

/** Deletes a third party that no file names. */
export function DeleteThirdParty({ party }: { party: Schema<'ThirdParty'> }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const from: unknown = useLocation().state;
  const [isAsking, setAsking] = useState(false);
  const remove = useChange({
    run: () => answerOf(api.DELETE('/v1/third-parties/{id}', { params: { path: { id: party.id } } })),
    done: () => w.done(party.name),
    onDoneHere: () => void navigate(listBehind(from)),
    showsError: true,
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {w.delete}
      </Button>
      {isAsking && (
        <CaseForm
          title={w.title(party.name)}
          close={() => setAsking(false)}
          submit={w.title(party.name)}
          onSubmit={() => remove.mutate(undefined)}
          isPending={remove.isPending}
          error={remove.error}
        >
          <Text>{w.text}</Text>
        </CaseForm>
      )}
    </>
  );
}
