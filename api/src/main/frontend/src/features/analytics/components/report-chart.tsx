import { useEffect, useMemo, useRef, useState } from 'react';
import { drawing } from '@/features/analytics/components/drawing';
import { colour, isDashed, plot, type Plotted } from '@/features/analytics/components/plot';
import styles from '@/features/analytics/components/report-chart.module.css';
import { useColumnName } from '@/features/analytics/hooks/use-column-name';
import type { ReadyReport } from '@/features/analytics/types/ready-report';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** A report as a picture; its lines can be hidden one by one. The table beside it says the same. */
export function ReportChart({ report }: { report: ReadyReport }) {
  const { analytics } = useStaffTexts();
  const nameOf = useColumnName();
  const place = useRef<HTMLDivElement>(null);
  const plotted = useRef<Plotted>(undefined);
  const drawn = useMemo(() => drawing(report, nameOf), [report, nameOf]);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  useEffect(() => {
    if (place.current === null) return;
    const current = plot(place.current, drawn);
    plotted.current = current;
    return () => current.remove();
  }, [drawn]);
  useEffect(() => {
    drawn.lines.forEach(({ name }, index) => plotted.current?.show(index, !hidden.includes(name)));
  }, [drawn, hidden]);
  const texts = analytics.report;
  return (
    <div className={styles['chart']}>
      <fieldset className={styles['legend']}>
        <legend className="visually-hidden">{texts.lines}</legend>
        {drawn.lines.map(({ name }, index) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!hidden.includes(name)}
              onChange={(event) =>
                setHidden(event.target.checked ? hidden.filter((each) => each !== name) : [...hidden, name])
              }
            />
            <span className={keyOf(index)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div ref={place} className={styles['picture']} role="img" aria-label={texts.same} />
    </div>
  );
}

function keyOf(index: number): string {
  const names = [styles['key'], styles[`line${String(colour(index))}`]];
  return [...names, isDashed(index) ? styles['dashed'] : undefined].filter(Boolean).join(' ');
}
