import { Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../../api/client.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { useSettings } from '../../../case/case-data.ts';
import { addDays, rollForward } from '../../../case/working-days.ts';
import { DayInput } from '../../../fields/day-input.tsx';
import { ReasonInput } from '../../../fields/reason-input.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx';
import { useBulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Reporter ${count}`,
    submit: (count: string, day: string) => `Reporter ${count} au ${day}`,
    until: 'Pas avant le',
    reason: 'Motif, le même pour toutes',
    reasonOne: 'Motif',
    change: (day: string) =>
      `Rien ne part d’ici là\u00a0; tout revient le ${day}, et les étapes suivantes de chaque dossier se décalent.`,
    changeOne: (day: string) =>
      `Rien ne part d’ici là\u00a0; elle revient le ${day}, et les étapes suivantes du dossier se décalent.`,
    done: 'action reportée.',
    doneMany: 'actions reportées.',
  },
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Postpone ${count}`,
    submit: (count: string, day: string) => `Postpone ${count} to ${day}`,
    until: 'Not before',
    reason: 'Reason, the same for all',
    reasonOne: 'Reason',
    change: (day: string) =>
      `Nothing is sent until then; all of it is back on ${day}, and the later steps of each case move with it.`,
    changeOne: (day: string) =>
      `Nothing is sent until then; it is back on ${day}, and the later steps of the case move with it.`,
    done: 'action postponed.',
    doneMany: 'actions postponed.',
  },
);

/** Postpones many actions to one day, for one reason. */
export function BulkPostpone({ actions, ...dialog }: BulkProps) {
  const w = useWords(words);
  const { count, day, longDay, todayOn } = useFormats();
  const { data: settings } = useSettings();
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const backOn = untilOn && rollForward(untilOn, settings?.holiday_zone ?? 'metropole');
  const said = (accepted: number) => count(accepted, w.done, w.doneMany);
  const decide = async (ids: string[]) => {
    const body = { ids, until_on: untilOn ?? '', reason: reason.trim() };
    const { postponed, refused } = await sendOnce(['postpone-many', body], (header) =>
      answerOf(api.POST('/v1/actions/postpone', { params: { header }, body })),
    );
    return { accepted: postponed, refused };
  };
  const run = useBulk(actions, decide, said);
  const isOne = run.total === 1;
  const left = count(run.total - run.answered, w.one, w.many);
  return (
    <BulkDialog
      {...dialog}
      run={run}
      title={w.title(count(run.total, w.one, w.many))}
      submit={backOn ? w.submit(left, day(backOn)) : w.title(left)}
      isIncomplete={!untilOn || reason.trim() === ''}
    >
      <DayInput label={w.until} value={untilOn} onChange={setUntilOn} minOn={addDays(todayOn, 1)} required autoFocus />
      <ReasonInput label={isOne ? w.reasonOne : w.reason} value={reason} onChange={setReason} />
      {backOn && <Text role="status">{w[isOne ? 'changeOne' : 'change'](longDay(backOn))}</Text>}
    </BulkDialog>
  );
}
