import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readAppealsAnew } from '@/features/moderation/api/get-appeals';
import { readCaseAnew } from '@/features/moderation/api/get-case';
import { type Happened, happenedSchema } from '@/features/moderation/types/live';
import { useEventStream } from '@/lib/live/use-event-stream';

/** Listens to what moderators do, has what it is about read anew, and tells the latest of it. */
export function useModerationStream(): Happened | undefined {
  const queries = useQueryClient();
  const [latest, setLatest] = useState<Happened>();
  const readAllAnew = () => void queries.invalidateQueries({ queryKey: ['moderation'] });
  useEventStream('/api/mod/stream', {
    onBegin: readAllAnew,
    onEvent: (name, data) => {
      const happened = happenedSchema.safeParse(data);
      if (name === 'missed') readAllAnew();
      if (!happened.success) return;
      const { case_id: caseId, appeal_id: appealId } = happened.data;
      if (caseId !== undefined) void readCaseAnew(queries, caseId);
      if (appealId !== undefined) void readAppealsAnew(queries);
      if (caseId !== undefined || appealId !== undefined) setLatest({ name, ...happened.data });
    },
  });
  return latest;
}
