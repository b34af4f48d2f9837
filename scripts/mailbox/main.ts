import { mailboxSettings } from './settings.ts';
import { startMailbox } from './start-mailbox.ts';

function explain(error: unknown, port: string | undefined): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `The mailbox's port ${port ?? '8025'} is taken: set MAILBOX_PORT to a free one.`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const mailbox = await startMailbox(mailboxSettings(process.env));
  console.log(`Local mailbox: ${mailbox.url} (no mail that arrives here leaves this machine)`);
  const stop = () =>
    void mailbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(explain(error, process.env['MAILBOX_PORT']));
  process.exitCode = 1;
});
