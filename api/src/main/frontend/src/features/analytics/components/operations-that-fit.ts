import type { Operation } from '@/features/analytics/api/operate';
import type { Projection, Version } from '@/features/analytics/types/projection';

const ON_ITS_WAY: readonly Version['stage'][] = ['queued', 'filling', 'ready', 'switching'];

/** Which the others learn from what is asked of them: nothing can be asked of it. */
const NEEDED = 'operations';

/** Whether it makes sense to ask for this as the projection is now. The server has the last word. */
export function fits(operation: Operation, { name, version: read, paused, versions }: Projection): boolean {
  if (name === NEEDED) return false;
  const some = (test: (version: Version) => boolean) => versions.some(test);
  const underWay = some((version) => ON_ITS_WAY.includes(version.stage));
  const readBefore = ({ stage, purpose }: Version) => stage === 'kept' && purpose !== 'verification';
  switch (operation) {
    case 'rebuild':
    case 'verify':
      return !underWay;
    case 'cancel':
      return underWay;
    case 'switch':
      return some((version) => version.stage === 'ready' || (readBefore(version) && version.version > read));
    case 'rollback':
      return !underWay && some((version) => readBefore(version) && version.version < read);
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
