import { Badge } from '@mantine/core';
import { customerName } from '../words/customer-name.ts';
import type { Language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import type { Message } from './message.ts';
import classes from './message.module.css';
import { originWords } from './origin-words.ts';

/** Origins of messages about a customer to somebody else: a referrer, a notary, a colleague. */
const TO_OTHERS: readonly Message['origin'][] = ['statement', 'internal'];

/** The addressee: the third party of a statement, else the customer. */
export function addresseeOf(
  { customer, third_party: party }: Pick<Message, 'customer' | 'third_party'>,
  language: Language,
) {
  return party
    ? { name: party.name, path: `/tiers/${party.id}` }
    : { name: customerName(customer, language), path: `/clients/${customer.id}` };
}

/** Mark in a list for a message that was not written to the customer. */
export function ToOthers({ message: { origin } }: { message: Pick<Message, 'origin'> }) {
  const w = useWords(originWords);
  if (!TO_OTHERS.includes(origin)) return null;
  return (
    <Badge size="xs" variant="outline" color="gray" tt="none" className={classes.mark}>
      {w[origin]}
    </Badge>
  );
}
