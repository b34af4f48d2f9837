import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy to Postgres that can go silent: what is sent arrives nowhere, and no side is told that the connection is dead. */
export interface PostgresProxy {
  port: number;
  /**
   * From now on the existing connections swallow everything, and later ones work. Returns how many. With `isLost` Postgres is not told
   * that our end was closed either, as when a machine loses power.
   */
  goSilent(isLost?: boolean): number;
  close(): Promise<void>;
}

export async function startPostgresProxy(upstreamPort: number): Promise<PostgresProxy> {
  const pairs = new Set<{ near: Socket; far: Socket }>();
  const server = createServer((near) => {
    const far = connect(upstreamPort, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    goSilent(isLost = false) {
      const silenced = [...pairs];
      for (const { near, far } of silenced) {
        if (isLost) near.removeAllListeners('close');
        for (const socket of [near, far]) {
          socket.unpipe();
          // Read and discarded: the sender's own machine goes on acknowledging.
          socket.on('data', () => undefined).resume();
        }
      }
      return silenced.length;
    },
    async close() {
      for (const { near, far } of pairs) [near, far].forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
