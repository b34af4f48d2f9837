import { Socket } from 'node:net';

/**
 * A socket to Postgres that closes itself when nothing has come or gone for `silentMs`: behind a broken network or
 * proxy a query would wait for ever, and keep its place in the pool. The waiting query gets the error of a connection
 * that timed out.
 */
export function socketThatNoticesSilence(silentMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => socket.destroy(silence(silentMs)));
  return socket;
}

/** The error has the form of a system error, which the driver adapter reads. */
function silence(silentMs: number): Error {
  const error = new Error(`Connection terminated: no byte for ${silentMs / 1000} s`);
  return Object.assign(error, { code: 'ETIMEDOUT', syscall: 'read', errno: -110 });
}
