import { parseSettings, settingsOrExit } from '../config/settings.ts';
import { TemporalAway, temporalConnectionOptions } from '../config/temporal-connection.ts';
import { Connection } from '@temporalio/client';
import { registerSearchAttributes } from './temporal-server/search-attributes.ts';

// `npm run search-attributes`: run once for each Temporal namespace, before the first worker starts.
const { temporal } = settingsOrExit(parseSettings);
const connection = await Connection.connect(temporalConnectionOptions(temporal)).catch((error: unknown) => {
  console.error(new TemporalAway(temporal, error).message);
  process.exit(1);
});
try {
  const sentence = await registerSearchAttributes(connection, temporal.namespace);
  console.log(sentence ?? `The namespace ${temporal.namespace} has the search attributes.`);
  if (sentence) process.exitCode = 1;
} finally {
  await connection.close();
}
