import { expect, it } from 'vitest';
import { refusalWords } from '../../console/pages/reminders/run/run-words.ts';

// The dialog of a run groups what it leaves out by these words; of a code without any the bare code would stand there.

/** What keeps a letter or a mail from one customer: a person has to mend it. */
const OF_THE_CUSTOMER = ['no_address', 'unprintable_address', 'registered_required', 'no_print_connector'];

it('what keeps a reminder from a customer is said in words, in either language', () => {
  for (const said of [refusalWords.fr, refusalWords.en] as Record<string, string>[]) {
    const sentences = OF_THE_CUSTOMER.map((code) => said[code]);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^_]+$/u);
    expect(new Set(sentences).size).toBe(OF_THE_CUSTOMER.length);
  }
  expect(refusalWords.fr.unprintable_address).toMatch(/Adresse.*s’impriment/);
  expect(refusalWords.en.unprintable_address).toMatch(/address.*printed/);
});
