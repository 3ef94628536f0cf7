import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Drawing } from '@/features/analytics/components/drawing';

const HEIGHT = 300;
const COLOURS = 7;
/** Places between two ticks. */
const STEPS = [1, 2, 5, 7, 10, 14, 28, 56, 100, 1000];
const MOST_POINTS = 50;

/** The number, from 1, of the colour of a line; where colours come again the line is dashed. */
export const colour = (index: number) => (index % COLOURS) + 1;
export const isDashed = (index: number) => index >= COLOURS;

export interface Plotted {
  show: (line: number, shown: boolean) => void;
  remove: () => void;
}

/** Draws it into an element, as wide as that is and in its colours. */
export function plot(element: HTMLElement, drawing: Drawing): Plotted {
  const drawn = new uPlot(
    options(element, drawing),
    [drawing.ticks.map((_, index) => index), ...drawing.lines.map((line) => line.values)],
    element,
  );
  const resized = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height: HEIGHT }));
  resized.observe(element);
  const redraw = () => drawn.redraw(false);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', redraw);
  return {
    show: (line, shown) => drawn.setSeries(line + 1, { show: shown }),
    remove: () => {
      dark.removeEventListener('change', redraw);
      resized.disconnect();
      drawn.destroy();
    },
  };
}

function options(element: HTMLElement, { ticks, bars, lines }: Drawing): uPlot.Options {
  const style = (name: string) => () => colourOf(element, name);
  const axis: uPlot.Axis = {
    stroke: style('--ink-soft'),
    grid: { stroke: style('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: (_, low, high) => [low - 0.5, high + 0.5] },
      y: { range: (_, __, high) => [0, (high || 1) * 1.05] },
    },
    axes: [
      { ...axis, space: 90, incrs: STEPS, values: (_, splits) => splits.map((split) => ticks[split] ?? '') },
      { ...axis, size: 60 },
    ],
    series: [
      {},
      ...lines.map((line, index) => {
        const stroke = style(`--line-${String(colour(index))}`);
        return {
          label: line.name,
          stroke,
          width: 2,
          points: { show: !bars && ticks.length < MOST_POINTS, size: 5 },
          spanGaps: true,
          ...(bars ? { fill: stroke, paths: barPaths() } : {}),
          ...(isDashed(index) ? { dash: [8, 5] } : {}),
        };
      }),
    ],
  };
}

function barPaths(): uPlot.Series.PathBuilder {
  const builder = uPlot.paths.bars?.({ size: [0.6, 60] });
  if (builder === undefined) throw new Error('The chart library draws no bars');
  return builder;
}

/** What a token stands for at the moment, light or dark; a canvas does not know tokens. */
function colourOf(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
