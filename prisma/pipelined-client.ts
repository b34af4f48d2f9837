import pg from 'pg';

/** What is sent without waiting for its answer. */
const BEGIN = 'BEGIN';

type Query = (config: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection that sends what it is given at once, behind what is still under way, and not after its answer. A transaction's
 * BEGIN is not waited for at all: it only fails with the connection, and then so does the statement behind it.
 */
export class PipelinedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true });
    const send = this.query.bind(this) as unknown as Query;
    const query: Query = (config_, ...rest) => {
      const sent = send(config_, ...rest);
      if (rest.length > 0 || (config_ as { text?: unknown } | null)?.text !== BEGIN) return sent;
      (sent as Promise<unknown>).catch(() => undefined);
      return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    };
    this.query = query as unknown as typeof this.query;
  }
}
