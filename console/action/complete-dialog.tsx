import { Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { AfterCallFields, PromiseAfterCall } from '../case/dialogs/after-call.tsx';
import { callAgainBody, NOTHING_AFTER } from '../case/dialogs/call-body.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { PhoneNumbers } from '../case/dialogs/phone-numbers.tsx';
import { useEdits } from '../draft/kept-edits.ts';
import { DayInput } from '../fields/day-input.tsx';
import type { CallOutcome } from '../level/call-outcomes.ts';
import { OutcomeChoice } from '../level/outcome-choice.tsx';
import { useFormats } from '../words/formats.ts';
import { forgetEdits } from '../draft/kept-edits.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionDialogProps } from './action-dialog.ts';
import type { Action, ActionWithDraft } from './action-data.ts';
import { ownWordsOf } from './own-words.ts';
import { isToPost } from './what-can-be-decided.ts';
import { isAskedWhich, WhichLetter } from './which-letter.tsx';

const said = defineWords(
  {
    title: 'Terminer l’action',
    posted: 'Posté le',
    number: 'Numéro de recommandé (facultatif)',
    comment: 'Commentaire (facultatif)',
    submit: 'Terminer l’action',
    done: (name: string) => `Terminée\u00a0: ${name}`,
    toPost: (level: string) =>
      `Le courrier compte comme envoyé à cette date${level}, et le scénario passe à l’étape suivante.`,
    level: (level: number) => `, le niveau R${level} est atteint`,
    ownWords: 'Le courrier est gardé avec le texte que vous avez corrigé.',
    step: 'Rien n’est envoyé d’ici\u00a0: l’étape compte comme faite, et le scénario passe à la suivante.',
    other: 'L’action est faite et quitte l’agenda\u00a0; elle reste à l’historique.',
    aboutNobody: 'La tâche est faite\u00a0; elle reste parmi les actions faites de l’agenda.',
  },
  {
    title: 'Finish the action',
    posted: 'Posted on',
    number: 'Registered number (optional)',
    comment: 'Comment (optional)',
    submit: 'Finish the action',
    done: (name: string) => `Finished: ${name}`,
    toPost: (level: string) =>
      `The letter counts as sent on that day${level}, and the scenario goes on to the next step.`,
    level: (level: number) => `, level R${level} is reached`,
    ownWords: 'The letter is kept with the text that you corrected.',
    step: 'Nothing is sent from here: the step counts as done, and the scenario goes on to the next.',
    other: 'The action is done and leaves the agenda; it stays in the history.',
    aboutNobody: 'The task is done; it stays among the actions done in the agenda.',
  },
);

/** What happens once the action is finished. */
function useConsequence(action: Action): string {
  const w = useWords(said);
  if (isToPost(action) || action.status === 'cancelled') return w.toPost(action.level ? w.level(action.level) : '');
  if (action.origin === 'step') return w.step;
  return action.customer ? w.other : w.aboutNobody;
}

interface CompleteDialogProps extends ActionDialogProps {
  /** Set when the action was cancelled: its letter may have been posted before that. */
  takenBack?: ActionWithDraft['letter_taken_back'];
}

/** Records that a person did the action: posted the letter, made the call, finished the task. */
export function CompleteDialog({ action, takenBack = null, close, done }: CompleteDialogProps) {
  const w = useWords(said);
  const { todayOn } = useFormats();
  const isLetter = action.kind === 'letter';
  const isCall = action.kind === 'call';
  const [postedOn, setPostedOn] = useState<string | null>(takenBack?.taken_back_on ?? todayOn);
  const [isFormer, setIsFormer] = useState<boolean | null>(takenBack ? true : null);
  const [number, setNumber] = useState('');
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [after, setAfter] = useState(NOTHING_AFTER);
  const [isPromising, setPromising] = useState(false);
  const invoiceIds = action.invoices.map(({ id }) => id);
  const [comment, setComment] = useState('');
  const edits = useEdits(action.id);
  const consequence = useConsequence(action);
  // The user printed the corrected text. A letter that is made already has its own text.
  const words = takenBack ? {} : ownWordsOf(action, edits);
  const complete = useChange({
    run: () => {
      const body = {
        ...(comment.trim() ? { comment: comment.trim() } : {}),
        ...(isLetter && postedOn ? { posted_on: postedOn } : {}),
        ...(isLetter && number.trim() ? { registered_number: number.trim() } : {}),
        ...(isLetter && isFormer !== null ? { already_posted: isFormer } : {}),
        ...words,
        ...(isCall ? { outcome, ...callAgainBody(after) } : {}),
      };
      const path = { id: action.id };
      return sendOnce(['complete', action.id, body], (header) =>
        answerOf(api.POST('/v1/actions/{id}/complete', { params: { path, header }, body })),
      );
    },
    done: () => w.done(action.text),
    // The action sends no message any more: forget its edits.
    onDone: () => forgetEdits(action.id),
    onDoneHere: () => (after.isPromised ? setPromising(true) : done()),
    showsError: true,
  });
  if (isPromising) return <PromiseAfterCall invoiceIds={invoiceIds} close={done} />;
  const asksWhich = !takenBack && (isFormer !== null || isAskedWhich(complete.error));
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => complete.mutate(undefined)}
      isPending={complete.isPending}
      isIncomplete={isLetter && (!postedOn || (asksWhich && isFormer === null))}
      error={complete.error}
      consequence={consequence}
      size="lg"
    >
      <Text c="dimmed">{action.text}</Text>
      {Object.keys(words).length > 0 && <Text c="dimmed">{w.ownWords}</Text>}
      {isLetter && (
        <PostedFields
          {...{ postedOn, setPostedOn, number, setNumber }}
          maxOn={takenBack?.taken_back_on ?? todayOn}
          hasNumber={action.letter_kind !== 'simple'}
        >
          {asksWhich && <WhichLetter value={isFormer} onChange={setIsFormer} />}
        </PostedFields>
      )}
      {isCall && action.customer && <PhoneNumbers customerId={action.customer.id} />}
      {isCall && <OutcomeChoice value={outcome} onChange={setOutcome} />}
      <Textarea
        label={w.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4000}
        {...(isLetter ? {} : { 'data-autofocus': true })}
      />
      {isCall && action.customer && (
        <AfterCallFields
          invoiceIds={invoiceIds}
          value={after}
          onChange={setAfter}
          error={faultOf(complete.error, '/call_again_on')}
        />
      )}
    </CaseForm>
  );
}

interface PostedFieldsProps {
  /** `YYYY-MM-DD`. */
  postedOn: string | null;
  setPostedOn: (on: string | null) => void;
  maxOn: string;
  number: string;
  setNumber: (number: string) => void;
  hasNumber: boolean;
  children: ReactNode;
}

/** The day on which a letter was posted, and its tracking number. */
function PostedFields({ postedOn, setPostedOn, maxOn, number, setNumber, hasNumber, children }: PostedFieldsProps) {
  const w = useWords(said);
  return (
    <>
      <DayInput label={w.posted} value={postedOn} onChange={setPostedOn} maxOn={maxOn} required autoFocus />
      {children}
      {hasNumber && (
        <TextInput
          label={w.number}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          maxLength={50}
        />
      )}
    </>
  );
}
