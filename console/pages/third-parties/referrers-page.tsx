import { ThirdParties } from './third-parties.tsx';

/** Referrers, those with the most unpaid files first. */
export function ReferrersPage() {
  return <ThirdParties key="referrer" role="referrer" />;
}
