import { Fragment } from 'react';
import type { Schema } from '../api/client.ts';
import { daysLateOf, invoiceItem } from '../case/ended.ts';
import { LightLink } from '../frame/light-link.tsx';
import { LevelBadge } from '../level/level-badge.tsx';
import { kindWord, modeWord, toPostWord } from '../level/level.ts';
import { StatusBadge } from '../level/status-badge.tsx';
import { waitingWords } from '../messages/why-waiting.ts';
import { useCustomerName } from '../words/customer-name.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import classes from './work-list.module.css';

type Invoice = Schema<'Invoice'>;

/** Two lines in a row: the value, and below it an explanation. */
function Stacked({ first, second, title }: { first: React.ReactNode; second: React.ReactNode; title?: string }) {
  return (
    <div className={classes.stacked} title={title}>
      <span className={classes.first}>{first}</span>
      {second ? <span className={classes.second}>{second}</span> : null}
    </div>
  );
}

/** The customer, and the contact to write to. */
export function CustomerCell({ invoice }: { invoice: Invoice }) {
  const called = useCustomerName()(invoice.customer);
  const { customer } = invoice;
  const { name, email, phone } = customer.contact ?? {};
  const reached = [email, phone].filter(Boolean).join(' · ');
  return (
    <Stacked
      title={[called, name, reached].filter(Boolean).join(' · ')}
      first={
        <LightLink to={`/clients/${customer.id}`} className={classes.customer}>
          {called}
        </LightLink>
      }
      second={reached || name}
    />
  );
}

/** The due date, and how long ago it was. */
export function DueCell({ invoice }: { invoice: Invoice }) {
  const { day, fromToday, lateness } = useFormats();
  if (!invoice.due_on) return null;
  return (
    <Stacked
      first={day(invoice.due_on)}
      second={lateness(daysLateOf(invoiceItem(invoice))) ?? fromToday(invoice.due_on)}
    />
  );
}

/** A day in a narrow column, with its year on a second line. Empty for null. */
export function ShortDay({ on }: { on: string | null }) {
  const { day, shortDay } = useFormats();
  if (!on) return null;
  return (
    <Stacked title={day(on)} first={<span className={classes.short}>{shortDay(on)}</span>} second={on.slice(0, 4)} />
  );
}

/** The next step with its day and mode; without one, the state of the case. */
export function NextCell({ invoice: { dunning } }: { invoice: Invoice }) {
  const { day, language } = useFormats();
  const { waitsForLine } = useWords(waitingWords);
  const { next, sentence, status } = dunning;
  if (!next || status === 'held' || status === 'needs_attention') {
    return (
      <span title={sentence} className={classes.next}>
        <StatusBadge status={status} />
      </span>
    );
  }
  const mode = next.letter_made_on ? toPostWord(language) : modeWord(next.mode, language);
  return (
    <span title={sentence} className={classes.next}>
      <LevelBadge level={next.level} />
      <Stacked
        first={day(next.due_at)}
        second={next.line_stopped_at ? waitsForLine : `${kindWord(next.kind, language)}, ${mode}`}
      />
    </span>
  );
}

/** A status from the creditor's own software. A long one can wrap after a `_`. */
export const Code = ({ text }: { text: string | null }) =>
  text ? (
    <span className={classes.code} title={text}>
      {text.split(/(?<=_)/).map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  ) : null;

/** A text in one line. */
export const Plain = ({ text }: { text: string | null }) =>
  text ? (
    <span className={classes.plain} title={text}>
      {text}
    </span>
  ) : null;
