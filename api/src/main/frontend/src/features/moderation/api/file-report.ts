import { useMutation, useQueryClient } from '@tanstack/react-query';
import { myReportSchema, type ReportType, type Subject } from '@/features/moderation/types/report';
import { post } from '@/lib/api/client';

interface NewReport {
  reported_user: string;
  report_type: ReportType;
  description: string;
  evidence_url?: string;
  subject?: Subject;
}

/** Tells the moderators of somebody, and of what they did. */
export function useFileReport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewReport) => post('/api/reports', { body, answer: myReportSchema }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['moderation', 'my-reports'] }),
  });
}
