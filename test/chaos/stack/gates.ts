import pg from 'pg';

/**
 * A moment of the sending protocol. `before:x`: the message is about to become x, and nothing of it is stored yet. `commit:x`: it becomes
 * x by the COMMIT that is running, whose sender has no answer yet. `paid`, `held` and `owed` are the same moments of a payment, a hold
 * and an invoice.
 */
export type Point =
  `${'before' | 'commit'}:${'reserved' | 'rendered' | 'sending' | 'sent' | 'cancelled' | 'ambiguous' | 'failed' | 'paid' | 'held' | 'owed'}`;

/** One entry of what Postgres stored about a customer, in the order in which it was stored under the customer's lock. */
export interface Noted {
  seq: number;
  what: string;
  customerId: string;
  messageId: string | null;
}

// Postgres itself records events and holds transactions: the product knows nothing of it. Transactions that hold the customer's lock
// write one after the other, so the sequence is the order of their commits.
const SET_UP = `
create table if not exists chaos_notes (seq bigserial primary key, what text, customer uuid, message uuid);
create table if not exists chaos_gates (point text, customer uuid, key bigint, primary key (point, customer));

create or replace function chaos_name(name text, entry jsonb) returns text language sql immutable as $$
  select case name when 'messages' then entry->>'status' when 'payments' then 'paid' when 'holds' then 'held'
    else 'owed' end $$;

create or replace function chaos_note() returns trigger language plpgsql as $$
begin
  if TG_OP = 'UPDATE' and to_jsonb(old)->>'status' = to_jsonb(new)->>'status' then return null; end if;
  insert into chaos_notes (what, customer, message) values (
    chaos_name(TG_TABLE_NAME, to_jsonb(new)), new."customerId",
    case TG_TABLE_NAME when 'messages' then new.id end);
  perform pg_notify('chaos', chaos_name(TG_TABLE_NAME, to_jsonb(new)) || ' ' || new."customerId");
  return null;
end $$;

create or replace function chaos_gate() returns trigger language plpgsql as $$
declare gate bigint;
begin
  if TG_OP = 'UPDATE' and to_jsonb(old)->>'status' = to_jsonb(new)->>'status' then return new; end if;
  select key into gate from chaos_gates
    where point = TG_ARGV[0] || ':' || chaos_name(TG_TABLE_NAME, to_jsonb(new)) and customer = new."customerId";
  if found then perform pg_advisory_xact_lock_shared(gate); end if;
  return new;
end $$;

drop trigger if exists chaos_note_messages on messages;
create trigger chaos_note_messages after insert or update of status on messages for each row execute function chaos_note();
drop trigger if exists chaos_before_messages on messages;
create trigger chaos_before_messages before insert or update of status on messages
  for each row execute function chaos_gate('before');
drop trigger if exists chaos_commit_messages on messages;
create constraint trigger chaos_commit_messages after insert or update of status on messages
  deferrable initially deferred for each row execute function chaos_gate('commit');
`;
const OF_FACTS = (table: string) => `
drop trigger if exists chaos_note_${table} on ${table};
create trigger chaos_note_${table} after insert on ${table} for each row execute function chaos_note();
drop trigger if exists chaos_commit_${table} on ${table};
create constraint trigger chaos_commit_${table} after insert on ${table}
  deferrable initially deferred for each row execute function chaos_gate('commit');
`;

/** Holds transactions of chosen customers at chosen points, and lets them go on. */
export class Gates {
  readonly #client: pg.Client;
  readonly #keys = new Map<string, number>();
  readonly #listeners = new Set<(what: string, customerId: string) => void>();
  #nextKey = 1;

  private constructor(client: pg.Client) {
    this.#client = client;
    client.on('notification', ({ payload = '' }) => {
      const [what = '', customerId = ''] = payload.split(' ');
      for (const listener of this.#listeners) listener(what, customerId);
    });
  }

  static async build(databaseUrl: string): Promise<Gates> {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(SET_UP);
    for (const table of ['payments', 'holds', 'invoices']) await client.query(OF_FACTS(table));
    await client.query('listen chaos');
    return new Gates(client);
  }

  /** From now on every transaction that reaches this point for this customer waits there. */
  async shut(point: Point, customerId: string): Promise<void> {
    const key = this.#nextKey++;
    this.#keys.set(`${point} ${customerId}`, key);
    await this.#client.query('select pg_advisory_lock($1)', [key]);
    await this.#client.query('insert into chaos_gates values ($1, $2, $3)', [point, customerId, key]);
  }

  /** Releases the transactions that wait there, and lets all later ones pass. */
  async open(point: Point, customerId: string): Promise<void> {
    const key = this.#keys.get(`${point} ${customerId}`);
    if (key === undefined) return;
    this.#keys.delete(`${point} ${customerId}`);
    await this.#client.query('delete from chaos_gates where key = $1', [key]);
    await this.#client.query('select pg_advisory_unlock($1)', [key]);
  }

  /** The number of gates at which a transaction waits. */
  async waiting(): Promise<number> {
    const { rows } = await this.#client.query<{ count: string }>(
      `select count(distinct objid) from pg_locks where locktype = 'advisory' and not granted and database =
         (select oid from pg_database where datname = current_database())`,
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** The number of transactions that wait for a row locked by another. */
  async behind(): Promise<number> {
    const { rows } = await this.#client.query<{ count: string }>(
      `select count(distinct pid) from pg_locks where locktype in ('transactionid', 'tuple') and not granted`,
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** The number of messages on their way, of all customers. */
  async onTheirWay(): Promise<number> {
    const { rows } = await this.#client.query<{ count: string }>(
      `select count(*) from messages where status in ('reserved', 'rendered', 'sending')`,
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** Calls `listener` with everything that is stored, once it is committed. Returns a function that stops it. */
  listen(listener: (what: string, customerId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What was stored about these customers, oldest first. */
  async notes(customerIds: readonly string[]): Promise<Noted[]> {
    const { rows } = await this.#client.query<{ seq: string; what: string; customer: string; message: string | null }>(
      'select seq, what, customer, message from chaos_notes where customer = any($1) order by seq',
      [customerIds],
    );
    return rows.map(({ seq, what, customer, message }) => ({
      seq: Number(seq),
      what,
      customerId: customer,
      messageId: message,
    }));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
