import { dayWriter } from '../../../console/words/day-writer.ts';
import { unique } from '../../e2e/business.ts';
import { CaseFile, type Debt } from '../../e2e/case-file.ts';
import { plus } from '../../e2e/french-days.ts';
import { company } from '../visit.ts';

/** Today on the product's clock, as `YYYY-MM-DD`. */
export const today = async (): Promise<string> => await company().today();

const writer = dayWriter('fr', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

/** `22 nov. 2026`, as the console writes it. */
export const inFrench = (on: string): string => writer(new Date(on));

/**
 * An invoice of a new customer whose next reminder is due and is to be sent by a person: the first one, or the one after the level that
 * was reached in other software forty days ago.
 */
export async function dueByHand({
  reached = 0,
  ...debt
}: Partial<Debt> & { reached?: number } = {}): Promise<CaseFile> {
  const [scenario] = (await company().do('GET', '/scenarios?q=Relance%20%C3%A0%20la%20main')).data;
  const todayOn = await today();
  const one = await CaseFile.open(company(), {
    issuedOn: plus(todayOn, -60),
    dueOn: plus(todayOn, -30),
    cents: 250_00,
    ...debt,
    invoice: {
      scenario_id: scenario.id,
      ...(reached > 0 ? { initial_level: reached, initial_level_on: plus(todayOn, -40) } : {}),
      ...debt.invoice,
    },
  });
  await one.dunningOnce(({ levels }) => levels[reached].state === 'due');
  return one;
}
/** An invoice whose first reminder waits for confirmation once its day has come; `how` changes the step's mode. */
export async function toConfirm(how: Record<string, unknown> = {}): Promise<CaseFile> {
  const todayOn = await today();
  const template = await company().do('POST', '/templates', {
    name: unique('Relance à confirmer'),
    kind: 'email',
    level: 1,
    language: 'fr',
    subject: 'Facture #invoice_number',
    body_html: '<p>Il reste #items_amount_selected à régler.</p>#items_list_selected',
  });
  const step = { key: 'r1', level: 1, kind: 'email', anchor: 'due_on', delay_days: 5, mode: 'to_confirm' };
  const { id } = await company().do('POST', '/scenarios', {
    name: unique('À confirmer'),
    unit: 'invoice',
    steps: [{ ...step, template_id: template.id, ...how }],
  });
  return CaseFile.open(company(), {
    kind: 'professional',
    issuedOn: plus(todayOn, -60),
    dueOn: plus(todayOn, -30),
    invoice: { scenario_id: id },
  });
}
