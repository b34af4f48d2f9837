import { Client, Connection } from '@temporalio/client';

/**
 * A client of a Temporal server that is away: nothing listens at its address. A signal fails at once, where the product's own client
 * tries four times and gives up after a second; invoices/temporal-away.test.ts tests that one.
 */
export const nobodyAtTemporal = (): Client =>
  new Client({ connection: Connection.lazy({ address: '127.0.0.1:1', interceptors: [] }), namespace: 'default' });
