import type { ReminderContent, TemplateText } from '../domain/reminder-content.ts';
export interface RenderedEmail { subject: string; html: string; text: string }
/** @throws UnknownTagError */
export async function renderEmail(template: TemplateText, content: ReminderContent): Promise<RenderedEmail> {
  return { subject: template.subject, html: template.bodyHtml, text: content.today };
}
