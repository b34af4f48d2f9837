import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A connection to the database that can be cut, as when Postgres stops, and opened again. */
export async function breakableDatabase(databaseUrl: string) {
  const real = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isCut = false;
  let cutsAfter: string | null = null;
  const proxy = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(real.port), real.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          near.destroy();
          far.destroy();
          open.delete(socket);
        });
    }
    near.on('data', (bytes) => {
      if (cutsAfter === null || !bytes.includes(cutsAfter)) return;
      cutsAfter = null;
      // Postgres gets it; its answer reaches nobody.
      far.unpipe(near);
      far.once('data', () => near.destroy()).resume();
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cut: () => {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    /** Cuts the connection that sends this next, once Postgres has answered. */
    cutAfter: (sent: string) => {
      cutsAfter = sent;
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      proxy.close();
    },
  };
}
