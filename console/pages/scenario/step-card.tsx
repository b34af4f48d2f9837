import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { templateQuery } from '../../choose/template-select.tsx';
import { dayMark, dayWords, type Step } from '../../ladder/step.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { colourOfLevel, kindWord, letterWord, modeWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import classes from './ladder.module.css';
import { scenarioWords } from './scenario-words.ts';
import { StepForm } from './step-form.tsx';

interface StepCardProps {
  step: Step;
  position: number;
  isFirst: boolean;
  isLast: boolean;
  isOpen: boolean;
  toggle: () => void;
  change: (step: Step) => void;
  moveBy: (by: number) => void;
  remove: () => void;
  error: unknown;
}

/** One step: its level, its day and what is sent, in words, and its fields when it is open. */
export function StepCard({
  step,
  position,
  isFirst,
  isLast,
  isOpen,
  toggle,
  change,
  moveBy,
  remove,
  error,
}: StepCardProps) {
  const w = useWords(scenarioWords);
  const { language } = useLanguage();
  return (
    <li className={classes.step} aria-label={w.stepName(position)}>
      <span className={classes.rung} style={{ color: colourOfLevel(step.level) }} aria-hidden />
      <div className={classes.card}>
        <div className={classes.line}>
          <LevelBadge level={step.level} />
          <span className={classes.day}>{dayMark(step, language)}</span>
          <div className={classes.said}>
            <Text>{dayWords(step, language)}</Text>
            <Text size="xs" c="dimmed">
              {useStepWords(step)}
            </Text>
          </div>
          <Group gap={0} wrap="nowrap">
            <StepButton label={w.up(position)} onClick={() => moveBy(-1)} isOff={isFirst} icon={IconArrowUp} />
            <StepButton label={w.down(position)} onClick={() => moveBy(1)} isOff={isLast} icon={IconArrowDown} />
            <StepButton label={w.remove(position)} onClick={remove} isOff={isFirst && isLast} icon={IconTrash} />
            <StepButton
              label={isOpen ? w.close(position) : w.edit(position)}
              onClick={toggle}
              icon={isOpen ? IconChevronUp : IconPencil}
            />
          </Group>
        </div>
        {isOpen && (
          <div className={classes.form}>
            <StepForm step={step} isFirst={isFirst} change={change} error={error} pointer={`/steps/${position - 1}`} />
          </div>
        )}
      </div>
    </li>
  );
}

/** « courrier (lettre simple) · à confirmer · modèle « Relance R1 » » */
function useStepWords(step: Step): string {
  const { kind, letter_kind: letter, mode, template_id: templateId, level, may_precede_due: mayPrecedeDue } = step;
  const w = useWords(scenarioWords);
  const { language } = useLanguage();
  const { data } = useQuery({ ...templateQuery(templateId ?? ''), enabled: templateId !== null });
  const name = templateId ? data?.name : undefined;
  const hasText = kind !== 'call' && kind !== 'task';
  return [
    ...(level === 0 ? [w.preventive] : mayPrecedeDue ? [w.beforeDue] : []),
    letter && kind === 'letter' ? letterWord(letter, language) : kindWord(kind, language),
    modeWord(mode, language),
    ...(hasText ? [name ? w.withTemplate(name) : templateId ? '…' : w.noTemplate] : []),
  ].join(' · ');
}

interface StepButtonProps {
  label: string;
  onClick: () => void;
  icon: typeof IconTrash;
  isOff?: boolean;
}

function StepButton({ label, onClick, icon: Icon, isOff = false }: StepButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick} disabled={isOff}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
