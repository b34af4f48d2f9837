import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Of names that nobody can register: this machine's, a container's host, a cluster's services, a home's network. */
const UNREGISTRABLE = /\.(?:localhost|internal|local|home\.arpa)$/;

/**
 * Whether a `Host` header names this machine in a way that no other site can: by number, by a name without a dot or under a domain
 * that nobody can register, by the machine's own name, or by one that the settings name. A site whose own name leads here for a moment (DNS rebinding) is none, and a browser would take what is
 * answered for that site's own. Without the header it is no browser that asks.
 *
 * @param known hosts without ports; an address counts by its host.
 */
export function isOwnHost(header: string | undefined, known: readonly string[]): boolean {
  if (header === undefined) return true;
  if (!URL.canParse(`http://${header}`)) return false;
  const host = hostOf(header);
  const number = host.replace(/^\[|\]$/g, '');
  return (
    !host.includes('.') ||
    isIP(number) !== 0 ||
    UNREGISTRABLE.test(host) ||
    [hostname(), ...known].map(hostOf).includes(host)
  );
}

/** Whether a host, in brackets or not, is this machine to itself. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** Whether two addresses are of one server, however this machine is named in them. Paths do not count. */
export function isSameServer(one: string, other: string): boolean {
  const [first, second] = [new URL(one), new URL(other)];
  const isHere = isLoopback(first.hostname) && isLoopback(second.hostname);
  return first.port === second.port && (isHere || first.hostname === second.hostname);
}

const hostOf = (named: string): string => {
  const address = named.includes('://') ? named : `http://${named}`;
  return URL.canParse(address) ? new URL(address).hostname : named;
};
