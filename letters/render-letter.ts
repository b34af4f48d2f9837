import type { ReminderContent, TemplateText } from '../domain/reminder-content.ts';
/** @throws UnknownTagError */
export async function renderLetter(template: TemplateText, content: ReminderContent): Promise<Uint8Array> {
  return new TextEncoder().encode(template.subject + content.today);
}
