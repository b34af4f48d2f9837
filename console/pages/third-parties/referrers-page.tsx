import { ThirdParties } from './third-parties.tsx';

/** Referrers, ranked by what is overdue in their files. */
export function ReferrersPage() {
  return <ThirdParties key="referrer" role="referrer" />;
}
