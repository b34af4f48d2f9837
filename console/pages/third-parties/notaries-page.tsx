import { ThirdParties } from './third-parties.tsx';

/** Notaries, ranked by what is overdue in their files. */
export function NotariesPage() {
  return <ThirdParties key="notary" role="notary" />;
}
