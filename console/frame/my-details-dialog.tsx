import { List, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schema, versionedAnswerOf } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { versionedKey } from '../api/versioned-key.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { type Saved, useDraft } from '../states/use-draft.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { printedOfMe } from './printed-of-me.ts';

const words = defineWords(
  {
    title: 'Mes coordonnées',
    phone: 'Téléphone',
    rule: 'Laissé vide, vos messages donnent le numéro de la société.',
    others: 'Le nom et l’adresse électronique, avec laquelle vous vous connectez, sont changés par un administrateur.',
    printed: 'Ce que disent de vous les courriers, les courriels et les SMS que vous envoyez\u00a0:',
    none: 'aucun téléphone',
    save: 'Enregistrer mes coordonnées',
    saved: 'Coordonnées enregistrées\u00a0: vos prochains messages les reprennent.',
  },
  {
    title: 'My details',
    phone: 'Telephone',
    rule: 'Left empty, your messages give the company’s number.',
    others: 'An administrator changes the name, and the e-mail address with which you sign in.',
    printed: 'What the letters, e-mails and text messages that you send say of you:',
    none: 'no telephone',
    save: 'Save my details',
    saved: 'Details saved: your next messages use them.',
  },
);

type User = Schema<'User'>;

const typedOf = ({ phone }: User) => ({ phone: phone ?? '' });

/** The user's phone number, and what messages print about the user. */
export function MyDetailsDialog({ close }: { close: () => void }) {
  const w = useWords(words);
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('session-me'),
    queryFn: () => versionedAnswerOf(api.GET('/v1/session/me')),
  });
  if (data) return <MyDetails me={data.data} saved={{ value: typedOf(data.data), etag: data.etag }} close={close} />;
  return (
    <Dialog onClose={close} title={w.title}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={4} />}
    </Dialog>
  );
}

interface MyDetailsProps {
  me: User;
  saved: Saved<ReturnType<typeof typedOf>>;
  close: () => void;
}

function MyDetails({ me, saved, close }: MyDetailsProps) {
  const w = useWords(words);
  const draft = useDraft(saved);
  const phone = draft.value.phone.trim() || null;
  const save = useChange({
    run: () =>
      answerOf(api.PATCH('/v1/session/me', { params: { header: { 'If-Match': draft.etag } }, body: { phone } })),
    done: () => w.saved,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.save}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={!draft.isDirty}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
    >
      <TextInput
        label={w.phone}
        description={w.rule}
        type="tel"
        autoComplete="tel"
        data-autofocus
        value={draft.value.phone}
        onChange={(event) => draft.set({ phone: event.currentTarget.value })}
        error={faultOf(save.error, '/phone')}
      />
      <Printed name={me.name} email={me.email} phone={phone} />
      <Text size="sm" c="dimmed">
        {w.others}
      </Text>
    </CaseForm>
  );
}

function Printed({ name, email, phone }: { name: string; email: string; phone: string | null }) {
  const w = useWords(words);
  const { data } = useQuery({
    queryKey: versionedKey('settings'),
    queryFn: () => versionedAnswerOf(api.GET('/v1/settings')),
  });
  return (
    <Stack gap={4} data-testid="printed-of-me">
      <Text size="sm">{w.printed}</Text>
      <List size="sm" withPadding>
        {printedOfMe({ name, phone, email }, data?.data.company.phone, w.none).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
