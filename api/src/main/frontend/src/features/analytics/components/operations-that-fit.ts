import type { Operation } from '@/features/analytics/api/operate';
import type { Projection, Version } from '@/features/analytics/types/projection';

const ON_ITS_WAY: readonly Version['stage'][] = ['queued', 'filling', 'ready', 'switching'];

/** Whether it makes sense to ask for this as the projection is now. The server has the last word. */
export function fits(operation: Operation, { paused, versions }: Projection): boolean {
  const some = (test: (version: Version) => boolean) => versions.some(test);
  const underWay = some((version) => ON_ITS_WAY.includes(version.stage));
  switch (operation) {
    case 'rebuild':
    case 'verify':
      return !underWay;
    case 'cancel':
      return underWay;
    case 'switch':
      return some((version) => version.stage === 'ready');
    case 'rollback':
      return !underWay && some((version) => version.stage === 'kept' && version.purpose !== 'verification');
    case 'repair':
      return some(
        ({ purpose, report }) =>
          purpose === 'verification' && report != null && report.differing > report.repaired,
      );
    case 'pause':
      return !paused;
    case 'resume':
      return paused;
  }
}
