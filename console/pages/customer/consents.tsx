import { Button, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { Block } from '../../case/block.tsx';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useSession } from '../../frame/session.ts';
import { instantOf } from '../../task/local-instant.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    block: 'Recommandé électronique',
    none: 'Aucun accord enregistré.',
    consumer: 'Un particulier doit avoir donné son accord avant de recevoir une lettre recommandée électronique.',
    given: (day: string) => `Accord donné le ${day}`,
    add: 'Enregistrer un accord',
    title: 'Accord pour les lettres recommandées électroniques',
    on: 'Donné le',
    evidence: 'Ce qui le prouve',
    evidenceHint: 'Par exemple «\u00a0case cochée au contrat du 3 mars, page 2\u00a0».',
    done: 'Accord enregistré.',
  },
  {
    block: 'Electronic registered mail',
    none: 'No consent recorded.',
    consumer: 'A private person must have agreed before an electronic registered letter is sent.',
    given: (day: string) => `Agreed on ${day}`,
    add: 'Record a consent',
    title: 'Consent to electronic registered letters',
    on: 'Given on',
    evidence: 'What shows it',
    evidenceHint: 'For example “box ticked in the contract of 3 March, page 2”.',
    done: 'Consent recorded.',
  },
);

/** The customer's consent to electronic registered letters. */
export function Consents({ customer }: { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const { day } = useFormats();
  const [isAdding, setAdding] = useState(false);
  const { data } = useQuery({
    queryKey: ['customers', customer.id, 'consents'],
    queryFn: () => answerOf(api.GET('/v1/customers/{id}/consents', { params: { path: { id: customer.id } } })),
  });
  return (
    <Block title={w.block}>
      {data?.data.length === 0 && <Text c="dimmed">{customer.kind === 'consumer' ? w.consumer : w.none}</Text>}
      {data?.data.map(({ id, given_at, evidence }) => (
        <div key={id}>
          <Text>{w.given(day(given_at))}</Text>
          <Text c="dimmed">{evidence}</Text>
        </div>
      ))}
      <Button variant="default" size="compact-xs" mt={8} onClick={() => setAdding(true)}>
        {w.add}
      </Button>
      {isAdding && <ConsentDialog customer={customer} close={() => setAdding(false)} />}
    </Block>
  );
}

function ConsentDialog({ customer, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const w = useWords(words);
  const { todayOn, timeZone } = useSession();
  const [givenOn, setGivenOn] = useState<string | null>(todayOn);
  const [evidence, setEvidence] = useState('');
  const record = useChange({
    run: () => {
      const body = {
        kind: 'electronic_registered' as const,
        given_at: instantOf(`${givenOn ?? todayOn} 00:00:00`, timeZone),
        evidence: evidence.trim(),
      };
      return answerOf(api.POST('/v1/customers/{id}/consents', { params: { path: { id: customer.id } }, body }));
    },
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.add}
      onSubmit={() => record.mutate(undefined)}
      isPending={record.isPending}
      isIncomplete={!givenOn || evidence.trim() === ''}
      error={record.error}
    >
      <DayInput
        label={w.on}
        required
        maxOn={todayOn}
        value={givenOn}
        onChange={setGivenOn}
        error={faultOf(record.error, '/given_at')}
      />
      <Textarea
        label={w.evidence}
        description={w.evidenceHint}
        required
        autosize
        minRows={2}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        error={faultOf(record.error, '/evidence')}
      />
    </CaseForm>
  );
}
