import type { TemplatePurpose } from '../../../domain/messages/template-purposes.ts';
import { invalidField } from '../../frame/problem.ts';

interface Purposed {
  kind: string;
  level: number | null;
  purpose: TemplatePurpose | null;
}

/** Throws a 422 for a purpose that does not fit the template's kind or its level. */
export function refusePurpose({ kind, level, purpose }: Purposed): void {
  if (purpose === null) return;
  if (level !== null) throw unfit('A template of a level is a reminder and has no purpose.', 'Leave one of them out.');
  if (kind === 'statement') throw unfit('A statement has no purpose.', 'Leave it out.');
  if (purpose === 'internal' && kind === 'sms')
    throw unfit('Colleagues are written to by mail, not by SMS.', 'Choose another purpose, or a mail.');
}

const unfit = (detail: string, fix: string) => invalidField('unfit_purpose', '/purpose', detail, fix);
