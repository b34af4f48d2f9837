import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { DraftFields } from '../../../draft/draft-fields.tsx';
import { type DraftEdits, missingOf, NO_EDITS, recipientsOf } from '../../../draft/draft-edits.ts';
import { isChanged } from '../../../draft/kept-edits.ts';
import { LetterPreview } from '../../../draft/letter-preview.tsx';
import { OutdatedNote } from '../../../draft/outdated-note.tsx';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { Loading } from '../../../states/loading.tsx';
import type { CaseDialogProps } from '../case-dialogs.tsx';
import { CaseForm } from '../case-form.tsx';
import { barredBy } from './barred-by.ts';
import { BarredReminder } from './barred-reminder.tsx';
import { hasAttachments, hasRecipients } from './reminder-body.ts';
import { reminderWords } from './reminder-words.ts';
import { type ReminderChoice, ReminderChoices, useFirstChoice } from './reminder-choices.tsx';
import { useReminderDraft } from './use-reminder-draft.ts';
import { useSendReminder } from './use-send-reminder.ts';
import { useSendingSaid } from './use-sending-said.ts';
import { useWords } from '../../../words/words.ts';
import { useFormats } from '../../../words/formats.ts';

/**
 * Sends one reminder by hand now. What forbids it is shown instead when the dialog opens, and later beside what was
 * typed.
 */
export function ReminderDialog(props: CaseDialogProps) {
  const [bar] = useState(() => barredBy(props.invoice.dunning.holds));
  return bar ? <BarredReminder {...props} bar={bar} /> : <OpenReminder {...props} />;
}

/** The fields: which reminder, how, to whom, in what words. Nothing is sent before the button. */
function OpenReminder({ invoice, close }: CaseDialogProps) {
  const w = useWords(reminderWords);
  const { money } = useFormats();
  const [choice, setChoice] = useState<ReminderChoice>(useFirstChoice(invoice));
  const [edits, setEdits] = useState<DraftEdits>(NO_EDITS);
  const { holds } = invoice.dunning;
  const isHeld = holds.length > 0 && barredBy(holds) === null;
  // A scenario can plan a level before the due date: on its day it is not early.
  const isItsDay = invoice.dunning.levels.some(({ level, state }) => level === choice.level && state === 'due');
  const isEarly = (choice.level ?? 0) > 0 && invoice.days_late !== null && invoice.days_late <= 0 && !isItsDay;
  const needsReason = isHeld || isEarly;
  const send = useSendReminder(invoice, choice, edits, close);
  const { draft, error, pdfUrl } = useReminderDraft(invoice, choice, edits, send.isPending || send.isSuccess);
  const recipients = draft ? recipientsOf(draft, edits) : [];
  const said = useSendingSaid(choice, draft, recipients);
  const missing = draft && missingOf(draft, edits, hasRecipients(choice));
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      size={980}
      submit={said.submit}
      onSubmit={() => send.mutate(recipients)}
      isPending={send.isPending}
      isIncomplete={!draft || Boolean(missing) || (needsReason && choice.overrideReason.trim() === '')}
      isDirty={isChanged(edits)}
      error={send.error}
      consequence={draft && (missing ? w.missing[missing] : said.consequence)}
      stale={
        draft &&
        missing === 'choice' && (
          <OutdatedNote amount={money(invoice.balance_cents, invoice.currency)} draft={draft} change={setEdits} />
        )
      }
    >
      <ReminderChoices invoice={invoice} choice={choice} onChoice={setChoice} isHeld={isHeld} isEarly={isEarly} />
      <ProblemNote error={draft ? null : error} />
      {!draft && !error && <Loading lines={6} />}
      {draft && (
        <Tabs defaultValue="message" keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="message">{w.message}</Tabs.Tab>
            <Tabs.Tab value="letter">{w.letter}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="message">
            <DraftFields
              customerId={invoice.customer.id}
              draft={draft}
              edits={edits}
              change={setEdits}
              hasRecipients={hasRecipients(choice)}
              hasAttachments={hasAttachments(choice)}
              error={send.error}
            />
          </Tabs.Panel>
          <Tabs.Panel value="letter">
            <LetterPreview url={pdfUrl} />
          </Tabs.Panel>
        </Tabs>
      )}
    </CaseForm>
  );
}
