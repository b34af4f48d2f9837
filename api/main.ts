import { parseSettings, settingsOrExit } from '../config/settings.ts';
import { createServer } from './server.ts';

const settings = settingsOrExit(parseSettings);
const server = createServer(settings);
const { log } = server.context;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.destroy().then(() => process.exit(0));
  });
}

try {
  const address = await server.start();
  const mails =
    settings.email.resendApiKey === null ? 'aucun envoi réel : boîte locale' : 'Resend, pour les créanciers en service';
  log.info({ address, mails }, `API : ${address} · courriels : ${mails}`);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? 'the port is taken: set API_PORT to another' : String(code ?? error);
  console.error(`The API cannot listen on ${settings.api.host}:${settings.api.port}: ${why}.`);
  process.exit(1);
}
