import { useState } from 'react';
import { Page } from '@/components/layout/page';
import { Choice, TextField } from '@/components/ui/field';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { Button } from '@/components/ui/button';
import { type CaseFilter, useCases, useStatistics } from '@/features/moderation/api/get-cases';
import { CaseRow } from '@/features/moderation/components/case-row';
import styles from '@/features/moderation/components/queue-page.module.css';
import { CASE_STATUSES } from '@/features/moderation/types/case';
import { REPORT_TYPES } from '@/features/moderation/types/report';
import { span } from '@/lib/spans';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

const EVERYTHING: CaseFilter = { status: 'pending', type: '', sort: 'score', reportedUser: '' };

/** The cases that wait for a moderator, or were decided. */
export function QueuePage() {
  const { moderation, common } = useStaffTexts();
  const [filter, setFilter] = useState(EVERYTHING);
  const cases = useCases(filter);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={moderation.queue} actions={<Counts />} wide>
      <Filters filter={filter} onChange={setFilter} />
      {cases.isPending && <Loading />}
      {cases.isError && <Failure error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isSuccess && items.length === 0 && <Empty>{moderation.queueEmpty}</Empty>}
      {items.length > 0 && (
        <ul className={styles['list']}>
          {items.map((each) => (
            <li key={each.id}>
              <CaseRow summary={each} />
            </li>
          ))}
        </ul>
      )}
      {cases.hasNextPage && (
        <Button disabled={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </Page>
  );
}

interface FiltersProps {
  filter: CaseFilter;
  onChange: (filter: CaseFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { moderation } = useStaffTexts();
  const [person, setPerson] = useState(filter.reportedUser);
  const texts = moderation.filter;
  return (
    <form
      role="search"
      className={styles['filters']}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...filter, reportedUser: person.trim() });
      }}
    >
      <Choice
        label={texts.status}
        value={filter.status}
        options={CASE_STATUSES.map((status) => [status, moderation.statuses[status]] as const)}
        onChoose={(status) => onChange({ ...filter, status })}
      />
      <Choice
        label={texts.type}
        value={filter.type}
        options={[
          ['', texts.anyType],
          ...REPORT_TYPES.map((type) => [type, moderation.reportTypes[type]] as const),
        ]}
        onChoose={(type) => onChange({ ...filter, type })}
      />
      <Choice
        label={texts.sort}
        value={filter.sort}
        options={[
          ['score', texts.score],
          ['age', texts.age],
        ]}
        onChoose={(sort) => onChange({ ...filter, sort })}
      />
      <TextField
        label={texts.person}
        placeholder={texts.hint}
        type="search"
        value={person}
        onChange={(event) => {
          setPerson(event.target.value);
          if (event.target.value === '') onChange({ ...filter, reportedUser: '' });
        }}
      />
    </form>
  );
}

/** How much there is to do. */
function Counts() {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const { data } = useStatistics();
  if (data === undefined) return null;
  const median = data.decided.median_seconds_to_decision;
  return (
    <p className={styles['counts']}>
      {moderation.waiting(data.pending.total)}
      {typeof median === 'number' && ` · ${moderation.median(span(median, language))}`}
    </p>
  );
}
