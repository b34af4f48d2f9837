import { listedContacts, type TypedContacts } from './typed-contacts.ts';

/** What a letter says of its customer, apart from the contact in its window; the server compares the same (facts/messages/recipients.ts). */
const IN_LETTERS = ['name', 'address', 'kind', 'language'];

/** Whether one of the fields that were typed in stands in a letter. */
export const isInLetters = (changed: object): boolean => IN_LETTERS.some((field) => field in changed);

/** Whether another contact's name is to stand in the window: that of the contact for recovery, else of the first. */
export const isOtherInWindow = (before: TypedContacts, after: TypedContacts): boolean =>
  inWindow(before) !== inWindow(after);

function inWindow(contacts: TypedContacts): string {
  const listed = listedContacts(contacts);
  return (listed.find(({ recovery }) => recovery) ?? listed[0])?.name.trim() ?? '';
}
