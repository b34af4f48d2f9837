/** The contact to whose attention a letter goes: the contact for collection, else the first one. */
export const namedContact = <Contact extends { recovery: boolean }>(
  contacts: readonly Contact[],
): Contact | undefined => contacts.find((one) => one.recovery) ?? contacts[0];
