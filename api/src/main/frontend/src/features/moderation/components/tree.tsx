import styles from '@/features/moderation/components/timeline-page.module.css';

/** What JSON says, by its names; what is empty is shown as such. */
export function Tree({ value }: { value: object }) {
  return (
    <dl className={styles['tree']}>
      {Object.entries(value).map(([name, each]: [string, unknown]) => (
        <Branch key={name} name={name} value={each} />
      ))}
    </dl>
  );
}

function Branch({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <dt>{name.replaceAll('_', ' ')}</dt>
      <dd>
        <Leaf value={value} />
      </dd>
    </>
  );
}

function Leaf({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) {
    if (value.length === 0) return '–';
    return value.every((each) => typeof each !== 'object') ? value.join(', ') : <Tree value={value} />;
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.keys(value).length === 0 ? '–' : <Tree value={value} />;
}
