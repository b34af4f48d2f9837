import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../frame/page.tsx';
import { useSession } from '../frame/session.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Empty } from './empty.tsx';

const words = defineWords(
  {
    title: 'Cette page est réservée aux superviseurs',
    hint: 'Elle sert à paramétrer les relances. Demandez à un superviseur ce que vous voulez y changer.',
    back: 'Revenir aux relances',
  },
  {
    title: 'This page is for supervisors',
    hint: 'It sets the reminders up. Ask a supervisor for what you want changed here.',
    back: 'Back to the reminders',
  },
);

/** A set-up page. A collector who opens its address is told whom to ask. */
export function SupervisorsOnly({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  if (isSupervisor) return children;
  return (
    <Page title={title}>
      <Empty
        title={w.title}
        hint={w.hint}
        action={
          <Button component={Link} to="/relances" variant="default">
            {w.back}
          </Button>
        }
      />
    </Page>
  );
}
