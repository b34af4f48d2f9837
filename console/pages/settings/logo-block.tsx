import { Button, FileButton, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

const words = defineWords(
  {
    title: 'Logo',
    hint: 'Un fichier PNG de 1 Mo et de 8 millions de points au plus\u00a0; il est réduit s’il le faut. Il paraît en tête des courriers, jamais dans un courriel.',
    none: 'Pas de logo',
    alt: 'Le logo actuel',
    choose: 'Choisir un fichier PNG…',
    replace: 'Remplacer le logo…',
    remove: 'Retirer le logo',
    show: 'Afficher le logo dans les courriers PDF',
    saved: 'Logo enregistré.',
    removed: 'Logo retiré.',
    shown: 'Réglage enregistré.',
  },
  {
    title: 'Logo',
    hint: 'A PNG file of at most 1 MB and 8 million points; it is made smaller where needed. It heads letters, never mails.',
    none: 'No logo',
    alt: 'The present logo',
    choose: 'Choose a PNG file…',
    replace: 'Replace the logo…',
    remove: 'Take the logo out',
    show: 'Show the logo in PDF letters',
    saved: 'Logo saved.',
    removed: 'Logo taken out.',
    shown: 'Setting saved.',
  },
);

/** The logo on letters, as it is stored. */
export function LogoBlock() {
  const w = useWords(words);
  const { data } = useSettings();
  const upload = useChange({
    run: (file: File) => requestJson('PUT', '/v1/settings/logo', file, 'image/png'),
    done: () => w.saved,
    showsError: true,
  });
  const remove = useChange({ run: () => api.DELETE('/v1/settings/logo'), done: () => w.removed });
  const show = useChange({
    run: (isShown: boolean) =>
      versionedAnswerOf(
        api.PATCH('/v1/settings', {
          // The request contains everything that it changes, and leaves what was saved meanwhile.
          params: { header: { 'If-Match': '*' } },
          body: { show_logo_in_letters: isShown },
        }),
      ),
    done: () => w.shown,
  });
  if (!data) return null;
  const { has_logo: hasLogo, show_logo_in_letters: isShown } = data.data;
  return (
    <Stack gap="sm" component="section" aria-labelledby="logo">
      <div>
        <Title order={2} size="h5" id="logo">
          {w.title}
        </Title>
        <Text size="xs" c="dimmed">
          {w.hint}
        </Text>
      </div>
      <Group gap="md">
        <div className={classes.logo}>
          {hasLogo ? <img src="/v1/settings/logo" alt={w.alt} key={data.etag} /> : <Text c="dimmed">{w.none}</Text>}
        </div>
        <FileButton accept="image/png" onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={upload.isPending}>
              {hasLogo ? w.replace : w.choose}
            </Button>
          )}
        </FileButton>
        {hasLogo && (
          <Button variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {w.remove}
          </Button>
        )}
      </Group>
      <ProblemNote error={upload.error} />
      <Switch
        label={w.show}
        checked={show.isPending ? show.variables : isShown}
        onChange={(event) => show.mutate(event.currentTarget.checked)}
      />
    </Stack>
  );
}
