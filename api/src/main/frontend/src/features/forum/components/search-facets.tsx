import { X } from 'lucide-react';
import { Link } from 'react-router';
import { useCategoryName } from '@/features/forum/api/get-categories';
import styles from '@/features/forum/components/search-page.module.css';
import { type Facets, searchAddress, type Wanted } from '@/features/forum/types/search';
import { useTexts } from '@/lib/texts/texts';

interface SearchFacetsProps {
  facets: Facets;
  wanted: Wanted;
}

/** In which categories, and by whom, most of it is: each leads to what is found there, or back. */
export function SearchFacets({ facets, wanted }: SearchFacetsProps) {
  const { forum } = useTexts();
  const nameOf = useCategoryName();
  return (
    <div className={styles['facets']}>
      <Facet
        title={forum.search.byCategory}
        chosen={wanted.category}
        values={facets.categories.map(({ category, count }) => ({
          value: category,
          name: nameOf(category),
          count,
        }))}
        nameOf={nameOf}
        to={(category) => searchAddress({ ...wanted, category })}
      />
      <Facet
        title={forum.search.byAuthor}
        chosen={wanted.author}
        values={facets.authors.map(({ author: { username }, count }) => ({
          value: username,
          name: username,
          count,
        }))}
        nameOf={(username) => username}
        to={(author) => searchAddress({ ...wanted, author })}
      />
    </div>
  );
}

interface FacetProps {
  title: string;
  /** the value that is asked for; empty for all */
  chosen: string;
  values: readonly { value: string; name: string; count: number }[];
  nameOf: (value: string) => string;
  to: (value: string) => string;
}

function Facet({ title, chosen, values, nameOf, to }: FacetProps) {
  const { forum } = useTexts();
  if (values.length === 0 && chosen === '') return null;
  return (
    <div className={styles['facet']}>
      <h2 className={styles['facetTitle']}>{title}</h2>
      {chosen === '' ? (
        values.map(({ value, name, count }) => (
          <Link
            key={value}
            to={to(value)}
            className={styles['value']}
            aria-label={forum.search.only(name, count)}
          >
            {name} <span className={styles['count']}>{count}</span>
          </Link>
        ))
      ) : (
        <Link to={to('')} className={styles['chosen']} aria-label={forum.search.without(nameOf(chosen))}>
          {nameOf(chosen)}
          <X size={14} aria-hidden />
        </Link>
      )}
    </div>
  );
}
