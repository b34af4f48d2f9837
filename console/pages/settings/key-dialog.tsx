import { Button, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { UserSelect } from '../../choose/user-select.tsx';
import { useIsHere } from '../../states/is-here.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { sendingWords, useSending } from '../../states/use-sending.ts';
import { useWords } from '../../words/words.ts';
import { keysWords } from './keys-words.ts';
import classes from './settings.module.css';

type Role = keyof typeof keysWords.fr.roles;

/** Creates a key and shows it once. */
export function KeyDialog({ close }: { close: () => void }) {
  const w = useWords(keysWords);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('payments');
  const [userId, setUserId] = useState<string | null>(null);
  const isHere = useIsHere();
  const { goOn } = useWords(sendingWords);
  const [once] = useState(() => crypto.randomUUID());
  const make = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/keys', {
          params: { header: { 'Idempotency-Key': once } },
          body: { name, role, user_id: userId },
        }),
      ),
    done: () => (isHere() ? undefined : w.madeUnseen(name)),
    showsError: true,
  });
  const sending = useSending(make.isPending);
  if (make.data) return <MadeKey name={name} secret={make.data.key} close={close} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(undefined);
  };
  return (
    <Dialog onClose={close} title={w.add} sending={sending}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={w.name}
            description={w.nameHint}
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faultOf(make.error, '/name')}
          />
          <Select
            label={w.role}
            allowDeselect={false}
            data={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
            value={role}
            onChange={(chosen) => chosen && setRole(chosen as Role)}
          />
          <UserSelect label={w.person} placeholder={w.nobody} value={userId} onChange={setUserId} />
          <ProblemNote error={make.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={sending === 'held'}>
              {sending === 'long' ? goOn : w.cancel}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {w.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function MadeKey({ name, secret, close }: { name: string; secret: string; close: () => void }) {
  const w = useWords(keysWords);
  return (
    <Dialog onClose={close} title={w.madeTitle(name)} closeOnClickOutside={false} size="lg">
      <Stack gap="sm">
        <Text>{w.madeText}</Text>
        <div className={classes.key} data-testid="new-key">
          {secret}
        </div>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant={copied ? 'default' : 'filled'} onClick={copy} data-autofocus>
                {copied ? w.copied : w.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={close}>
            {w.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
