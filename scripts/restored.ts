// `npm run restored`: after Postgres was restored from a backup, before any worker starts; docs/operations.md says when.
import { parseDatabaseUrl, settingsOrExit } from '../config/settings.ts';
import { confirmAfterRestore } from '../facts/creditors/after-restore.ts';
import { createDatabase } from '../prisma/client.ts';

const db = createDatabase(settingsOrExit(parseDatabaseUrl), 1);
try {
  const cases = await confirmAfterRestore(db);
  console.log(`The next reminder of each of ${cases} open cases waits for a person to confirm it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
