/** The path waits in a cookie. This is longer than any address of the console. */
const LONGEST = 1_000;
const HERE = 'https://here.invalid';
/** The parameters that an unsuccessful sign-in adds to the address. */
const OF_SIGN_IN = ['signin', 'creditors'];

/**
 * Where a browser goes once it is signed in: a path of this site with its query, but none of the API; `/` for anything
 * else. Read as browsers do: for them `\` is a slash, and `//host` and `/.//host` lead to another site.
 */
export function returnPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > LONGEST || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const url = new URL(asked, HERE);
  const isHere = url.origin === HERE && !url.pathname.startsWith('//');
  if (!isHere || /^\/v1(\/|$)/i.test(url.pathname)) return '/';
  for (const name of OF_SIGN_IN) url.searchParams.delete(name);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** A path of this site with the result of the sign-in in its query, for the page to show. */
export function pathSaying(path: string, said: Record<string, string>): string {
  const url = new URL(path, HERE);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
