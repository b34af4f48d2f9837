import { readFileSync } from 'node:fs';
import pMap from 'p-map';
import { v7 as uuidv7 } from 'uuid';
import { localDate } from '../../domain/calendar/local-time.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { businessCalendar } from '../../facts/business-calendar.ts';
import { createCustomer } from '../../facts/customers/create-customer.ts';
import { recalculatePage } from '../../facts/groups/recalculate.ts';
import type { FactContext } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';
import { DEMO_COMPANY, INVOICING, PRODUCT } from '../../prisma/demo-data/creditor.ts';
import type { DemoCustomer, DemoPortfolio } from '../../prisma/demo-data/demo-types.ts';
import { demoPortfolio } from '../../prisma/demo-data/portfolio.ts';
import { applyFact } from './apply-fact.ts';
import { applyTogether } from './apply-together.ts';
import { demoRates } from './demo-rates.ts';
import { loadGroups } from './load-groups.ts';
import { contextAt, type SeedNames } from './seed-names.ts';

const LOGO = new URL('../../letters/shipped-logo.png', import.meta.url);
/** How many customers are loaded at once; the facts of one customer are stored one after the other. */
const ABREAST = 6;

/** Loads the demonstration's portfolio as of `now`, through the functions with which the API stores facts. */
export async function loadPortfolio(
  db: Database,
  creditorId: string,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  const settings = await db.settings.update({
    where: { creditorId },
    data: {
      ...DEMO_COMPANY,
      addressLines: [...DEMO_COMPANY.addressLines],
      logoPng: new Uint8Array(readFileSync(LOGO)),
    },
  });
  const { timeZone, holidayZone } = businessCalendar(settings);
  const today = {
    on: localDate(now.toISOString(), timeZone),
    isWorkingDay: (on: string) => isWorkingDay(on, holidayZone),
  };
  await db.settings.update({
    where: { creditorId },
    data: { interestRates: demoRates(today.on).map((rate) => ({ ...rate })) },
  });
  const portfolio = demoPortfolio(today);
  const names = await storeNames(db, creditorId, portfolio, { now, timeZone });
  let loaded = 0;
  const load = async (customer: DemoCustomer) => {
    await loadCustomer(db, names, customer);
    loaded += 1;
    if (loaded % 20 === 0)
      log(`Demonstration portfolio: ${String(loaded)} of ${String(portfolio.customers.length)} customers`);
  };
  await pMap(portfolio.customers, load, { concurrency: ABREAST });
  for (const together of portfolio.together) await applyTogether(db, names, together);
  await fillGroups(db, creditorId, now);
  await settleClosed(db, creditorId);
}

/** Stores people, third parties and scenarios, by the names that the portfolio uses. */
async function storeNames(
  db: Database,
  creditorId: string,
  { users, thirdParties, groups }: DemoPortfolio,
  clock: { now: Date; timeZone: string },
): Promise<SeedNames> {
  const ids = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [name, id]));
  const userRows = users.map((user) => ({ id: uuidv7(), creditorId, ...user }));
  const partyRows = thirdParties.map((party) => ({ id: uuidv7(), creditorId, ...party }));
  await db.user.createMany({ data: userRows });
  await db.thirdParty.createMany({ data: partyRows });
  const byHand = await db.scenario.findFirstOrThrow({ where: { creditorId, name: 'Relance à la main' } });
  const named = {
    creditorId,
    ...clock,
    users: ids(userRows),
    thirdParties: ids(partyRows),
    byHandScenarioId: byHand.id,
  };
  await loadGroups(db, named, groups);
  return named;
}

async function loadCustomer(db: Database, names: SeedNames, customer: DemoCustomer): Promise<void> {
  const [first] = customer.facts;
  const context = contextAt(names, first?.at ?? null, INVOICING);
  const collector_id = customer.collector === null ? null : (names.users.get(customer.collector) ?? null);
  const { answer } = await createCustomer(db, context, { ...customer.input, collector_id });
  const known = { customerId: answer.id, invoices: new Map<string, string>(), disputes: new Map<string, string>() };
  for (const fact of customer.facts) await applyFact(db, names, known, fact);
}

/** Fills the groups as the last nightly calculation would have. No case has to be told: no workflow has been started yet. */
async function fillGroups(db: Database, creditorId: string, at: Date): Promise<void> {
  const context: FactContext = { creditorId, at, actor: { kind: 'system', name: PRODUCT } };
  let after: string | null = null;
  do after = (await recalculatePage(db, context, after, () => Promise.resolve())).last;
  while (after !== null);
}

/** Marks ended cases as told: they ended before any workflow was started. */
async function settleClosed(db: Database, creditorId: string): Promise<void> {
  await db.$executeRaw`UPDATE invoices SET "toldVersion" = version WHERE "creditorId" = ${creditorId}::uuid AND "closedAs" IS NOT NULL`;
}
