import { Input, Skeleton } from '@mantine/core';
import { lazy, type ReactNode } from 'react';
import { OnDemand } from '../states/on-demand.tsx';

// The editor is large: it is loaded with the first component that shows it.
const TiptapEditor = lazy(async () => ({ default: (await import('./tiptap-editor.tsx')).TiptapEditor }));

export interface RichTextEditorProps {
  /** Heading above the text, and its accessible name. */
  label: string;
  /**
   * HTML with the elements that the API accepts: p, h2, h3, ul, ol, li, br, a, strong, em, u, and span with a colour.
   */
  value: string;
  /** Called with the HTML while the user writes. An empty text is `''`. */
  onChange: (html: string) => void;
  /** Offers the #tags of templates after a #, and marks unknown tags. */
  tags?: boolean;
  error?: ReactNode;
  description?: ReactNode;
  isReadOnly?: boolean;
  minHeight?: number;
}

/**
 * A text with headings, lists, links and colours, as in letters and e-mails. A new `value` from outside replaces the
 * content.
 */
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
