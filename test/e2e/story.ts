import { beforeAll, inject, it } from 'vitest';
import { Business } from './business.ts';
import { CaseFile, type Debt } from './case-file.ts';
import { Timeline } from './timeline.ts';

/** What a story gets: the clock, and cases that are closed when the story is over. */
export interface Teller {
  business: Business;
  timeline: Timeline;
  /** The day on which the story begins, at noon. */
  day0: string;
  owed: (debt: Debt, business?: Business) => Promise<CaseFile>;
  /** Adds an invoice of the same customer. */
  owedToo: (of: CaseFile, debt: Debt) => Promise<CaseFile>;
}

let business: Business;
let timeline: Timeline;

/** Makes the stories of this file begin on one day. */
export function beginTogether(): void {
  beforeAll(async () => {
    business = new Business(inject('stack'));
    timeline = new Timeline(business);
    await timeline.begin();
  });
}

/** A story of some cases, which runs at the same time as the others of its file. */
export function story(name: string, live: (teller: Teller) => Promise<void>): void {
  it.concurrent(name, async () => {
    timeline.enter();
    const cases: CaseFile[] = [];
    const keep = (made: CaseFile) => {
      cases.push(made);
      return made;
    };
    try {
      await live({
        business,
        timeline,
        day0: timeline.today,
        owed: async (debt, whose = business) => keep(await CaseFile.open(whose, debt)),
        owedToo: async (of, debt) => keep(await CaseFile.add(of.business, of.customer, of.email, debt)),
      });
    } finally {
      await Promise.all(cases.map((one) => one.file()));
      timeline.leave();
    }
  });
}
