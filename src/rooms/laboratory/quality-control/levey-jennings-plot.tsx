/** The Levey–Jennings chart: each control in standard deviations from its target, with the limits of the level. */

import { useTexts } from '#platform/web';
import { controlTexts } from './control.texts.ts';
import type { ControlRun } from './control.ts';

const width = 640;
const height = 220;
const margin = { left: 44, right: 10, top: 10, bottom: 22 };
const deviations = [-3, -2, -1, 0, 1, 2, 3] as const;

/** Distance from the target in SD; without an SD the accepted span counts as three on each side. */
export function inDeviations({ value, target }: Pick<ControlRun, 'value' | 'target'>): number {
  const sd = target.sd ?? (target.high - target.low) / 6;
  const off = sd > 0 ? (value - target.mean) / sd : 0;
  return Math.max(-4, Math.min(4, off));
}

const y = (sd: number): number => margin.top + ((4 - sd) / 8) * (height - margin.top - margin.bottom);
const x = (place: number, count: number): number =>
  margin.left + ((place + 0.5) / Math.max(count, 1)) * (width - margin.left - margin.right);

export function LeveyJenningsPlot({ runs, name }: { runs: readonly ControlRun[]; name: string }) {
  const text = useTexts(controlTexts);
  const points = runs.map((run, place) => ({ run, at: [x(place, runs.length), y(inDeviations(run))] as const }));
  const words = runs.slice(-5).map(({ value, verdict }) => `${value} ${text.verdicts[verdict]}`);
  return (
    <svg
      className="lab-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${text.chart(name)}: ${words.join(', ')}`}
    >
      {deviations.map((sd) => (
        <g key={sd}>
          <line
            className={sd === 0 ? 'mean' : Math.abs(sd) === 3 ? 'limit' : 'sd'}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(sd)}
            y2={y(sd)}
          />
          <text x={margin.left - 6} y={y(sd) + 4} textAnchor="end">
            {sd === 0 ? '0' : `${sd > 0 ? '+' : '−'}${Math.abs(sd)} SD`}
          </text>
        </g>
      ))}
      <polyline className="row" points={points.map(({ at }) => at.join(',')).join(' ')} />
      {points.map(({ run, at: [left, top] }) =>
        run.verdict === 'passed' ? (
          <circle key={run.id} className="passed" cx={left} cy={top} r="4" />
        ) : (
          <path key={run.id} className="failed" d={`M${left} ${top - 7}l7 7-7 7-7-7Z`} />
        ),
      )}
      <Days points={points} />
    </svg>
  );
}

type Point = { readonly run: ControlRun; readonly at: readonly [number, number] };
function Days({ points }: { points: readonly Point[] }) {
  const every = Math.max(1, Math.ceil(points.length / 9));
  return points
    .filter((_, place) => place % every === 0)
    .map(({ run, at: [left] }) => (
      <text key={run.id} x={left} y={height - 6} textAnchor="middle">
        {`${run.runAt.slice(8, 10)}.${run.runAt.slice(5, 7)}`}
      </text>
    ));
}
