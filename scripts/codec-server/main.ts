import { createServer } from 'node:http';
import { codecApp } from './app.ts';
import { codecServerSettings } from './settings.ts';

function main(): void {
  const { host, port, ...settings } = codecServerSettings(process.env);
  const server = createServer(codecApp(settings));
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? 'the port is taken: set CODEC_PORT to another' : error.message;
    console.error(`The codec server cannot listen on ${host}:${port}: ${why}.`);
    process.exit(1);
  });
  server.listen(port, host, () => {
    console.log(`Codec server: http://${host}:${port} for ${settings.origins.join(' and ')}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
