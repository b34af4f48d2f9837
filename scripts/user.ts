import { Command } from 'commander';
import { parseDatabaseUrl, settingsOrExit } from '../config/settings.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { addUser, listUsers, renewPassword } from './user/people.ts';
import { readPassword } from './user/read-password.ts';

// `npm run user -- add|password|list`: manages the people who may sign in to the console. Needs the database's address.
const program = new Command('npm run user --').description('The people who may sign in to the console.');

program
  .command('add')
  .description('take somebody in; the password is asked for, or read from standard input')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .requiredOption('--role <role>', 'collector, supervisor or admin')
  .option('--creditor <slug>', 'for which creditor; needed when there are several')
  .action(async (wanted: { email: string; name: string; role: string; creditor?: string }) =>
    withDatabase(async (db) => addUser(db, wanted, await readPassword())),
  );

program
  .command('password')
  .description('give somebody a new password; what is signed in ends')
  .requiredOption('--email <address>')
  .option('--creditor <slug>', 'of which creditor; needed when there are several')
  .action(async (whose: { email: string; creditor?: string }) =>
    withDatabase(async (db) => renewPassword(db, whose, await readPassword())),
  );

program
  .command('list')
  .description('everybody, by creditor')
  .option('--creditor <slug>')
  .action(async ({ creditor }: { creditor?: string }) => withDatabase((db) => listUsers(db, creditor)));

await program.parseAsync();

/** Prints the result of `work`; a mistake is one sentence, with exit code 1. */
async function withDatabase(work: (db: Database) => Promise<string>): Promise<void> {
  const db = createDatabase(settingsOrExit(parseDatabaseUrl), 1);
  try {
    console.log(await work(db));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await db.$disconnect();
  }
}
