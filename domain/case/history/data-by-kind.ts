import type { HistoryData, HistoryKind } from './kinds.ts';

/** Fields that no sentence mentions, by which an entry is found again or which the API shows as they are. */
interface Unsaid {
  paymentId?: string;
  callId?: string;
  noteId?: string;
  qualificationId?: string;
  /** How a payment was made, in the words of the system that posted it. */
  method?: string;
  /** The promises that ended when one of them was broken. */
  endedHoldIds?: readonly string[];
  bounceType?: 'hard' | 'soft' | 'undetermined' | null;
  /** The signal of operations that a note is about, and its key: a repeated signal is noted once. */
  signal?: string;
  operationsKey?: string;
}

type Fields = HistoryData & Unsaid;

/** An entry with these fields: those it always has, and those it has when there is something to say. */
type One<Always extends keyof Fields, Maybe extends keyof Fields = never> = {
  [Field in Always]-?: Exclude<Fields[Field], undefined>;
} & { [Field in Maybe]?: Fields[Field] | undefined };

type Money = 'amountCents' | 'currency';
type Message = 'level' | 'channel' | 'origin' | 'to';
type Nature = 'notice' | 'subject';
type Item = 'stepKey' | 'letterKind' | 'test' | 'on' | Money;
type Step = 'cycle' | 'stepKey' | 'level' | 'channel' | 'letterKind' | 'turnOn' | 'rule' | 'reasons';
type Renamed = 'groupName' | 'scenarioName' | 'collectorName' | 'scenarioVersion';
type Names = Renamed | `${Renamed}Before`;
type Back = 'promiseReopened' | 'reopenedHoldIds' | 'resumedHolds' | 'reopened' | 'balanceCents';

/**
 * The data of each kind, one member for each sort of entry that the kind has. Fields that are not always there are
 * missing when there is nothing to say, or from entries of older releases alone.
 */
interface Written {
  /** An invoice or credit note; or a customer. */
  created: One<'number' | Money, 'dueOn'> | One<'number'>;
  changed: One<'fields', 'dueOn' | 'dueOnBefore' | 'amountCentsBefore' | 'unallocatedCents' | Money | Names>;
  /** A step; or a step whose day nobody knows while the case is held; or the end of the scenario. */
  planned: One<Step | 'mode' | 'dueAt' | 'dueOn' | 'balanceCents'> | One<Step | 'held'> | One<'cycle' | 'exhausted'>;
  sent: One<Message | Item, Nature | 'registeredNumber'>;
  cancelled: One<Message | Item | 'reason', Nature>;
  delivered: One<Message, Nature | 'detail' | 'bounceType'>;
  letter_status: One<
    'status' | 'level' | 'channel' | 'letterKind',
    'formalNotice' | 'on' | 'detail' | 'corrected' | 'onBefore' | 'registeredNumber' | 'registeredNumberBefore'
  >;
  bounced: One<Message, Nature | 'detail' | 'bounceType'>;
  complained: One<Message, Nature | 'detail' | 'bounceType'>;
  /** Refused at once, by the sender's own word; or reported by the provider later. */
  failed: One<Message | Item | 'code' | 'detail', Nature> | One<Message, Nature | 'detail' | 'bounceType' | 'reason'>;
  /** On an invoice; or what was not allocated to one. */
  paid:
    | One<Money | 'balanceCents' | 'externalId' | 'paidOn', 'method'>
    | One<Money | 'unallocatedCents' | 'paymentId' | 'paidOn'>;
  payment_reversed: One<Money | 'reason', Back | 'externalId' | 'unallocatedCents' | 'paymentId'>;
  /** On an invoice; or on the credit note itself. */
  credited:
    | One<Money | 'balanceCents' | 'creditNoteNumber'>
    | One<Money | 'unallocatedCents' | 'invoiceNumber' | 'creditNoteNumber'>;
  allocation_reversed: One<
    Money,
    Back | 'reason' | 'externalId' | 'unallocatedCents' | 'paymentId' | 'invoiceNumber' | 'creditNoteNumber'
  >;
  refunded: One<
    Money | 'refundExternalId' | 'unallocatedCents' | 'paidOn',
    'reason' | 'externalId' | 'creditNoteNumber'
  >;
  refund_cancelled: One<
    Money | 'refundExternalId' | 'unallocatedCents' | 'paidOn' | 'reason',
    'externalId' | 'creditNoteNumber'
  >;
  promise: One<Money | 'holdId', 'promisedOn' | 'evidence' | 'evidenceOn' | 'comment' | 'again'>;
  promise_kept: One<'holdId' | 'currency', 'amountCents' | 'promisedOn'>;
  promise_broken: One<
    Money | 'holdId' | 'receivedCents' | 'keptInPart' | 'balanceCents' | 'endedHoldIds',
    'promisedOn'
  >;
  promise_withdrawn: One<'holdId' | 'currency', 'amountCents' | 'reason'>;
  dispute: One<'holdId' | 'reason' | 'currency', 'amountCents' | 'comment'>;
  dispute_resolved: One<'holdId' | 'outcome', 'awaitingCredit' | 'comment'>;
  litigation: One<'holdId' | 'reason', 'comment'>;
  litigation_closed: One<'holdId', 'reason'>;
  paused: One<'holdId' | 'reason' | 'untilOn' | 'endsAt', 'cause' | 'sinceOn' | 'customer'>;
  resumed: One<'holdId' | 'outcome', 'customer'>;
  /** By a person; or by going live. */
  level_set: One<'level' | 'from' | 'reason'> | One<'level' | 'from' | 'cycle' | 'goingLive'>;
  /** A step, or a reminder by hand; or an action outside the scenario. */
  confirmed:
    | One<'level' | 'channel' | 'letterKind', 'comment' | 'byHand'>
    | One<'channel' | 'letterKind', 'title' | 'comment'>;
  skipped: One<'channel', 'level' | 'title' | 'reason' | 'replacedBy'>;
  postponed: One<'channel' | 'reason', 'level' | 'title' | 'untilOn'>;
  /** A step; or a task. */
  completed:
    | One<'level' | 'channel' | 'letterKind' | 'on', 'registeredNumber' | 'comment'>
    | One<never, 'title' | 'comment'>;
  call: One<'outcome', 'callId' | 'level' | 'channel' | 'comment'>;
  /** In a person's words; or about a consent, a proof or an uncertain message; or about operations. */
  note:
    | One<'noteId' | 'comment'>
    | One<'text', 'outcome' | 'customer' | 'code' | Message | Item | Nature>
    | One<'signal' | 'operationsKey' | 'comment'>;
  statement: One<
    'outcome' | 'on' | 'to' | 'channel' | 'test' | Money,
    'recipient' | 'role' | 'disclosed' | 'detail' | 'reason' | 'code'
  >;
  /** A person has to look; or has looked. */
  attention: One<'code' | 'text', Message | Item | Nature | 'detail' | 'reason'> | One<'cleared', 'code' | 'outcome'>;
  written_off: One<'closedAs' | 'reason' | 'balanceCents' | 'currency', 'amountCents' | 'unallocatedCents'>;
  closed: One<'closedAs' | 'balanceCents' | 'currency', 'reason' | 'amountCents' | 'unallocatedCents'>;
  qualified: One<'qualificationId' | 'status', 'comment' | 'notified'>;
  specific_action: One<'outcome', 'title' | 'channel' | 'letterKind' | 'mode' | 'dueOn'>;
  task: One<'title', 'dueOn' | 'outcome'>;
  erased: One<'reason', 'customer'>;
}

type KeysOf<Data> = Data extends unknown ? keyof Data : never;
/** Members that exclude each other: what belongs to another one may not be there. */
type Apart<Data, All = Data> = Data extends unknown
  ? Data & { [Field in Exclude<KeysOf<All>, keyof Data>]?: undefined }
  : never;

/** What an entry of this kind has to be written with. */
export type NewHistoryData<Kind extends HistoryKind> = { [One in Kind]: Apart<Written[One]> }[Kind];

/**
 * What can be read of an entry of this kind. Every field may be missing, since entries of older releases and of erased
 * customers have fewer.
 */
export type HistoryDataOf<Kind extends HistoryKind> = { [One in Kind]: Pick<Fields, KeysOf<Written[One]>> }[Kind];

/** An entry's kind with its data, which the kind tells. */
export type KindAndData<Kind extends HistoryKind = HistoryKind> = {
  [One in Kind]: { kind: One; data: HistoryDataOf<One> };
}[Kind];

/** The sentence of each kind, in one language. */
export type HistoryWords = { [Kind in HistoryKind]: (data: HistoryDataOf<Kind>) => string };
