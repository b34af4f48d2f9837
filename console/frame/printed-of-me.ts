/** The sender of a message. `phone` is null without a number of their own. */
interface Sender {
  name: string;
  phone: string | null;
  email: string;
}

/**
 * What messages print about their sender, as the tags `#user_…` are filled in. Without a phone of their own the
 * company's is used. `companyPhone` is undefined while unknown, and the phone is then left out; `none` is the text for
 * no phone at all.
 */
export function printedOfMe(
  { name, phone, email }: Sender,
  companyPhone: string | null | undefined,
  none: string,
): string[] {
  const shown = phone ?? (companyPhone === undefined ? [] : (companyPhone ?? none));
  return [name, shown, email].flat();
}
