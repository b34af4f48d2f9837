import { Select, Text } from '@mantine/core';
import { folderWords } from '../../choose/folder-words.ts';
import { useFolders } from '../../choose/use-folders.ts';
import { CUSTOMER_KINDS, TEMPLATE_KINDS } from '../../level/kinds.ts';
import { customerWord, kindWord } from '../../level/level.ts';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { useFilterChoice } from '../../table/use-filter-choice.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { templatesWords } from './templates-words.ts';

const LEVELS = ['0', '1', '2', '3'];

/** The filters above the list of templates, and how many there are. */
export function TemplateFilters({ counted }: { counted: string }) {
  const w = useWords(templatesWords);
  const { language } = useLanguage();
  const { folder } = useWords(folderWords);
  const folders = useFolders();
  const filter = useFilterChoice();
  const choice = (name: string, label: string, data: { value: string; label: string }[]) => ({
    ...filter(name, label),
    w: 150,
    data,
  });
  return (
    <FilterBar>
      <FilterText label={w.text} w={220} />
      <Select
        {...choice(
          'kind',
          w.kind,
          TEMPLATE_KINDS.map((kind) => ({ value: kind, label: kindWord(kind, language) })),
        )}
      />
      <Select
        {...choice(
          'level',
          w.level,
          LEVELS.map((level) => ({ value: level, label: `R${level}` })),
        )}
      />
      <Select
        {...choice(
          'folder',
          folder,
          folders.map((name) => ({ value: name, label: name })),
        )}
      />
      <Select
        {...choice('language', w.language, [
          { value: 'fr', label: w.fr },
          { value: 'en', label: w.en },
        ])}
      />
      <Select
        {...choice(
          'debtor_kind',
          w.debtor,
          CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) })),
        )}
      />
      <Text c="dimmed" ml="auto" className="figures">
        {counted}
      </Text>
    </FilterBar>
  );
}
