import { type Channel, isFormalNoticeLevel } from './step.ts';

/**
 * Warnings for the author of a scenario, as French sentences. A mail or an SMS of level 3 does not prove a formal
 * notice: whatever its text says, no interest of a consumer is counted from it (C. civ. 1231-6, 1344-1).
 */
export function ladderWarnings(steps: readonly { level: number; kind: Channel }[]): string[] {
  const notices = steps.filter(({ level }) => isFormalNoticeLevel(level));
  const isWritten = notices.some(({ kind }) => kind === 'email' || kind === 'sms');
  if (!isWritten || notices.some(({ kind }) => kind === 'letter')) return [];
  return [
    'Ce scénario n’a pas de lettre de niveau 3\u00a0: un courriel ou un SMS n’y compte pas comme une mise en demeure, et les intérêts d’un particulier ne courent pas. Ajoutez une lettre recommandée de ce niveau.',
  ];
}
