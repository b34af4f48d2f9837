import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Names that nobody can register: this machine's, a container's host, a cluster's services, a home network. */
const UNREGISTRABLE = /\.(?:localhost|internal|local|home\.arpa)$/;

/**
 * Whether a `Host` header names this machine in a way that no other site can: by number, by a name without a dot or under a
 * domain that nobody can register, by the machine's own name, or by a name in the settings. Otherwise a site whose name
 * resolves to this machine for a moment (DNS rebinding) could read our answers as its own. A request without the header
 * does not come from a browser.
 *
 * @param known hosts without ports; of an address its host is used.
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

/** Whether a host, in brackets or not, is a loopback name or address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** Whether two addresses are of the same server; all loopback names count as the same host. Paths are ignored. */
export function isSameServer(one: string, other: string): boolean {
  const [first, second] = [new URL(one), new URL(other)];
  const isHere = isLoopback(first.hostname) && isLoopback(second.hostname);
  return first.port === second.port && (isHere || first.hostname === second.hostname);
}

const hostOf = (named: string): string => {
  const address = named.includes('://') ? named : `http://${named}`;
  return URL.canParse(address) ? new URL(address).hostname : named;
};
