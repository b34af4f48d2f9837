import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, Business, unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, daysBetween, plus } from '../e2e/french-days.ts';
import { Random } from './random.ts';
import type { ChaosStack } from './stack/chaos-stack.ts';
import { Gates } from './stack/gates.ts';
import type { StackPart, StackProcess } from '../../scripts/stack.ts';

/** One unpaid invoice of a case of chaos. */
export interface Owed {
  file: CaseFile;
  issuedOn: string;
  /** A stop was acknowledged with a 2xx: from then on nothing may leave except the messages that the answer named. */
  stop: { ackedAtMs: number; named: string[] } | null;
  /** The part of its €120 that was paid in instalments. */
  paidCents: number;
  /** How many of its levels leave although a person has to confirm them. */
  confirmed: number;
  /** The invoice's own seed, where it has one: a run with this seed begins with it. */
  seed?: number;
}

/** The name of an invoice in a breach. */
export const nameOf = ({ file, seed }: Owed): string =>
  seed === undefined ? file.number : `${file.number} (the first of --seed ${seed})`;

/** The amount of each invoice. */
const TOTAL_CENTS = 120_00;

export type Size = 'full' | 'small';
type Unit = 'invoice' | 'level';

/** What a case of chaos gets: a stack, random numbers, and the means to make people and processes compete. */
export class World {
  readonly stack: ChaosStack;
  readonly seed: number;
  readonly random: Random;
  readonly business: Business;
  /** `business`, calling the last of the APIs; where there is one API, that one. */
  readonly elsewhere: Business;
  readonly gates: Gates;
  readonly owed: Owed[] = [];
  /** What was done, for the report: kills, calls, races. */
  readonly counts = new Map<string, number>();
  /** Sentences about what a case found wrong when it compared Postgres with the ledger. */
  readonly violations: string[] = [];
  readonly #size: Size;
  readonly #log: (line: string) => void;
  readonly #scenarios = { invoice: '', level: '' };

  private constructor(stack: ChaosStack, seed: number, size: Size, gates: Gates, log: (line: string) => void) {
    this.stack = stack;
    this.seed = seed;
    this.random = new Random(seed);
    this.business = new Business(stack);
    this.elsewhere = new Business({ ...stack, apiUrl: stack.apiUrls.at(-1) ?? stack.apiUrl });
    this.gates = gates;
    this.#size = size;
    this.#log = log;
  }

  /** Starts at noon of tomorrow, with scenarios of three mails of which the last is to be confirmed. */
  static async begin(
    stack: ChaosStack,
    { seed, size, log = () => undefined }: { seed: number; size: Size; log?: (line: string) => void },
  ): Promise<World> {
    const world = new World(stack, seed, size, await Gates.build(stack.directDatabaseUrl), log);
    await world.business.advance(1);
    for (const unit of ['invoice', 'level'] as const)
      world.#scenarios[unit] = await createScenario(world.business, unit);
    return world;
  }

  sized(full: number, small: number): number {
    return this.#size === 'full' ? full : small;
  }

  say(line: string): void {
    this.#log(line);
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  async today(): Promise<string> {
    return dateInFrance((await this.business.clock()).now_at);
  }

  /** Adds one unpaid invoice of a new customer, whose address is the same for the same seed. */
  async owe(issuedOn: string): Promise<Owed> {
    const [owed] = await this.oweTogether(issuedOn, 1, 'invoice');
    return owed!;
  }

  /** Invoices of one customer whose steps leave one by one, or in one mail for each level. */
  async oweTogether(issuedOn: string, count: number, unit: Unit): Promise<Owed[]> {
    const index = this.owed.length;
    const owed = Array.from({ length: count }, (): Owed => ({
      file: undefined as never,
      issuedOn,
      stop: null,
      paidCents: 0,
      confirmed: 0,
    }));
    this.owed.push(...owed);
    const email = `case${index}.${unique(`s${this.seed}`)}@chaos.example`.toLowerCase();
    const customer = await this.business.do('POST', '/customers', {
      reference: unique('C'),
      name: 'Camille Roussel',
      kind: 'consumer',
      language: 'fr',
      address: { lines: ['3 quai des Brumes'], postal_code: '44000', city: 'Nantes', country: 'FR' },
      contacts: [{ name: 'Camille Roussel', email, phone: null, recovery: true }],
    });
    const invoice = { scenario_id: this.#scenarios[unit] };
    for (const one of owed) one.file = await CaseFile.add(this.business, customer, email, { issuedOn, invoice });
    return owed;
  }

  /** Adds so many invoices, eight at a time, each issued `agesDays` days before today; resolves when they are planned. */
  async oweMany(count: number, ageDays: (index: number) => number): Promise<Owed[]> {
    const today = await this.today();
    const made: Owed[] = [];
    for (let first = 0; first < count; first += 8) {
      const some = Array.from({ length: Math.min(8, count - first) }, (_, index) => first + index);
      made.push(...(await Promise.all(some.map((index) => this.owe(plus(today, -ageDays(index)))))));
    }
    await Promise.all(made.map(({ file }) => file.next()));
    return made;
  }

  /**
   * Pays the invoice in full and remembers the messages that the answer names. A payment that was not acknowledged stops nothing: a
   * repetition has the same reference and day.
   */
  async payWhole(owed: Owed, externalId = unique('VIR'), paidOn?: string): Promise<Answered | null> {
    const body = payment(owed, TOTAL_CENTS - owed.paidCents, paidOn ?? (await this.today()), externalId);
    return this.stopBy(owed, () => this.business.ask('POST', '/payments', body));
  }

  /** Pays a part, which stops nothing: what has not left yet shows the rest to pay. Resolves once it is acknowledged. */
  async payPart(owed: Owed, cents: number): Promise<void> {
    await this.business.do('POST', '/payments', payment(owed, cents, await this.today()));
    owed.paidCents += cents;
  }

  /** Promises the whole amount for a day that is never reached: it stops the case for the rest of the run. */
  async promiseWhole(owed: Owed): Promise<Answered | null> {
    const promised_on = plus(await this.today(), 700);
    const body = { amount_cents: TOTAL_CENTS - owed.paidCents, promised_on, comment: 'Au téléphone' };
    return this.stopBy(owed, () => this.business.ask('POST', `/invoices/${owed.file.id}/promises`, body));
  }

  /** Sends the request that stops the case for good, and notes the moment of its acknowledgement. */
  async stopBy(owed: Owed, ask: () => Promise<Answered>): Promise<Answered | null> {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 300 && !owed.stop) {
      const named = (answer.body.handed_over ?? []).map(({ message_id }: { message_id: string }) => message_id);
      owed.stop = { ackedAtMs: Date.now(), named };
      this.count('stops acknowledged');
      if (named.length > 0) this.count('stops that named a message');
    }
    return answer;
  }

  /** A run that broke nothing shows nothing: what it should have met and did not is a breach. */
  demand(isSo: boolean, otherwise: string): void {
    if (!isSo) this.violations.push(`the suite itself: ${otherwise}`);
  }

  countOf(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  async kill(part: StackPart): Promise<void> {
    await this.stack.part(part).kill();
    this.count(`${part} killed`);
  }

  /** Picks one of them at random and returns it. */
  async killOne(part: 'api' | 'worker'): Promise<StackProcess> {
    const chosen = this.random.pick(this.stack.all(part));
    await chosen.kill();
    this.count(`${part} killed`);
    return chosen;
  }

  /** Moves the clock to noon of that day, repeating after failures; gives up after `patienceMs` ms without progress. */
  async arriveAt(on: string, patienceMs: number): Promise<boolean> {
    let progressAt = Date.now();
    let before = '';
    for (;;) {
      const today = await this.today().catch(() => null);
      // An advance may give up after it has gone far, and the clock is moved when it is done: a mail that left is progress too.
      const seen = today && `${today} ${await this.#accepted()}`;
      if (seen && seen !== before) [before, progressAt] = [seen, Date.now()];
      if (Date.now() - progressAt > patienceMs) return false;
      if (today && today >= on) return true;
      if (today && (await this.#advance(daysBetween(today, on)))?.status === 200) return true;
      await pause(250);
    }
  }

  /** The number of mails that the mailbox has accepted. */
  async #accepted(): Promise<number> {
    const answer = await fetch(`${this.stack.mailboxUrl}/messages?summary=true`);
    return ((await answer.json()) as { data: unknown[] }).data.length;
  }

  #advance(days: number): Promise<Answered | null> {
    return this.business.ask('POST', '/demo/clock', { advance_days: days }).catch(() => null);
  }

  async end(): Promise<void> {
    await this.gates.close();
  }
}

function payment({ file }: Owed, cents: number, paidOn: string, externalId = unique('VIR')) {
  const allocations = [{ invoice_number: file.number, amount_cents: cents }];
  return { external_id: externalId, amount_cents: cents, currency: 'EUR', paid_on: paidOn, allocations };
}

async function createScenario(business: Business, unit: Unit): Promise<string> {
  const { data } = await business.do('GET', '/templates?limit=50');
  const templateOf = (level: number) => data.find((one: { level: number | null }) => one.level === level).id as string;
  const mail = (level: number, mode: string) => ({
    key: `r${level}`,
    level,
    kind: 'email',
    anchor: level === 1 ? 'issued_on' : 'previous_step',
    delay_days: 15,
    mode,
    template_id: templateOf(level),
  });
  const steps = [mail(1, 'automatic'), mail(2, 'automatic'), mail(3, 'to_confirm')];
  return (await business.do('POST', '/scenarios', { name: unique('Chaos'), unit, steps })).id as string;
}
