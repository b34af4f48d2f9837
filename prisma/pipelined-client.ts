import pg from 'pg';
import { whatCommitSays } from './commit-lost.ts';

/** What is sent without waiting for its answer. */
const BEGIN = 'BEGIN';
const COMMIT = 'COMMIT';

/** SQLSTATE of a write to a server that takes none: a standby, or a primary that another has taken over from. */
const READ_ONLY = '25006';

type Query = (config: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection that sends what it is given at once, behind what is still under way, and not after its answer. A transaction's
 * BEGIN is not waited for at all: it only fails with the connection, and then so does the statement behind it. docs/benchmarks.md ("A
 * lock and what is read behind it") says what a trip to Postgres costs.
 */
export class PipelinedClient extends pg.Client {
  /** It leads to a server that takes no writes (any more): not to be used again. */
  isReadOnly = false;

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true });
    const send = this.query.bind(this) as unknown as Query;
    const query: Query = (config_, ...rest) => {
      this.#gather();
      const sent = send(config_, ...rest);
      if (sent instanceof Promise) sent.catch(this.#notice);
      const text = rest.length > 0 ? null : (config_ as { text?: unknown } | null)?.text;
      if (text === COMMIT)
        return (sent as Promise<unknown>).catch((error: unknown) => Promise.reject(whatCommitSays(error)));
      if (text !== BEGIN) return sent;
      (sent as Promise<unknown>).catch(() => undefined);
      return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    };
    this.query = query as unknown as typeof this.query;
  }

  /** What is sent in one go of this process leaves as one packet: each write of its own costs a way into the system. */
  #gather(): void {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      stream.uncork();
    });
  }

  readonly #notice = (error: unknown) => {
    if ((error as { code?: unknown } | null)?.code === READ_ONLY) this.isReadOnly = true;
  };
}
