import { Client, Connection } from '@temporalio/client';

/**
 * A client of a Temporal server that is away: nobody listens at its address. What is told fails at once, where the product's own client
 * tries four times and gives up after a second; that one meets an absent server in invoices/temporal-away.test.ts.
 */
export const nobodyAtTemporal = (): Client =>
  new Client({ connection: Connection.lazy({ address: '127.0.0.1:1', interceptors: [] }), namespace: 'default' });
