import { Input, Skeleton } from '@mantine/core';
import { lazy, type ReactNode } from 'react';
import { OnDemand } from '../states/on-demand.tsx';

// The editor is heavy: whoever shows this component loads it then, and no page that does not.
const TiptapEditor = lazy(async () => ({ default: (await import('./tiptap-editor.tsx')).TiptapEditor }));

export interface RichTextEditorProps {
  /** Above the text, and its accessible name. */
  label: string;
  /** HTML of what the API takes: p, h2, h3, ul, ol, li, br, a, strong, em, u, and span with a colour. */
  value: string;
  /** Called with the HTML while somebody writes; an empty text is `''`. */
  onChange: (html: string) => void;
  /** Offers the #tags of templates after a #, and shows those that are none. */
  tags?: boolean;
  error?: ReactNode;
  description?: ReactNode;
  isReadOnly?: boolean;
  minHeight?: number;
}

/** A text with headings, lists, links and colours, as letters and mails have it. Another `value` from outside replaces what is there. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { label, error, description, minHeight = 220 } = props;
  return (
    <Input.Wrapper label={label} error={error} description={description} labelElement="div" size="sm">
      <OnDemand meanwhile={<Skeleton height={minHeight + 40} radius="sm" aria-busy="true" />}>
        <TiptapEditor {...props} minHeight={minHeight} />
      </OnDemand>
    </Input.Wrapper>
  );
}
