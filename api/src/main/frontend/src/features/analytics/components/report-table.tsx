import styles from '@/features/analytics/components/operations.module.css';
import { useColumnName } from '@/features/analytics/hooks/use-column-name';
import type { Cell, Column, ReadyReport } from '@/features/analytics/types/ready-report';
import { count, share } from '@/lib/numbers';
import { span } from '@/lib/spans';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

const NUMBERS: readonly Column['type'][] = ['count', 'seconds', 'share'];

/** The numbers of a report. */
export function ReportTable({ report }: { report: ReadyReport }) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const nameOf = useColumnName();
  const look = (column: Column) => (NUMBERS.includes(column.type) ? styles['number'] : undefined);
  return (
    // it scrolls, so the keyboard must come to it
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} role="region" aria-label={analytics.report.table} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {report.columns.map((column) => (
              <th key={column.name} scope="col" title={column.description} className={look(column)}>
                {nameOf(column.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.items.map((item, index) => (
            <tr key={index}>
              {report.columns.map((column) => (
                <td key={column.name} className={look(column)}>
                  {column.type === 'label'
                    ? nameOf(String(item[column.name]))
                    : inWords(item[column.name] ?? null, column, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inWords(value: Cell, column: Column, language: string): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (column.type === 'share') return share(value, language);
  return column.type === 'seconds' ? span(value, language) : count(value, language);
}
