import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useCase } from '../case/case-data.ts';
import { type CaseDialogName, CaseDialogs } from '../case/dialogs/case-dialogs.tsx';
import { useSession } from '../frame/session.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    bar: 'Ce que devient le dossier',
    litigation: 'Contentieux…',
    promise: 'Échéancier…',
    writeOff: 'Passer en perte…',
    bySupervisor: 'Passer en perte est réservé aux superviseurs',
  },
  {
    bar: 'What becomes of the case',
    litigation: 'Litigation…',
    promise: 'Instalments…',
    writeOff: 'Write off…',
    bySupervisor: 'Only supervisors write off',
  },
);

/** The three ways on after the last step, which its task asks about. Only a supervisor writes off. */
export function AfterExhausted({ invoiceId }: { invoiceId: string }) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  const { data } = useCase(invoiceId);
  const [name, open] = useState<CaseDialogName | null>(null);
  if (!data || data.data.closed_at !== null) return null;
  return (
    <>
      <Group gap={6} role="toolbar" aria-label={w.bar}>
        <Button onClick={() => open('litigation')}>{w.litigation}</Button>
        <Button variant="default" onClick={() => open('promise')}>
          {w.promise}
        </Button>
        <Button
          variant="default"
          onClick={() => open('writeOff')}
          disabled={!isSupervisor}
          title={isSupervisor ? undefined : w.bySupervisor}
        >
          {w.writeOff}
        </Button>
      </Group>
      {name && <CaseDialogs dialog={{ name }} invoice={data.data} etag={data.etag} close={() => open(null)} />}
    </>
  );
}
