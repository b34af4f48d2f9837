import { Checkbox, Fieldset, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { faultOf } from '../../api/problem.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import type { Invoice } from '../case-data.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { InstalmentRows } from './instalment-rows.tsx';
import { type Instalment, isComplete, lastDayOf, monthly, sumOf } from './instalments.ts';
import { evidenceBody, isWithoutDay, PromiseEvidenceInput, type TypedEvidence } from './promise-evidence.tsx';
import { promiseWords } from './promise-words.ts';
import { type Already, usePromised } from './use-promised.ts';
import { type PromiseBody, useRecordPromises } from './use-record-promises.ts';

/** Records a promise of an amount for a day, or in instalments. */
export function PromiseDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(promiseWords);
  const { todayOn } = useFormats();
  const promised = usePromised(invoice);
  const typed = useTyped(promised.openCents);
  const { cents, setCents, on, setOn, isSplit, setSplit, promises } = typed;
  const [comment, setComment] = useState('');
  const [evidence, setEvidence] = useState<TypedEvidence | null>(null);
  const { record, recorded } = useRecordPromises(invoice.id, useSaid(invoice), close);
  const body = { comment: comment.trim() || null, evidence: evidenceBody(evidence) };
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={isSplit ? w.submitMany(promises.length) : w.submit}
      onSubmit={() => {
        typed.keep();
        record.mutate(promises.map((one) => ({ amount_cents: one.cents ?? 0, promised_on: one.on ?? '', ...body })));
      }}
      isPending={record.isPending}
      isIncomplete={!isComplete(promises) || isWithoutDay(evidence)}
      error={record.error}
      consequence={<WhatComesOfIt {...{ invoice, promised, promises, recorded }} isRefused={record.isError} />}
      {...(isSplit ? { size: 'lg' } : {})}
    >
      <Promised promised={promised} currency={invoice.currency} />
      <Fieldset variant="unstyled" disabled={recorded > 0}>
        <Stack gap="sm">
          <AmountInput
            label={isSplit ? w.total : w.amount}
            cents={cents}
            onChange={setCents}
            currency={invoice.currency}
            required
          />
          <Checkbox label={w.several} checked={isSplit} onChange={(event) => setSplit(event.currentTarget.checked)} />
        </Stack>
      </Fieldset>
      {isSplit ? (
        <InstalmentRows {...typed.instalments} currency={invoice.currency} recorded={recorded} />
      ) : (
        <DayInput label={w.day} value={on} onChange={setOn} minOn={todayOn} required autoFocus />
      )}
      <PromiseEvidenceInput
        value={evidence}
        onChange={setEvidence}
        error={faultOf(record.error, '/evidence/received_on')}
      />
      <Textarea
        label={w.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        disabled={recorded > 0}
        autosize
        minRows={2}
        maxLength={4000}
      />
    </CaseForm>
  );
}

const USUAL_COUNT = 3;

/** What is typed: one amount for one day, or monthly instalments computed from it until the user changes a row. */
function useTyped(openCents: number) {
  // Until the user types an amount, it is what is not promised yet.
  const [typedCents, setCents] = useState<number | null>();
  const cents = typedCents === undefined ? openCents || null : typedCents;
  const [on, setOn] = useState<string | null>(null);
  const [isSplit, setSplit] = useState(false);
  const [count, setCount] = useState(USUAL_COUNT);
  const [changed, setRows] = useState<Instalment[] | null>(null);
  const rows = changed ?? (cents && on ? monthly(cents, count, on) : []);
  /** Setting a value that the rows are computed from discards the changes of single rows. */
  const anew =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setRows(null);
    };
  /**
   * Freezes the rows that are sent: part of them may be recorded, and the others must not be computed again from the
   * smaller open amount.
   */
  const keep = () => {
    setCents(cents);
    setRows([...rows]);
  };
  return {
    keep,
    cents,
    setCents: anew(setCents),
    on,
    setOn: anew(setOn),
    isSplit,
    setSplit: anew(setSplit),
    instalments: { count, setCount: anew(setCount), firstOn: on, setFirstOn: anew(setOn), rows, setRows },
    promises: isSplit ? rows : [{ cents, on }],
  };
}

/** What is already promised, so that nothing is promised twice. */
function Promised({ promised: { standing, openCents }, currency }: { promised: Already; currency: string }) {
  const w = useWords(promiseWords);
  const { money, day } = useFormats();
  const lastOn = lastDayOf(standing);
  if (!lastOn) return null;
  const sum = money(sumOf(standing), currency);
  return (
    <Text size="sm">
      {standing.length === 1 ? w.promised(sum, day(lastOn)) : w.promisedMany(sum, standing.length, day(lastOn))}{' '}
      {openCents === 0 && w.allPromised}
    </Text>
  );
}

function useSaid(invoice: Invoice) {
  const w = useWords(promiseWords);
  const { money, day } = useFormats();
  const done = (bodies: readonly PromiseBody[]): string => {
    const promises = bodies.map((body) => ({ cents: body.amount_cents, on: body.promised_on }));
    const [sum, lastOn] = [money(sumOf(promises), invoice.currency), day(lastDayOf(promises) ?? '')];
    return promises.length === 1 ? w.done(sum, lastOn) : w.doneMany(promises.length, sum, lastOn);
  };
  return { done, known: w.known };
}

interface WhatComesOfItProps {
  invoice: Invoice;
  promised: Already;
  promises: readonly Instalment[];
  recorded: number;
  isRefused: boolean;
}

function WhatComesOfIt({ invoice, promised, promises, recorded, isRefused }: WhatComesOfItProps) {
  const w = useWords(promiseWords);
  const { money } = useFormats();
  const consequence = useConsequence(invoice);
  const lastOn = lastDayOf(promises);
  // The instalments that are recorded already are part of what is promised: do not count them twice.
  const moreCents = recorded > 0 ? 0 : sumOf(promises) - promised.openCents;
  return (
    <Stack gap={2}>
      {lastOn && <Text>{consequence.promise(lastOn)}</Text>}
      {promises.length > 1 && <Text>{w.firstBroken}</Text>}
      {moreCents > 0 && <Text>{w.more(money(moreCents, invoice.currency))}</Text>}
      {isRefused && recorded > 0 && <Text>{w.recorded(recorded, promises.length)}</Text>}
    </Stack>
  );
}
