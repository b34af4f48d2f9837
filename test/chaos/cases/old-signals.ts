import { Client, Connection } from '@temporalio/client';
import type { Random } from '../random.ts';
import type { Owed, World } from '../world.ts';

/** Says to a case's workflow once more, twice each and in any order, every signal that it ever got. */
export async function repeatSignals(world: World, { file }: Owed, random: Random): Promise<void> {
  const connection = Connection.lazy({ address: world.stack.temporalAddress });
  try {
    const client = new Client({ connection });
    const handle = client.workflow.getHandle((await file.dunning()).workflow_id as string);
    const { events = [] } = await handle.fetchHistory();
    const old = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: said }) => {
      const data = said?.input?.payloads?.[0]?.data;
      return said?.signalName && data ? [{ name: said.signalName, message: parse(data) }] : [];
    });
    for (const { name, message } of random.shuffled([...old, ...old])) await handle.signal(name, message);
    world.count('old signals repeated', 2 * old.length);
  } finally {
    await connection.close();
  }
}

const parse = (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString('utf8'));
