import { api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import { type Criteria, newCriterion } from './criteria.ts';

export type CustomerGroup = Schema<'Group'>;

/** A group as typed. */
export interface GroupDraft {
  name: string;
  priority: number;
  criteria: Criteria;
  scenario_id: string | null;
  collector_id: string | null;
}

export const draftOf = ({ name, priority, criteria, scenario_id, collector_id }: CustomerGroup): GroupDraft => ({
  name,
  priority,
  criteria: criteria as unknown as Criteria,
  scenario_id,
  collector_id,
});

export const emptyDraft = (priority: number): GroupDraft => ({
  name: '',
  priority,
  criteria: { all: [newCriterion()] },
  scenario_id: null,
  collector_id: null,
});

export const readGroup = (id: string) => versionedAnswerOf(api.GET('/v1/groups/{id}', { params: { path: { id } } }));

/** Creates the group, or saves it with the ETag of the version that was read. */
export const storeGroup = (id: string | null, etag: string, draft: GroupDraft) => {
  const body = { ...draft, criteria: draft.criteria as unknown as Record<string, never> };
  return versionedAnswerOf(
    id === null
      ? api.POST('/v1/groups', { body })
      : api.PATCH('/v1/groups/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }),
  );
};
