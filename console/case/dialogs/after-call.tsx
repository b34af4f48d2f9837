import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useEffect, useEffectEvent } from 'react';
import { DayInput } from '../../fields/day-input.tsx';
import { OnDemand } from '../../states/on-demand.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { furthestDay } from '../business-day-rules.ts';
import { caseQuery } from '../case-data.ts';
import type { AfterCall } from './call-body.ts';
import { promisableOf } from './promisable.ts';

const PromiseDialog = lazy(async () => ({ default: (await import('./promise-dialog.tsx')).PromiseDialog }));

const words = defineWords(
  {
    again: 'Rappeler le (facultatif)',
    againHint: 'Un appel à faire paraîtra ce jour-là dans l’agenda.',
    promise: 'Promesse de règlement\u00a0: la noter juste après',
  },
  {
    again: 'Call again on (optional)',
    againHint: 'A call to make will show in the agenda on that day.',
    promise: 'Promise to pay: note it right after',
  },
);

function usePromisable(invoiceIds: readonly string[]) {
  const [id = ''] = invoiceIds;
  const { data, isError } = useQuery({ ...caseQuery(id), enabled: invoiceIds.length === 1 });
  return promisableOf(invoiceIds, { data, isError });
}

interface AfterCallFieldsProps {
  invoiceIds: readonly string[];
  value: AfterCall;
  onChange: (after: AfterCall) => void;
  error?: string | undefined;
}

/** Fields: when to call again, and whether something was promised. */
export function AfterCallFields({ invoiceIds, value, onChange, error }: AfterCallFieldsProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const promisable = usePromisable(invoiceIds);
  return (
    <>
      <DayInput
        label={w.again}
        description={w.againHint}
        value={value.againOn}
        onChange={(againOn) => onChange({ ...value, againOn })}
        minOn={todayOn}
        maxOn={furthestDay(todayOn)}
        error={error}
        clearable
      />
      {promisable && (
        <Checkbox
          label={w.promise}
          checked={value.isPromised}
          onChange={(event) => onChange({ ...value, isPromised: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** The dialog for a promise made during a call. Closes by itself when the invoice can no longer be promised. */
export function PromiseAfterCall({ invoiceIds, close }: { invoiceIds: readonly string[]; close: () => void }) {
  const promisable = usePromisable(invoiceIds);
  const isOver = promisable === null;
  const goOn = useEffectEvent(close);
  useEffect(() => {
    if (isOver) goOn();
  }, [isOver]);
  if (!promisable) return null;
  return (
    <OnDemand>
      <PromiseDialog invoice={promisable.data} etag={promisable.etag} close={close} />
    </OnDemand>
  );
}
