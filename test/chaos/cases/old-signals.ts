import { Client, Connection } from '@temporalio/client';
import type { CaseFile } from '../../e2e/case-file.ts';
import type { Random } from '../random.ts';
import type { Owed, World } from '../world.ts';

/** Sends a case's workflow every signal that it has ever got once more, each twice and in any order. */
export async function repeatSignals(world: World, { file }: Owed, random: Random): Promise<void> {
  const old = (await historyOf(world, file)).flatMap(({ workflowExecutionSignaledEventAttributes: said }) => {
    const data = said?.input?.payloads?.[0]?.data;
    return said?.signalName && data ? [{ name: said.signalName, message: parse(data) }] : [];
  });
  await withCase(world, file, async (handle) => {
    for (const { name, message } of random.shuffled([...old, ...old])) await handle.signal(name, message);
  });
  world.count('old signals repeated', 2 * old.length);
}

/** The events in the history of the case's workflow, oldest first. */
export const historyOf = async (world: World, file: CaseFile) =>
  withCase(world, file, async (handle) => (await handle.fetchHistory()).events ?? []);

async function withCase<Result>(
  { stack }: World,
  file: CaseFile,
  work: (handle: ReturnType<Client['workflow']['getHandle']>) => Promise<Result>,
): Promise<Result> {
  const connection = Connection.lazy({ address: stack.temporalAddress });
  try {
    const client = new Client({ connection });
    return await work(client.workflow.getHandle((await file.dunning()).workflow_id as string));
  } finally {
    await connection.close();
  }
}

const parse = (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString('utf8'));
