import { Autocomplete } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { folderWords } from '../../choose/folder-words.ts';
import { useFolders } from '../../choose/use-folders.ts';
import { useWords } from '../../words/words.ts';

interface FolderInputProps {
  value: string | null;
  onChange: (folder: string | null) => void;
  /** Error of the last saving. */
  error: unknown;
}

/** The folder of a template: an existing one, or the name of a new one. */
export function FolderInput({ value, onChange, error }: FolderInputProps) {
  const w = useWords(folderWords);
  const folders = useFolders();
  const isThere = value !== null && folders.includes(value);
  return (
    <Autocomplete
      label={w.folder}
      description={w.hint}
      placeholder={w.noFolder}
      maxLength={120}
      clearable
      // An existing folder in the field is no search: offer all of them.
      data={folders}
      {...(isThere ? { filter: ({ options }) => options } : {})}
      value={value ?? ''}
      onChange={(folder) => onChange(folder.trim() === '' ? null : folder)}
      error={faultOf(error, '/folder')}
    />
  );
}
