import { CANNOT_BE_MADE } from '../../domain/case/attention-codes.ts';
import { goesByPrintProvider, needsProvider } from '../../domain/messages/connectors.ts';
import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { RefusalCode } from '../../domain/refusal-codes.ts';
import { failureApart } from '../../prisma/apart.ts';
import type { Prisma, Run, RunItem } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { checkDraft, type Draft, draftMessage } from '../messages/drawing/draft.ts';
import { listedItems } from '../messages/reserving/listed-items.ts';
import type { ReservedItem } from '../messages/reserving/reserve-message.ts';
import { type CollectedAfterCommit, type FactContext, nothingAfterCommit } from '../outcome.ts';
import { conflict, FactRefused } from '../refused.ts';
import { judgeInvoice, type RunStep } from './judge-invoice.ts';
import { reserveRunMessage } from './reserve-run-message.ts';
import { isRunStopped, refuseStopped } from './stopped-run.ts';

/** The invoices of one message of a run: one, or those that the scenario gathers. */
export interface RunGroup {
  steps: RunStep[];
  /** Other invoices listed for information; only for unit `account`. */
  listed: ReservedItem[];
  draft: Draft;
}

export interface Taken extends CollectedAfterCommit {
  /** Faults of ours for which an invoice was refused, to be logged. */
  faults: Error[];
}

type Which = { onlyIds: readonly string[] } | { most?: number };

/** Items of one customer in one transaction; those that the scenario gathers stay together, to become one message. */
export const ITEMS_AT_A_TIME = 200;
/** A transaction judges this many in about ten seconds; a second message takes the others. */
const MOST_TOGETHER = 1_000;

/**
 * Takes or refuses, under the lock, what a run still has to do for one customer. A taken invoice is carried by a
 * reserved message; a dry run stores only the verdict, found in the same way. Refuses what a run of the trial has not
 * sent when the creditor goes live, and what waits in a stopped run. `which`: only these invoices, or at most so many;
 * the others stay waiting.
 */
export async function takeCustomer(
  tx: Transaction,
  context: FactContext,
  run: Run,
  customerId: string,
  which: Which = {},
): Promise<Taken> {
  if (!('onlyIds' in which) && (await isRunStopped(tx, run.id))) {
    await refuseStopped(tx, { runId: run.id, customerId, state: 'waiting' });
    return { ...nothingAfterCommit(), faults: [] };
  }
  const items = await waitingItems(tx, { runId: run.id, customerId }, which);
  if (await isOverWithTrial(tx, run)) {
    const ids = items.map(({ invoiceId }) => invoiceId);
    await note(tx, run.id, ids, { state: 'refused', ...STARTED_IN_TRIAL });
    return { ...nothingAfterCommit(), faults: [] };
  }
  const steps: RunStep[] = [];
  const taken: Taken = { ...nothingAfterCommit(), faults: [] };
  for (const { invoiceId } of items) {
    const failure = await failureApart(tx, async () => {
      steps.push(await judgeInvoice(tx, context, run, invoiceId));
    });
    if (failure) await refuse(tx, run.id, [invoiceId], failure, taken);
  }
  for (const group of gathered(steps)) await takeGroup(tx, context, run, group, taken);
  return taken;
}

/**
 * Takes a group, or refuses it. When it cannot be drafted, only those invoices are refused that cannot be drafted alone
 * either.
 */
async function takeGroup(
  tx: Transaction,
  context: FactContext,
  run: Run,
  group: RunStep[],
  taken: Taken,
): Promise<void> {
  const failure = await failureApart(tx, () => takeTogether(tx, context, run, group, taken));
  if (failure === null) return;
  const isOfAll = failure instanceof FactRefused || group.length === 1;
  const broken = isOfAll ? group : await brokenIn(tx, context, run, group);
  // When each can be drafted alone but not together, all are refused.
  const refused = broken.length > 0 ? broken : group;
  const ids = refused.map(({ row }) => row.id);
  await refuse(tx, run.id, ids, failure, taken);
  const sound = group.filter((one) => !refused.includes(one));
  if (sound.length > 0) await takeGroup(tx, context, run, sound, taken);
}

async function takeTogether(
  tx: Transaction,
  context: FactContext,
  run: Run,
  group: RunStep[],
  taken: Taken,
): Promise<void> {
  const ids = group.map(({ row }) => row.id);
  const drafted = await draftOf(tx, context, run, group);
  if (run.dryRun) return note(tx, run.id, ids, { state: 'taken', ...travelOf(context, drafted) });
  if (isNobodys(context, run, drafted)) throw conflict(SWITCHED_OFF.code, SWITCHED_OFF.detail);
  const messageId = await reserveRunMessage(tx, context, run, drafted);
  await note(tx, run.id, ids, { state: 'taken', messageId });
  taken.startMessageIds.push(messageId);
  const data = { decision: 'sent_by_run' };
  taken.tellings.push(...ids.map((invoiceId) => ({ invoiceId, signal: 'invoiceChanged' as const, data })));
}

/**
 * True for a simple letter that was to go to the print provider and no longer can: made anyway, it would count as sent
 * and never be printed.
 */
const isNobodys = ({ connectors }: FactContext, run: Run, { steps, draft: { kind } }: RunGroup): boolean => {
  const letter = { kind, letterKind: steps[0]!.letterKind };
  return run.byProvider && needsProvider(letter) === 'letter' && !goesByPrintProvider(connectors, letter);
};

const SWITCHED_OFF = {
  code: 'no_print_connector',
  detail: 'The print provider was switched off before this letter was made: start another run.',
} as const satisfies { code: RunRefusalCode; detail: string };

async function brokenIn(tx: Transaction, context: FactContext, run: Run, group: RunStep[]): Promise<RunStep[]> {
  const broken: RunStep[] = [];
  for (const one of group) if (await failureApart(tx, () => draftOf(tx, context, run, [one]))) broken.push(one);
  return broken;
}

/**
 * The items to handle together: a part of those that leave alone, and all of those that leave in one message. Items
 * asked for by id were in one message, so they are within its limit and all are taken: nobody would ask for the rest of
 * them.
 */
async function waitingItems(
  tx: Transaction,
  of: { runId: string; customerId: string },
  which: Which,
): Promise<RunItem[]> {
  const waiting = (take: number, ...these: Prisma.RunItemWhereInput[]) =>
    tx.runItem.findMany({ where: { ...of, state: 'waiting', AND: these }, orderBy: { position: 'asc' }, take });
  if ('onlyIds' in which) return waiting(which.onlyIds.length, { invoiceId: { in: [...which.onlyIds] } });
  const first = await waiting(which.most ?? ITEMS_AT_A_TIME);
  if (which.most !== undefined || first.length < ITEMS_AT_A_TIME) return first;
  const gathering = await tx.invoice.findMany({
    where: { customerId: of.customerId, closedAs: null, scenarioVersion: { unit: { not: 'invoice' } } },
    select: { id: true },
  });
  const ids = gathering.map(({ id }) => id);
  const together = await waiting(MOST_TOGETHER, { invoiceId: { in: ids } });
  return [...together, ...(await waiting(ITEMS_AT_A_TIME, { invoiceId: { notIn: ids } }))];
}

const STARTED_IN_TRIAL = {
  code: 'started_in_trial',
  detail: 'This run was started before going live: start another one.',
} as const satisfies { code: RunRefusalCode; detail: string };

/** True when the run was asked for in the trial and would now send for real. */
async function isOverWithTrial(tx: Transaction, { creditorId, dryRun, createdAt }: Run): Promise<boolean> {
  if (dryRun) return false;
  const settings = await tx.settings.findUnique({ where: { creditorId }, select: { liveAt: true } });
  return settings?.liveAt != null && createdAt < settings.liveAt;
}

/** How a message of a dry run would travel, which is stored with the item because there is no message. */
function travelOf({ connectors }: FactContext, { steps, draft }: RunGroup): Travel {
  const letter = { kind: draft.kind, letterKind: steps[0]!.letterKind };
  return { letterKind: letter.letterKind, viaPrintProvider: goesByPrintProvider(connectors, letter) };
}

type Travel = Pick<RunItem, 'letterKind' | 'viaPrintProvider'>;
type Verdict =
  | { state: 'taken'; messageId: string }
  | ({ state: 'taken' } & Travel)
  | { state: 'refused'; code: RefusalCode | RunRefusalCode; detail: string };

async function note(tx: Transaction, runId: string, invoiceIds: readonly string[], verdict: Verdict): Promise<void> {
  await tx.runItem.updateMany({ where: { runId, invoiceId: { in: [...invoiceIds] } }, data: verdict });
}

/** Notes the refusal; the run goes on. */
async function refuse(
  tx: Transaction,
  runId: string,
  invoiceIds: readonly string[],
  failure: Error,
  taken: Taken,
): Promise<void> {
  const isRefused = failure instanceof FactRefused;
  if (!isRefused) taken.faults.push(failure);
  const { code, detail } = isRefused ? failure : RUN_CANNOT_TAKE;
  await note(tx, runId, invoiceIds, { state: 'refused', code, detail });
}

/** The refusal of what a run cannot take because of a fault of ours; an English sentence of the API. */
export const RUN_CANNOT_TAKE = {
  code: CANNOT_BE_MADE,
  detail: 'This reminder cannot be made: tell whoever runs Relance.',
} as const satisfies { code: RunRefusalCode; detail: string };

/**
 * The invoices of each message: one each or, with the units `level` and `account`, those of one currency and one text,
 * sent in the same way. A run has one level, so a formal notice contains only formal notices.
 */
function gathered(steps: readonly RunStep[]): RunStep[][] {
  const groups = new Map<string, RunStep[]>();
  for (const one of steps) {
    const { row, step, letterKind } = one;
    const unit = row.scenarioVersion?.unit ?? 'invoice';
    const key = unit === 'invoice' ? row.id : [unit, row.currency, step.templateId ?? '', letterKind ?? ''].join('/');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

async function draftOf(
  tx: Transaction,
  context: FactContext,
  { level, mode }: Run,
  steps: RunStep[],
): Promise<RunGroup> {
  const { row, step, letterKind } = steps[0]!;
  const kind = mode === 'letter' ? ('letter' as const) : ('email' as const);
  const invoiceIds = steps.map((one) => one.row.id);
  const of = { customerId: row.customerId, currency: row.currency, kind, letterKind };
  const viaPrintProvider = goesByPrintProvider(context.connectors, of);
  const listing = { ...of, viaPrintProvider, level, unit: row.scenarioVersion?.unit, ownIds: invoiceIds };
  const listed = await listedItems(tx, listing, context.at);
  const draft = await draftMessage(tx, {
    ...of,
    creditorId: context.creditorId,
    viaPrintProvider,
    invoiceIds,
    informationIds: listed.map(({ invoiceId }) => invoiceId),
    level,
    templateId: step.templateId,
    edits: {},
    actor: context.actor,
    at: context.at,
  });
  checkDraft(draft);
  return { steps, listed, draft };
}
