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

/**
 * Tells the moderators of somebody, and of what they did.
 *
 * @param onFiled also where one has closed the form by then
 */
export function useFileReport(onFiled: () => void) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewReport) => send('/api/reports', { body, answer: myReportSchema }),
    onSuccess: () => {
      onFiled();
      return queries.invalidateQueries({ queryKey: ['moderation', 'my-reports'] });
    },
  });
}
