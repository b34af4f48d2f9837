/** Who sends: `phone` null without one of his own. */
interface Sender {
  name: string;
  phone: string | null;
  email: string;
}

/**
 * What messages print of who sends them, as the tags `#user_…` are filled in: who has no telephone of his own has the company's.
 * `companyPhone`: undefined while it is not known, and then nothing is said of a telephone; `none`: the words for no telephone at all.
 */
export function printedOfMe(
  { name, phone, email }: Sender,
  companyPhone: string | null | undefined,
  none: string,
): string[] {
  const shown = phone ?? (companyPhone === undefined ? [] : (companyPhone ?? none));
  return [name, shown, email].flat();
}
