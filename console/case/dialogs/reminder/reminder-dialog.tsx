import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../../api/use-change.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { answerOf, api } from '../../../api/client.ts';
import { DraftFields } from '../../../draft/draft-fields.tsx';
import { type DraftEdits, NO_EDITS, recipientsOf } from '../../../draft/draft-edits.ts';
import { LetterPreview } from '../../../draft/letter-preview.tsx';
import { howItLeaves } from '../../../providers/how-it-leaves.ts';
import { useProviders } from '../../../providers/use-providers.ts';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { Loading } from '../../../states/loading.tsx';
import type { CaseDialogProps } from '../case-dialogs.tsx';
import { CaseForm } from '../case-form.tsx';
import { changesBody, choiceBody, hasAttachments, hasRecipients } from './reminder-body.ts';
import { reminderWords } from './reminder-words.ts';
import { type ReminderChoice, ReminderChoices, useFirstChoice } from './reminder-choices.tsx';
import { saySent } from './say-sent.tsx';
import { useReminderDraft } from './use-reminder-draft.ts';
import { useSendingSaid } from './use-sending-said.ts';
import { useWords } from '../../../words/words.ts';
import { useLanguage } from '../../../words/language.ts';

/** One reminder now, by hand: which, how, to whom, in what words; nothing leaves before the button. */
export function ReminderDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(reminderWords);
  const { language } = useLanguage();
  const { data: providers } = useProviders();
  const [choice, setChoice] = useState<ReminderChoice>(useFirstChoice(invoice));
  const [edits, setEdits] = useState<DraftEdits>(NO_EDITS);
  const isHeld = invoice.dunning.holds.length > 0;
  // A scenario may have a level come before the due date: then its day is not early.
  const isItsDay = invoice.dunning.levels.some(({ level, state }) => level === choice.level && state === 'due');
  const isEarly = (choice.level ?? 0) > 0 && invoice.days_late !== null && invoice.days_late <= 0 && !isItsDay;
  const needsReason = isHeld || isEarly;
  const send = useChange({
    run: () => {
      const body = { ...choiceBody(choice), ...changesBody(choice, edits) };
      const path = { id: invoice.id };
      return sendOnce(['reminder', invoice.id, body], (header) =>
        answerOf(api.POST('/v1/invoices/{id}/reminders', { params: { path, header }, body })),
      );
    },
    onDone: (message) => {
      close();
      if ('id' in message) saySent(message, howItLeaves(providers, message), language);
    },
    showsError: true,
  });
  const { draft, error, pdfUrl } = useReminderDraft(invoice, choice, edits, send.isPending || send.isSuccess);
  const recipients = draft ? recipientsOf(draft, edits) : [];
  const said = useSendingSaid(choice, draft, recipients);
  const isToNobody = hasRecipients(choice) && recipients.length === 0;
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      size={980}
      submit={said.submit}
      onSubmit={() => send.mutate(undefined)}
      isPending={send.isPending}
      isIncomplete={!draft || isToNobody || (needsReason && choice.overrideReason.trim() === '')}
      error={send.error}
      consequence={draft && (isToNobody ? w.toNobody : said.consequence)}
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
              onEdits={setEdits}
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
