import { answerOf, api, type Schema } from '../../api/client.ts';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { useWords } from '../../words/words.ts';
import { templatesWords } from './templates-words.ts';

interface RemoveTemplateDialogProps {
  template: Schema<'Template'>;
  close: () => void;
  onRemoved?: () => void;
}

/** Deletes a template, or says why it cannot be deleted. */
export function RemoveTemplateDialog({ template, close, onRemoved }: RemoveTemplateDialogProps) {
  const w = useWords(templatesWords);
  return (
    <RemoveDialog
      title={w.removeTitle}
      text={w.removeText(template.name)}
      button={w.removeButton}
      done={w.removed(template.name)}
      refused={{ in_use: w.inUse }}
      run={() => answerOf(api.DELETE('/v1/templates/{id}', { params: { path: { id: template.id } } }))}
      close={close}
      {...(onRemoved ? { onRemoved } : {})}
    />
  );
}
