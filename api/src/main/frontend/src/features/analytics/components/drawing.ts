import type { Column, ReadyReport } from '@/features/analytics/types/ready-report';

const TIMES: readonly Column['type'][] = ['day', 'week', 'month'];

export interface Line {
  name: string;
  /** one for each tick; null where there is none */
  values: (number | null)[];
}

export interface Drawing {
  /** days, weeks or months; or people */
  ticks: string[];
  bars: boolean;
  lines: Line[];
}

type Row = ReadyReport['items'][number];

/**
 * What of a report is drawn: a line for each column of numbers that are of one type, and for each kind where rows have
 * kinds, but for lines that are 0 all along; or, where rows are of people, one bar for each.
 *
 * @param nameOf what a column or kind is called
 */
export function drawing({ columns, items }: ReadyReport, nameOf: (word: string) => string): Drawing {
  const [first] = columns;
  const numbers = measures(columns);
  if (first === undefined || numbers[0] === undefined) return { ticks: [], bars: false, lines: [] };
  const ticks = [...new Set(items.map((item) => String(item[first.name])))];
  if (!TIMES.includes(first.type)) {
    const { name } = numbers[0];
    return {
      ticks,
      bars: true,
      lines: [{ name: nameOf(name), values: items.map((item) => number(item, name)) }],
    };
  }
  const label = columns.find((column) => column.type === 'label')?.name;
  const kinds = label === undefined ? [undefined] : [...new Set(items.map((item) => String(item[label])))];
  const lines = kinds.flatMap((kind) => {
    const rows = items.filter((item) => label === undefined || String(item[label]) === kind);
    return numbers.map(({ name }) => ({
      name: [kind, name]
        .filter((word) => word !== undefined)
        .map(nameOf)
        .join(' '),
      values: valuesOf(rows, first.name, name, ticks),
    }));
  });
  const some = lines.filter(({ values }) => values.some((value) => value !== null && value !== 0));
  return { ticks, bars: false, lines: some.length > 0 ? some : lines };
}

function valuesOf(rows: Row[], tick: string, name: string, ticks: string[]): Line['values'] {
  const found = new Map(rows.map((row) => [String(row[tick]), number(row, name)]));
  return ticks.map((each) => found.get(each) ?? null);
}

/** The columns of numbers that go into one picture. */
function measures(columns: readonly Column[]): Column[] {
  const ofType = (type: Column['type']) => columns.filter((column) => column.type === type);
  return [ofType('share'), ofType('seconds'), ofType('count')].find((some) => some.length > 0) ?? [];
}

function number(row: Row, name: string): number | null {
  const value = row[name];
  return typeof value === 'number' ? value : null;
}
