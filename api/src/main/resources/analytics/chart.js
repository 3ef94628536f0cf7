import uPlot from '/analytics/uplot/uPlot.esm.js';

const HEIGHT = 320;
const COLOURS = 7;
const TIMES = ['day', 'week', 'month'];

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The number, from 1, of the colour of a line; where colours come again the line is dashed. */
export const colour = (index) => (index % COLOURS) + 1;
export const dashed = (index) => index >= COLOURS;

/**
 * What of a report is drawn: a line for each column of numbers that are of one type, and for each kind where rows have
 * kinds, but for lines that are 0 all along; or, where rows are of people, one bar for each.
 */
export function drawing(report) {
  const [first] = report.columns;
  const label = report.columns.find((column) => column.type === 'label');
  const ofType = (type) => report.columns.filter((column) => column.type === type);
  const numbers = [ofType('share'), ofType('seconds'), ofType('count')].find((columns) => columns.length > 0);
  const ticks = [...new Set(report.items.map((item) => item[first.name]))];
  if (!TIMES.includes(first.type)) {
    const [{ name }] = numbers;
    return { ticks, bars: true, lines: [{ name, values: report.items.map((item) => item[name]) }] };
  }
  const kinds = label ? [...new Set(report.items.map((item) => item[label.name]))] : [''];
  const lines = kinds.flatMap((kind) => numbers.map((column) => {
    const found = new Map(report.items
      .filter((item) => !label || item[label.name] === kind)
      .map((item) => [item[first.name], item[column.name]]));
    return { name: `${kind} ${column.name}`.trim(), values: ticks.map((tick) => found.get(tick) ?? null) };
  }));
  const some = lines.filter(({ values }) => values.some((value) => value));
  return { ticks, bars: false, lines: some.length > 0 ? some : lines };
}

/** Draws it into an element, and tells how to show or hide a line, and how to take it away. */
export function draw(element, { ticks, bars, lines }) {
  const axis = { stroke: () => style('--quiet'), grid: { stroke: () => style('--rule'), width: 1 }, ticks: { show: false } };
  const options = {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false, range: (u, low, high) => [low - 0.5, high + 0.5] }, y: { range: (u, low, high) => [0, (high || 1) * 1.05] } },
    axes: [
      { ...axis, space: 90, incrs: [1, 2, 5, 7, 10, 14, 28, 56, 100, 1000], values: (u, splits) => splits.map((split) => ticks[split] ?? '') },
      { ...axis, size: 70 },
    ],
    series: [{}, ...lines.map((line, index) => ({
      label: line.name,
      stroke: () => style(`--line-${colour(index)}`),
      fill: bars ? () => style(`--line-${colour(index)}`) : undefined,
      width: 2,
      dash: dashed(index) ? [8, 5] : undefined,
      points: { show: !bars && ticks.length < 50, size: 6 },
      paths: bars ? uPlot.paths.bars({ size: [0.6, 60] }) : undefined,
      spanGaps: true,
    }))],
  };
  const plot = new uPlot(options, [ticks.map((tick, index) => index), ...lines.map((line) => line.values)], element);
  const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
  resized.observe(element);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const redraw = () => plot.redraw(false);
  dark.addEventListener('change', redraw);
  return {
    show: (index, shown) => plot.setSeries(index + 1, { show: shown }),
    remove: () => {
      dark.removeEventListener('change', redraw);
      resized.disconnect();
      plot.destroy();
    },
  };
}
