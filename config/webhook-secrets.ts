import { z } from 'zod';

const SECRET = /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/;
const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/** `whsec_…|whsec_…`: all are valid at the same time, so that the sender can change from one to the next. */
const separate = (text: string): string[] => text.split('|').map((secret) => secret.trim());

/**
 * Passwords that a sender transmits unchanged, at least 16 characters each. A `|` separates two of them, unless one part
 * would be too short: then the `|` belongs to a single password.
 */
export const heldSecrets = (what: string) =>
  z
    .string()
    .trim()
    .min(16, `must be ${what}: at least 16 characters, two while it is being changed: old|new`)
    .transform((text) => {
      const each = separate(text);
      return each.every(({ length }) => length >= 16) ? each : [text];
    });

/** The secrets that one sender may sign with. */
export const webhookSecrets = z
  .string()
  .transform(separate)
  .refine(
    (secrets) => secrets.every((secret) => SECRET.test(secret)),
    'must be the signing secret of a Resend webhook, which begins with whsec_; two while it is being changed: whsec_…|whsec_…',
  );

/** `slug:whsec_…|whsec_…,slug2:whsec_…`: the secrets of each creditor's payment system. A creditor named twice has both. */
export const webhookSecretsBySlug = z.string().transform((value, context) => {
  const bySlug: Record<string, string[]> = {};
  const slugOf = new Map<string, string>();
  for (const pair of value.split(',')) {
    const colon = pair.indexOf(':');
    const slug = pair.slice(0, Math.max(colon, 0)).trim();
    for (const secret of separate(pair.slice(colon + 1))) {
      // A secret shared by two creditors would not tell for which of them a payment is.
      if (!SLUG.test(slug) || !SECRET.test(secret) || (slugOf.get(secret) ?? slug) !== slug) {
        const message =
          'must be a list like acme:whsec_…,other:whsec_…, each secret in base64 and of one creditor; ' +
          'two of one creditor while it is being changed: acme:whsec_…|whsec_…';
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      slugOf.set(secret, slug);
      bySlug[slug] = [...(bySlug[slug] ?? []), secret];
    }
  }
  return bySlug;
});
