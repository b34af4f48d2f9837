import type { ReactNode } from 'react';
import { useSession } from '../../frame/session.ts';
import { Empty } from '../../states/empty.tsx';
import { useWords } from '../../words/words.ts';
import { settingsWords } from './settings-words.ts';

/** Content for admins only. Others are told whom to ask. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const w = useWords(settingsWords);
  const { isAdmin } = useSession();
  return isAdmin ? children : <Empty title={w.adminsOnly} hint={w.adminsOnlyHint} />;
}
