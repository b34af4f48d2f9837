import { expect, inject } from 'vitest';
import { Business, type Said, unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';

interface StepWish {
  key: string;
  level: number;
  kind?: string;
  anchor?: string;
  delay_days: number;
  mode?: string;
}

/** A creditor of its own, and what its supervisor does to set it up. */
export async function setUpBusiness() {
  const business = await new Business(inject('stack')).another();
  const todayOn = await business.today();

  const templateOf = async (level: number): Promise<string> =>
    (await business.do('GET', '/templates?limit=200')).data.find((one: Said) => one.level === level).id;
  const customer = (one: { id: string }) => business.do('GET', `/customers/${one.id}`);

  return {
    business,
    /** The same creditor, with a key of that role. */
    as: async (role: string): Promise<Business> => {
      const { key } = await business.do('POST', '/keys', { name: role, role });
      return new Business(inject('stack'), key as string);
    },
    /** A scenario by mail; its steps are automatic and count from the due date unless they say otherwise. */
    scenarioOf: async (wishes: readonly StepWish[]): Promise<string> => {
      const steps = [];
      for (const { kind = 'email', ...wish } of wishes) {
        const template_id = kind === 'email' ? await templateOf(wish.level) : null;
        steps.push({ anchor: 'due_on', mode: 'automatic', ...wish, kind, template_id });
      }
      const made = await business.do('POST', '/scenarios', { name: unique('Scénario'), unit: 'invoice', steps });
      return made.id as string;
    },
    groupOf: (field: string, op: string, value: unknown, more: object = {}) =>
      business.do('POST', '/groups', {
        name: unique('Groupe'),
        priority: 1,
        criteria: { all: [{ field, op, value }] },
        scenario_id: null,
        ...more,
      }),
    recalculate: () => business.do('POST', '/groups/recalculate'),
    groupNameOf: async (one: { id: string }): Promise<string | null> => (await customer(one)).group?.name ?? null,
    collectorOf: async (one: { id: string }): Promise<string | null> => (await customer(one)).collector_id,
    tagged: async (one: { id: string }, tags: string[]) => {
      expect((await business.change(`/customers/${one.id}`, { tags })).status).toBe(200);
    },
    /** An invoice that was due so many days ago. */
    owed: (daysLate: number, more: object = {}): Promise<CaseFile> =>
      CaseFile.open(business, {
        kind: 'professional',
        issuedOn: plus(todayOn, -daysLate - 30),
        dueOn: plus(todayOn, -daysLate),
        ...more,
      }),
  };
}

export type SetUp = Awaited<ReturnType<typeof setUpBusiness>>;
