import { Autocomplete } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { folderWords } from '../../choose/folder-words.ts';
import { useFolders } from '../../choose/use-folders.ts';
import { useWords } from '../../words/words.ts';

interface FolderInputProps {
  value: string | null;
  onChange: (folder: string | null) => void;
  /** What the saving answered. */
  error: unknown;
}

/** In which folder a template stands: one that is there, or a new one that is typed. */
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
      // One that is chosen already is no search: all are offered in its place.
      data={folders}
      {...(isThere ? { filter: ({ options }) => options } : {})}
      value={value ?? ''}
      onChange={(folder) => onChange(folder.trim() === '' ? null : folder)}
      error={faultOf(error, '/folder')}
    />
  );
}
