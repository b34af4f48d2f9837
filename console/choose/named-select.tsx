import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

interface Named {
  id: string;
  name: string;
}

export interface ChooseProps extends Pick<
  SelectProps,
  | 'label'
  | 'placeholder'
  | 'description'
  | 'error'
  | 'w'
  | 'flex'
  | 'size'
  | 'required'
  | 'clearable'
  | 'disabled'
  | 'aria-label'
  | 'comboboxProps'
> {
  value: string | null | undefined;
  onChange: (id: string | null) => void;
}

interface NamedSelectProps extends ChooseProps {
  /** An extra choice, offered before all others. */
  first?: { value: string; label: string } | undefined;
  queryKey: readonly unknown[];
  read: () => Promise<Named[]>;
}

/** Chooses a person, a scenario or a group by name, from the whole list. */
export function NamedSelect({ queryKey, read, first, value, onChange, ...select }: NamedSelectProps) {
  const { data = [] } = useQuery({ queryKey, queryFn: read, staleTime: 30_000, refetchInterval: 60_000 });
  return (
    <Select
      searchable
      clearable
      data={[...(first ? [first] : []), ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? null}
      onChange={onChange}
      {...select}
    />
  );
}
