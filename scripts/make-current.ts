// `npm run make-current`: run with the environment of the new workers, once they are running; docs/operations.md says when.
import { parseSettings, settingsOrExit } from '../config/settings.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { makeCurrent } from '../temporal/make-current.ts';

const { temporal } = settingsOrExit(parseSettings);
if (!temporal.version) {
  console.error('RELANCE_BUILD_ID is missing: set it to that of the workers that are to take over.');
  process.exit(1);
}
const client = connectTemporal(temporal);
try {
  await makeCurrent(client, temporal.version);
  console.log(`The workers of build ${temporal.version.buildId} have all work from now on.`);
} catch (error) {
  console.error(`Build ${temporal.version.buildId} could not take over: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await client.connection.close();
}
