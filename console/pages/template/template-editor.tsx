import { Anchor, Button, Grid, Stack } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { SaveBar } from '../../states/save-bar.tsx';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useGoingOn } from '../../states/use-going-on.ts';
import { useWords } from '../../words/words.ts';
import { RemoveTemplateDialog } from '../templates/remove-template-dialog.tsx';
import { FolderInput } from './folder-input.tsx';
import type { StoredTemplate } from './save-template.ts';
import { draftOf, type TemplateDraft } from './template-draft.ts';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { templateWords } from './template-words.ts';
import { TextFields } from './text-fields.tsx';
import { TextTabs } from './text-tabs.tsx';
import { useTemplateSaving } from './use-template-saving.ts';

interface TemplateEditorProps {
  /** Null for a new template. */
  stored: StoredTemplate | null;
  saved: Saved<TemplateDraft>;
  /** The initial values of a new template. */
  begun: TemplateDraft | null;
  madeHere: (id: string) => void;
}

/** The texts on the left, their preview on the right. */
export function TemplateEditor({ begun, madeHere, ...page }: TemplateEditorProps) {
  const w = useWords(templateWords);
  const navigate = useNavigate();
  // Also set when the template was created but one of its texts was refused. Saving continues from there, with
  // everything typed.
  const { made, setMade, path, goOn } = useGoingOn<StoredTemplate['data']>((id) => `/modeles/${id}`, madeHere);
  const stored = page.stored ?? made;
  const saved = useMemo(
    () => (made && !page.stored ? { value: draftOf(made.data), etag: made.etag } : page.saved),
    [made, page.stored, page.saved],
  );
  const draft = useDraft(saved);
  const [open, setOpen] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const { set } = draft;
  useEffect(() => {
    if (begun) set(begun);
    // Only once: later input must stay.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const { texts } = draft.value;
  const saving = useTemplateSaving({
    stored,
    draft,
    openText: setOpen,
    onHalfMade: setMade,
    onMadeHere: page.stored ? () => undefined : goOn,
  });
  const { firstKeyOf } = saving;
  const text = texts.find(({ key }) => firstKeyOf(key) === open) ?? texts[0];
  if (!text) return null;
  const change = (part: Partial<typeof text>) =>
    set({ texts: texts.map((one) => (one.key === text.key ? { ...one, ...part } : one)) });
  const isComplete = draft.value.name.trim() !== '' && texts.every((one) => one.subject.trim() && one.body_html);
  return (
    <Page
      title={stored ? draft.value.name || w.title : w.newTitle}
      actions={
        <>
          <Anchor component={Link} to="/modeles" size="sm">
            {w.back}
          </Anchor>
          {stored && (
            <Button variant="default" onClick={() => setRemoving(true)}>
              {w.remove}
            </Button>
          )}
        </>
      }
    >
      <Grid gap="lg" px={16}>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="sm">
            <TemplateFields value={draft.value} set={set} error={saving.error} />
            <FolderInput value={draft.value.folder} onChange={(folder) => set({ folder })} error={saving.error} />
            <TextTabs draft={draft.value} set={set} openKey={text.key} open={(key) => setOpen(firstKeyOf(key))} />
            <TextFields
              key={firstKeyOf(text.key)}
              text={text}
              isFirst={text === texts[0]}
              change={change}
              remove={() => set({ texts: texts.filter(({ key }) => key !== text.key) })}
              error={saving.failedText === firstKeyOf(text.key) ? saving.error : null}
            />
            <SaveBar
              draft={draft}
              saved={saved}
              save={() => saving.save()}
              isSaving={saving.isPending}
              error={saving.error}
              label={stored ? w.save : w.create}
              note={isComplete ? null : w.incomplete}
              staysAt={path}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <TemplatePreview text={text} texts={texts} level={draft.value.level} />
        </Grid.Col>
      </Grid>
      {stored && isRemoving && (
        <RemoveTemplateDialog
          template={stored.data}
          close={() => setRemoving(false)}
          onRemoved={() => void navigate('/modeles')}
        />
      )}
    </Page>
  );
}
