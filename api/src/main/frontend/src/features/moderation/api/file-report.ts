import { useMutation, useQueryClient } from '@tanstack/react-query';
import { myReportSchema, type ReportType, type Subject } from '@/features/moderation/types/report';
import { usePost } from '@/lib/api/use-post';

interface NewReport {
  reported_user: string;
  report_type: ReportType;
  description: string;
  evidence_url?: string;
  subject?: Subject;
}

/** Tells the moderators of somebody, and of what they did. */
export function useFileReport() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewReport) => send('/api/reports', { body, answer: myReportSchema }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['moderation', 'my-reports'] }),
  });
}
