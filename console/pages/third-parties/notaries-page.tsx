import { ThirdParties } from './third-parties.tsx';

/** Notaries, those with the most unpaid files first. */
export function NotariesPage() {
  return <ThirdParties key="notary" role="notary" />;
}
