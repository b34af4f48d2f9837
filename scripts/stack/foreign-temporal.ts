import { Connection } from '@temporalio/client';
import { parseSettings } from '../../config/settings.ts';
import { temporalConnectionOptions } from '../../config/temporal-connection.ts';
import { registerSearchAttributes } from '../temporal-server/search-attributes.ts';
import { StackError } from './stack-error.ts';

/** Checks that the Temporal server in the settings answers and has our search attributes; adds missing ones when it may. */
export async function prepareSearchAttributes(env: Record<string, string>, log: (line: string) => void): Promise<void> {
  const { temporal } = parseSettings(env);
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...temporalConnectionOptions(temporal), connectTimeout: 10_000 });
  } catch (error) {
    throw new StackError(
      `No Temporal server answers at TEMPORAL_ADDRESS=${temporal.address} (${(error as Error).message}): start it, correct the address, or unset it to use a local server.`,
    );
  }
  try {
    const sentence = await registerSearchAttributes(connection, temporal.namespace);
    if (sentence) log(sentence);
  } finally {
    await connection.close();
  }
}
