import type { Chance } from './random.ts';

/** A telephone number in the ranges that the French regulator reserves for fiction: 01 99 00 and 06 39 98. */
export function fictionPhone(chance: Chance, mobile: boolean): string {
  const pair = () => String(chance.int(0, 99)).padStart(2, '0');
  return `${mobile ? '06 39 98' : '01 99 00'} ${pair()} ${pair()}`;
}

/** Letters and digits with separators, for an e-mail address or a domain. */
function slug(text: string, between: '.' | '-'): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '');
  return plain.replace(/[^a-z0-9]+/g, between).replace(/^[.-]+|[.-]+$/g, '');
}

/** An e-mail address that leads nowhere: `.example` is reserved for this (RFC 2606). */
export function exampleEmail(person: string, domain: string): string {
  return `${slug(person, '.')}@${slug(domain, '-')}.example`;
}
