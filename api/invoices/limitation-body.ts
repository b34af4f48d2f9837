import { z } from 'zod';
import { isOver, type Limitation, type LimitationPeriod } from '../../domain/limitation/limitation.ts';
import { limitationText } from '../../domain/limitation/limitation-text.ts';
import type { Reading } from './reading.ts';

const acknowledgement = z.object({
  kind: z.enum(['payment', 'promise']),
  on: z.iso.date(),
  is_written: z.boolean().optional().meta({ description: 'True for a promise with written evidence.' }),
});

const period = z.object({
  counted_from: z.enum(['issued_on', 'due_on']),
  starts_on: z.iso.date(),
  restarted_by: acknowledgement
    .nullable()
    .meta({ description: 'The debtor’s last acknowledgement of the debt, whose day is `starts_on`.' }),
  ends_on: z.iso.date().meta({ description: 'The last day on which a claim in court is in time.' }),
});

/** When a claim is time-barred, as the API shows it. */
export const limitation = z
  .object({
    years: z.int(),
    earliest: period,
    later: period
      .nullable()
      .meta({ description: 'The same, counted from the other of the two days, when it ends later.' }),
    if_oral: period.nullable().meta({
      description:
        'The earliest period if two kinds of doubtful acknowledgements are left out: promises of which nobody said whether they were written, and ' +
        'payments that were allocated to the invoice only later or came from another customer. Null when that makes no difference.',
    }),
    is_over: z
      .boolean()
      .meta({ description: 'Whether `earliest` has passed. This stops nothing: only the debtor may invoke it.' }),
    sentence: z.string(),
  })
  .meta({ id: 'Limitation' });

/** A claim's limitation as the API shows it; null when nothing is claimed. */
export function limitationBody(
  of: Limitation | null,
  { todayOn, language }: Reading,
): z.output<typeof limitation> | null {
  if (!of) return null;
  return {
    years: of.years,
    earliest: viewPeriod(of.earliest),
    later: of.later && viewPeriod(of.later),
    if_oral: of.ifOral && viewPeriod(of.ifOral),
    is_over: isOver(of, todayOn),
    sentence: limitationText(of, todayOn, language),
  };
}

const viewPeriod = ({ countedFrom, startsOn, restartedBy, endsOn }: LimitationPeriod) => ({
  counted_from: countedFrom,
  starts_on: startsOn,
  restarted_by: restartedBy && {
    kind: restartedBy.kind,
    on: restartedBy.on,
    ...(restartedBy.isWritten ? { is_written: true } : {}),
  },
  ends_on: endsOn,
});
