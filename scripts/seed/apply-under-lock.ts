import { v7 as uuidv7 } from 'uuid';
import { stopCode } from '../../domain/case/attention-codes.ts';
import { setLevel } from '../../facts/decisions/set-level.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { planCase } from '../../facts/plan/plan-case.ts';
import { raiseAttention } from '../../facts/raise-attention.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';

interface About {
  customerId: string;
  invoiceId: string;
}

/** Plans the case as of that moment: a step that has become due since then waits from its own day on. */
export async function planAsOf(db: Database, context: FactContext, about: About): Promise<void> {
  await underLock(db, about, (tx) => planCase(tx, context, about.invoiceId));
}

/** Sets the level as a person would; decides in place of the workflow, which does not run yet. */
export async function setLevelByHand(
  db: Database,
  context: FactContext,
  about: About,
  { level, reason }: { level: number; reason: string },
): Promise<void> {
  const { actor } = context;
  const decision = { id: uuidv7(), actionId: null, invoiceId: about.invoiceId, args: { level, reason }, actor };
  const { verdict } = await underLock(db, about, (tx) => setLevel(tx, context, decision));
  if (!verdict.accepted) throw new Error(`The level of ${about.invoiceId} was not set: ${String(verdict.code)}`);
}

/** Stops the ladder until a person looks at the case. */
export async function raiseProblem(
  db: Database,
  context: FactContext,
  about: About,
  { code, text }: { code: string; text: string },
): Promise<void> {
  await underLock(db, about, (tx) => raiseAttention(tx, context, [about.invoiceId], { code: stopCode(code), text }));
}

function underLock<Result>(
  db: Database,
  { customerId }: About,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return work(tx);
  });
}
