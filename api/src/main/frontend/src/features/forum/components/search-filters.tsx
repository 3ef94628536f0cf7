import { useNavigate } from 'react-router';
import styles from '@/features/forum/components/search-page.module.css';
import { searchAddress, SORTS, type Wanted } from '@/features/forum/types/search';
import { Choice, TextField } from '@/components/ui/field';
import { useTexts } from '@/lib/texts/texts';

/** In which order, and from which days. */
export function SearchFilters({ wanted }: { wanted: Wanted }) {
  const { forum } = useTexts();
  const navigate = useNavigate();
  const change = (changed: Partial<Wanted>) =>
    void navigate(searchAddress({ ...wanted, ...changed }), { replace: true });
  return (
    <div className={styles['filters']} role="group" aria-label={forum.search.filters}>
      <Choice
        label={forum.search.sort}
        value={wanted.sort}
        options={SORTS.map((sort) => [sort, forum.search.sorts[sort]] as const)}
        onChoose={(sort) => change({ sort })}
      />
      <TextField
        label={forum.search.after}
        type="date"
        value={wanted.after}
        max={wanted.before === '' ? undefined : wanted.before}
        onChange={(event) => change({ after: event.target.value })}
      />
      <TextField
        label={forum.search.before}
        type="date"
        value={wanted.before}
        min={wanted.after === '' ? undefined : wanted.after}
        onChange={(event) => change({ before: event.target.value })}
      />
    </div>
  );
}
