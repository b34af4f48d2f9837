import { listedContacts, type TypedContacts } from './typed-contacts.ts';

/**
 * The fields of a customer that letters print, besides the contact in the window. The server compares the same fields
 * (facts/messages/addressing/recipients.ts).
 */
const IN_LETTERS = ['name', 'address', 'kind', 'language'];

/** Whether one of the changed fields is printed in letters. */
export const isInLetters = (changed: object): boolean => IN_LETTERS.some((field) => field in changed);

/** Whether the window shows another contact's name: that of the recovery contact, else of the first contact. */
export const isOtherInWindow = (before: TypedContacts, after: TypedContacts): boolean =>
  inWindow(before) !== inWindow(after);

function inWindow(contacts: TypedContacts): string {
  const listed = listedContacts(contacts);
  return (listed.find(({ recovery }) => recovery) ?? listed[0])?.name.trim() ?? '';
}
