// `npm run restored`: run after Postgres was restored from a backup, before any worker starts; docs/operations.md says
// when.
import { parseDatabaseUrl, settingsOrExit } from '../config/settings.ts';
import { confirmAfterRestore } from '../facts/creditors/after-restore.ts';
import { createDatabase } from '../prisma/client.ts';

const db = createDatabase(settingsOrExit(parseDatabaseUrl), 1);
try {
  const { cases, messages, specificActions, runItems } = await confirmAfterRestore(db, new Date());
  console.log(`The next reminder of each of ${cases} open cases waits for a person to confirm it.`);
  console.log(`${messages} messages that had not left are cancelled, ${runItems} reminders of runs under way refused.`);
  console.log(`${specificActions} specific actions wait for a person to confirm them.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
