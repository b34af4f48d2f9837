export interface Route {
  method: string;
  path: string;
}

/**
 * The route that a path in a test leads to; the path may begin after `/v1` or after an invoice's id. Null when there is
 * none.
 */
export function routeOf(method: string, path: string, known: readonly Route[]): string | null {
  const bare = path.replace(/\?.*$/, '').replace(/\{\}$/, (end) => (path.includes('?') ? '' : end));
  for (const whole of [`/v1${bare}`, `/v1/invoices/{}${bare}`]) {
    const route = known.find((one) => one.method === method && fits(one.path, whole));
    if (route) return `${route.method} ${route.path}`;
  }
  return null;
}

/** Compares segment by segment: an inserted value fits a parameter, a written segment fits only itself. */
function fits(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return false;
  return wanted.every((segment, index) => {
    const written = given[index]!;
    if (segment === written) return true;
    const isParameter = /^\{[a-z_]+\}/.test(segment);
    return isParameter && written.startsWith('{}') && segment.replace(/^\{[a-z_]+\}/, '') === written.slice(2);
  });
}
