import { CaseFile, type Debt } from '../../e2e/case-file.ts';
import { plus } from '../../e2e/french-days.ts';
import { company } from '../visit.ts';

/** Today on the product's clock, as `YYYY-MM-DD`. */
export const today = async (): Promise<string> => (await company().clock()).now_at.slice(0, 10);

/** `22 nov. 2026`, as the console writes it. */
export const inFrench = (on: string): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(on),
  );

/** An invoice of a customer of its own whose first reminder is due and waits for a person to send it. */
export async function dueByHand(debt: Partial<Debt> = {}): Promise<CaseFile> {
  const [scenario] = (await company().do('GET', '/scenarios?q=Relance%20%C3%A0%20la%20main')).data;
  const todayOn = await today();
  const one = await CaseFile.open(company(), {
    issuedOn: plus(todayOn, -60),
    dueOn: plus(todayOn, -30),
    cents: 250_00,
    ...debt,
    invoice: { scenario_id: scenario.id, ...debt.invoice },
  });
  await one.dunningOnce(({ levels }) => levels[0].state === 'due');
  return one;
}
