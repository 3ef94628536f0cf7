import { describe, expect, it } from 'vitest';
import { drawing } from '@/features/analytics/components/drawing';
import type { Column, ReadyReport } from '@/features/analytics/types/ready-report';

function drawn(columns: [string, Column['type']][], ...items: ReadyReport['items']) {
  const report: ReadyReport = {
    name: 'x',
    from: '2026-01-01',
    to: '2026-01-03',
    columns: columns.map(([name, type]) => ({ name, type, description: '' })),
    items,
  };
  return drawing(report, (word) => word.replaceAll('_', ' '));
}

describe('what is drawn of a report', () => {
  it('is a line for each column of numbers, but for those that are 0 all along', () => {
    const { ticks, lines, bars } = drawn(
      [
        ['day', 'day'],
        ['team', 'count'],
        ['game', 'count'],
      ],
      { day: '2026-01-01', team: 2, game: 0 },
      { day: '2026-01-02', team: 3, game: 0 },
    );
    expect(ticks).toEqual(['2026-01-01', '2026-01-02']);
    expect(lines).toEqual([{ name: 'team', values: [2, 3] }]);
    expect(bars).toBe(false);
  });

  it('is a line for each kind, with gaps where a day has none', () => {
    const { lines } = drawn(
      [
        ['day', 'day'],
        ['kind', 'label'],
        ['p50_seconds', 'seconds'],
        ['decided', 'count'],
      ],
      { day: '2026-01-01', kind: 'play', p50_seconds: 60, decided: 1 },
      { day: '2026-01-02', kind: 'conduct', p50_seconds: 30, decided: 2 },
    );
    expect(lines).toEqual([
      { name: 'play p50 seconds', values: [60, null] },
      { name: 'conduct p50 seconds', values: [null, 30] },
    ]);
  });

  it('is a bar for each person', () => {
    const { ticks, lines, bars } = drawn(
      [
        ['reporter', 'person'],
        ['decided', 'count'],
        ['accuracy', 'share'],
      ],
      { reporter: 'q8Wk', decided: 4, accuracy: 0.5 },
    );
    expect({ ticks, lines, bars }).toEqual({
      ticks: ['q8Wk'],
      lines: [{ name: 'accuracy', values: [0.5] }],
      bars: true,
    });
  });
});
