import { parseSettings, settingsOrExit } from '../config/settings.ts';
import { sayWhereMailsGo } from '../metrics/where-mails-go.ts';
import { createServer } from './server.ts';

const settings = settingsOrExit(parseSettings);
const server = createServer(settings);
const { log, db } = server.context;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.destroy().then(() => process.exit(0));
  });
}

try {
  const address = await server.start();
  log.info({ address }, `API : ${address}`);
  void sayWhereMailsGo(db, settings.email.resendApiKey !== null, ({ fr, isAlarm }) => {
    log[isAlarm ? 'error' : 'info'](`Courriels : ${fr}`);
  });
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? 'the port is taken: set API_PORT to another' : String(code ?? error);
  console.error(`The API cannot listen on ${settings.api.host}:${settings.api.port}: ${why}.`);
  process.exit(1);
}
