import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { PhoneNumbers } from '../case/dialogs/phone-numbers.tsx';
import { DraftFields } from '../draft/draft-fields.tsx';
import {
  carriedBody,
  type ChangeEdits,
  type DraftEdits,
  isOutdated,
  missingOf,
  NO_EDITS,
} from '../draft/draft-edits.ts';
import { askBeforeLeaving, changeEdits, forgetEdits, useEdits } from '../draft/kept-edits.ts';
import { OutdatedNote } from '../draft/outdated-note.tsx';
import { LevelBadge } from '../level/level-badge.tsx';
import { kindWord, letterWord } from '../level/level.ts';
import { MadeLetter } from '../messages/made-letter.tsx';
import { ContactFix } from '../pages/attention/contact-fix.tsx';
import { isPrintedHere } from '../providers/is-printed-here.ts';
import { useProviders } from '../providers/use-providers.ts';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { useFormats } from '../words/formats.ts';
import { withColon } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { AfterExhausted } from './after-exhausted.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { type ActionWithDraft, isElectronic, useAction } from './action-data.ts';
import { EditsSetAside } from './edits-set-aside.tsx';
import { EditedLetter } from './edited-letter.tsx';
import { LetterOutdated } from './letter-outdated.tsx';
import { isWaiting } from './is-waiting.ts';
import { ActionItems } from './action-items.tsx';
import { isConfirmable, isOpenAction, isStoppedStep } from './what-can-be-decided.ts';
import { actionWords, stateOf } from './action-words.ts';
import { ActionDay } from './action-day.tsx';
import type { ConfirmBody } from './confirm-action.ts';

window.addEventListener('beforeunload', askBeforeLeaving);

interface ActionViewProps {
  actionId: string;
  /** Confirms the action with the user's edits. The page then moves on to the next action. */
  confirm: (action: ActionWithDraft, body: ConfirmBody) => void;
  /** Called when another decision was taken and nothing is left to do here. */
  settled: () => void;
}

/** One action: what it is about, what would be sent, and the decisions that a person can take. */
export function ActionView({ actionId, confirm, settled }: ActionViewProps) {
  const { data: action, error, refetch } = useAction(actionId);
  const { data: providers } = useProviders();
  const kept = useEdits(actionId);
  if (!action) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={10} />;
  const edits = isConfirmable(action, providers) ? kept : NO_EDITS;
  // Without a provider a person sends the electronic letter, so that it has no recipients here.
  const hasRecipients = action.kind === 'email' || (isElectronic(action) && !isPrintedHere(providers, action));
  const missing = action.draft && missingOf(action.draft, edits, hasRecipients);
  return (
    <Stack gap="md" px={4} pb="lg">
      <ActionHead action={action} />
      <LetterOutdated action={action} settled={settled} />
      {action.origin === 'exhausted' && isOpenAction(action) && action.invoices[0] && (
        <AfterExhausted invoiceId={action.invoices[0].id} />
      )}
      <ActionButtons
        action={action}
        missing={missing}
        confirm={() => confirm(action, carriedBody(edits, { hasRecipients, hasAttachments: action.kind === 'email' }))}
        settled={settled}
      />
      {kept !== edits && isOpenAction(action) && <EditsSetAside action={action} />}
      {action.kind === 'call' && action.customer && <PhoneNumbers customerId={action.customer.id} />}
      {action.customer && <ActionItems action={action} customer={action.customer} />}
      {action.draft && action.customer_id !== null && (
        <ActionDraft
          action={action}
          customerId={action.customer_id}
          draft={action.draft}
          edits={edits}
          change={(change) => changeEdits(actionId, change)}
          hasRecipients={hasRecipients}
        />
      )}
      {action.customer && isStoppedStep(action) && action.attention_code !== 'ambiguous_sending' && (
        <ContactFix action={{ ...action, customer: action.customer }} />
      )}
      {!action.draft && !isStoppedStep(action) && <NoDraft action={action} />}
    </Stack>
  );
}

function ActionHead({ action }: { action: ActionWithDraft }) {
  const w = useWords(actionWords);
  const { money, language } = useFormats();
  const how = action.letter_kind ? letterWord(action.letter_kind, language) : kindWord(action.kind, language);
  return (
    <div>
      <Group gap={8} mb={4}>
        {action.level !== null && <LevelBadge level={action.level} />}
        <Text fw={600}>{stateOf(action, w)}</Text>
        <Text>· {how}</Text>
        <ActionDay action={action} />
        <Text fw={600} ml="auto" className="amount">
          {action.currency && money(action.amount_cents, action.currency)}
        </Text>
      </Group>
      {action.title && action.title !== action.reason && <Text fw={550}>{action.title}</Text>}
      {action.reason && <Text data-testid="reason">{action.reason}</Text>}
      {action.comment && <Text c="dimmed">{withColon(language, w.comment, action.comment)}</Text>}
    </div>
  );
}

interface ActionDraftProps {
  action: ActionWithDraft;
  customerId: string;
  draft: NonNullable<ActionWithDraft['draft']>;
  edits: DraftEdits;
  change: ChangeEdits;
  hasRecipients: boolean;
}

function ActionDraft({ action, customerId, draft, edits, change, hasRecipients }: ActionDraftProps) {
  const w = useWords(actionWords);
  // An action that is not due yet, or that is sent automatically, would not keep what the user writes.
  const { data: providers } = useProviders();
  const isReadOnly = !isConfirmable(action, providers);
  const isBySelf = action.kind === 'sms' && providers?.sms === null && isWaiting(action);
  const isOld = isOutdated(edits, draft);
  const { money } = useFormats();
  return (
    <Tabs defaultValue="draft" keepMounted={false}>
      {isOld && <OutdatedNote amount={money(action.amount_cents, action.currency)} draft={draft} change={change} />}
      <Tabs.List mb="sm">
        <Tabs.Tab value="draft">{w.draft}</Tabs.Tab>
        {action.kind !== 'sms' && <Tabs.Tab value="letter">{w.letter}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="draft">
        <Stack gap="sm">
          {isReadOnly && (
            <Text c="dimmed" size="sm" role="note">
              {isBySelf ? w.smsByPerson : action.mode === 'automatic' ? w.leavesAsItIs : w.changedOnItsDay}
            </Text>
          )}
          {edits !== NO_EDITS && !isOld && (
            <Group gap="sm" role="note">
              <Text c="dimmed" size="sm">
                {w.keptEdits}
              </Text>
              <Button variant="default" size="compact-xs" onClick={() => forgetEdits(action.id)}>
                {w.asPlanned}
              </Button>
            </Group>
          )}
          <DraftFields
            customerId={customerId}
            draft={draft}
            edits={edits}
            change={change}
            hasRecipients={hasRecipients}
            hasAttachments={action.kind === 'email'}
            hasSubject={action.kind !== 'sms'}
            isReadOnly={isReadOnly}
            error={null}
          />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="letter">
        <EditedLetter actionId={action.id} edits={edits} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Shown when there is no draft: the message is made already, or the action has none. */
function NoDraft({ action }: { action: ActionWithDraft }) {
  const w = useWords(actionWords);
  if (action.kind === 'letter' && action.message_id) {
    return <MadeLetter messageId={action.message_id} />;
  }
  return isWaiting(action) ? <Text c="dimmed">{w.noDraft}</Text> : null;
}
